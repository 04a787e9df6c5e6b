package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.baya.model.Dynamics;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformKernelTest {
  private static final int LANES = Dynamics.LANES;
  private static final double UNTOUCHED = 42;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void shouldGiveTheFirstWordOfEachStreamAndTouchNothingElse(int groups) {
    RandomStream random = new RandomStream(-7, Purpose.NOISE);
    int[] node = {0, 1, 2, 3, 9, 8, 7, 6, 5, 100, 65_536, 1 << 30, Integer.MAX_VALUE, 17, 4, 12};
    int group = 536_870_000;
    int steps = groups * RandomStream.SHARING;
    double[] expected = new double[3 + (steps + 2) * LANES];
    Arrays.fill(expected, UNTOUCHED);
    double[] out = expected.clone();
    for (int k = 0; k < steps; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        expected[3 + k * LANES + lane] =
            least(random, node[LANES + lane], group * RandomStream.SHARING + k);
      }
    }

    UniformKernel.fill(random.threefry(), node, LANES, group, groups, out, 3);

    assertThat(out).isEqualTo(expected);
  }

  /** The number that {@link RandomStream#nextDouble} would give if the second word were 0. */
  private static double least(RandomStream random, long node, int step) {
    double first = Integer.toUnsignedLong(random.atStep(node, step).nextInt()) * 0x1p-32;
    double whole = random.atStep(node, step).nextDouble();
    assertThat(whole).isBetween(first, first + 0x1p-32);
    return first;
  }
}
