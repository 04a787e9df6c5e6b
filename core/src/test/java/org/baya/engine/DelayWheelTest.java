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
import org.junit.jupiter.params.provider.ValueSource;

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
          new char[] {0, 1, 2},
          new Weights.Doubles(new double[] {1, 2, 4}));

  /** From none to more groups in one step than a list holds at first, twice over. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 64, 65, 200})
  void shouldDeliverEverySpikeOnceAfterItsDelay(int spikes) {
    long[] keys = new long[spikes];
    Arrays.fill(keys, SpikeList.key(7, 3));
    DelayWheel wheel = new DelayWheel(TABLE, STEPS);
    assertThat(wheel.emit(keys, 0, spikes)).isEqualTo(3L * spikes);
    double[] factors = IntStream.range(0, spikes).mapToDouble(i -> i).toArray();
    ScaledWheel scaled = new ScaledWheel(TABLE, STEPS);
    assertThat(scaled.emit(keys, factors, 0, spikes)).isEqualTo(3L * spikes);
    double sum = Arrays.stream(factors).sum();
    for (int step = 7; step < 7 + STEPS; step++) {
      double[] plain = new double[4];
      double[] multiplied = new double[4];
      wheel.deliver(step, plain, 1);
      scaled.deliver(step, multiplied, 1);
      double early = step == 9 ? 1 : 0;
      double late = step == 7 + LONGEST ? 4 : 0;
      if (!Arrays.equals(plain, new double[] {0, early * spikes, 2 * early * spikes, late * spikes})
          || !Arrays.equals(
              multiplied, new double[] {0, early * sum, 2 * early * sum, late * sum})) {
        assertThat(plain)
            .as("step %d", step)
            .containsExactly(0, early * spikes, 2 * early * spikes, late * spikes);
        assertThat(multiplied)
            .as("step %d", step)
            .containsExactly(0, early * sum, 2 * early * sum, late * sum);
      }
    }
  }

  /**
   * A reference and a size for each of 131,072 steps, a second reference where there are factors.
   */
  @Test
  void shouldTakeNoRoomForStepsThatNothingIsDueIn() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    DelayWheel wheel = new DelayWheel(TABLE, STEPS);
    long between = threads.getCurrentThreadAllocatedBytes();
    ScaledWheel scaled = new ScaledWheel(TABLE, STEPS);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertThat(between - before).isLessThan(131_072 * 12 + 10_000);
    assertThat(after - between).isLessThan(131_072 * 20 + 10_000);
    assertThat(wheel.emit(new long[0], 0, 0) + scaled.emit(new long[0], new double[0], 0, 0))
        .isZero();
  }
}
