package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.compiled.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayWheelTest {
  private static final int LONGEST = SynapseTable.MAX_DELAY;
  private static final int STEPS = LONGEST + 10;

  /**
   * Node 3 sends to slots 0 and 1 after two steps with the weights 1 and 2, and to slot 2 after the
   * longest delay with weight 4.
   */
  private static final SynapseTable TABLE =
      new SynapseTable(
          3,
          new int[] {0, 3},
          new int[] {0, SynapseTable.group(2, 2), SynapseTable.group(LONGEST - 2, 1)},
          3,
          new char[] {0, 1, 2},
          new Weights.Doubles(new double[] {1, 2, 4}));

  /**
   * From none to more groups in one step than a list holds at first, twice over. A spike at step 7
   * is due at step 9: in the stretch that has begun (of 16 steps), or in one that has not.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1", "1, 1", "16, 1", "17, 4", "64, 4", "65, 4", "200, 4", "0, 16", "1, 16", "22, 16",
    "200, 16"
  })
  void shouldDeliverEverySpikeOnceAfterItsDelay(int spikes, int stretch) {
    long[] keys = new long[spikes];
    Arrays.fill(keys, SpikeList.key(7, 3));
    double[] factors = IntStream.range(0, spikes).mapToDouble(i -> i).toArray();
    double sum = Arrays.stream(factors).sum();
    DelayWheel wheel = new DelayWheel(TABLE, STEPS, stretch);
    ScaledWheel scaled = new ScaledWheel(TABLE, STEPS);
    double[] plain = new double[1 + 3 * stretch];
    for (int step = 0; step < 8 + STEPS; step++) {
      if (step == 8) {
        assertThat(wheel.emit(keys, 0, spikes)).isEqualTo(3L * spikes);
        assertThat(scaled.emit(keys, factors, 0, spikes)).isEqualTo(3L * spikes);
      }
      int at = 1 + step % stretch * 3;
      if (step % stretch == 0) {
        wheel.begin(step, plain, 1, 3);
      }
      wheel.deliver(step, plain, at);
      double[] multiplied = new double[3];
      scaled.deliver(step, multiplied, 0);
      double early = step == 9 ? 1 : 0;
      double late = step == 7 + LONGEST ? 4 : 0;
      double[] arrived = Arrays.copyOfRange(plain, at, at + 3);
      Arrays.fill(plain, at, at + 3, 0);
      double[] expected = {early * spikes, 2 * early * spikes, late * spikes};
      double[] expectedScaled = {early * sum, 2 * early * sum, late * sum};
      if (!Arrays.equals(arrived, expected) || !Arrays.equals(multiplied, expectedScaled)) {
        assertThat(arrived).as("step %d", step).containsExactly(expected);
        assertThat(multiplied).as("step %d", step).containsExactly(expectedScaled);
      }
    }
    assertThat(plain).containsOnly(0);
  }

  /**
   * A reference and a size for each of 131,072 steps, a second reference where there are factors.
   */
  @Test
  void shouldTakeNoRoomForStepsThatNothingIsDueIn() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    DelayWheel wheel = new DelayWheel(TABLE, STEPS, 1);
    long between = threads.getCurrentThreadAllocatedBytes();
    ScaledWheel scaled = new ScaledWheel(TABLE, STEPS);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(between - before).isLessThan(131_072 * 12 + 10_000);
    assertThat(after - between).isLessThan(131_072 * 20 + 10_000);
    assertThat(wheel.emit(new long[0], 0, 0) + scaled.emit(new long[0], new double[0], 0, 0))
        .isZero();
  }
}
