package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.baya.allocation.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final int SAMPLE = 100_000;

  @Test
  void shouldFollowTheBlocksOfThreefryWhenDrawnInOrder() {
    RandomStream stream = new RandomStream(7, 8).at(9, 10);
    int[] words = new int[4];

    for (int block = 0; block < 3; block++) {
      new Threefry(7, 8).words(9, 10, block, words);
      for (int word : words) {
        assertThat(stream.nextInt()).isEqualTo(word);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 5, 9, 100, 1023, 1024, 1025, 5000})
  void shouldGiveTheSameNumbersWhenManyAreExpected(long expected) {
    RandomStream plain = new RandomStream(7, 8).at(3L << 40, 10);
    RandomStream bulk = new RandomStream(7, 8).at(1, 1, 2000L);
    bulk.nextInt();
    bulk.at(3L << 40, 10, expected);

    for (int i = 0; i < 3000; i++) {
      assertThat(bulk.nextInt()).as("word %d", i).isEqualTo(plain.nextInt());
    }
    assertThat(bulk.at(4, 4).nextLong()).isEqualTo(plain.at(4, 4).nextLong());
  }

  @Test
  void shouldShareTheFirstWordsOfNeighbouringStepsAndNothingElse() {
    RandomStream stream = new RandomStream(7, 8);
    int[] shared = new int[4];
    int[] own = new int[4];
    for (int step = 0; step < 12; step++) {
      new Threefry(7, 8).words(9, step / 4, 0, shared);
      new Threefry(7, 8).words(9, step, 1, own);

      stream.atStep(9, step);

      assertThat(stream.nextInt()).isEqualTo(shared[step % 4]);
      for (int word : own) {
        assertThat(stream.nextInt()).isEqualTo(word);
      }
    }
  }

  @Test
  void shouldRepeatWhenMovedBackToAnAddress() {
    RandomStream stream = new RandomStream(1, Purpose.WEIGHT);
    double first = stream.at(5, 3).nextDouble();
    stream.at(6, 3).nextInt();

    assertThat(stream.at(5, 3).nextDouble()).isEqualTo(first);
    assertThat(new RandomStream(1, Purpose.WEIGHT.code()).at(5, 3).nextDouble()).isEqualTo(first);
  }

  @Test
  void shouldEqualSingleStreamsWhenLoadedAsABlock() {
    StreamBlock block = StreamBlock.of(1, Purpose.DELAY, 10);
    RandomStream single = new RandomStream(1, Purpose.DELAY);
    long[] entities = {5, 4, 1L << 40, 0, 7};

    block.load(entities, 5, 3);

    for (int i = 0; i < 5; i++) {
      RandomStream stream = block.at(i);
      single.at(entities[i], 3);
      for (int word = 0; word < 9; word++) {
        assertThat(stream.nextInt()).isEqualTo(single.nextInt());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldBeginWithHalfABlockWhereThePurposeHasOne(int half) {
    Purpose halved = Purpose.of("halved");
    RandomStream stream = new RandomStream(1, Purpose.DELAY.withHalf(halved, half));
    RandomStream shared = new RandomStream(1, halved);
    RandomStream own = new RandomStream(1, Purpose.DELAY);

    for (long expected : new long[] {0, 5000}) {
      stream.at(8, 3, expected);
      shared.at(8, 3);
      own.at(8, 3);
      if (half == 1) {
        shared.nextLong();
      }
      assertThat(stream.nextLong()).isEqualTo(shared.nextLong());
      for (int word = 0; word < 2000; word++) {
        assertThat(stream.nextInt()).isEqualTo(own.nextInt());
      }
    }
  }

  @Test
  void shouldKeepHalfABlockForTheFirstUseAlone() {
    Purpose purpose = Purpose.DELAY.withHalf(Purpose.of("halved"), 1);
    assertThat(purpose.at(0).half()).isEqualTo(purpose.half()).isPresent();
    assertThat(purpose.at(1)).isEqualTo(Purpose.DELAY.at(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Purpose.DELAY.withHalf(Purpose.WEIGHT, 2))
        .withMessage("half 2; allowed is 0 or 1");
  }

  /** Both halves, one after the other, for the same entities and then for others. */
  @Test
  void shouldEqualSingleStreamsWhenBlocksAreHalved() {
    Purpose halved = Purpose.of("halved");
    Purpose[] purposes = {
      Purpose.WEIGHT.withHalf(halved, 0), Purpose.DELAY.withHalf(halved, 1), Purpose.DROP
    };
    StreamBlocks blocks = new StreamBlocks(1, 10);
    StreamBlock[] streams = {
      blocks.of(purposes[0]), blocks.of(purposes[1]), blocks.of(purposes[2])
    };
    long[][] entities = {{5, 4, 1L << 40, 0, 7}, {5, 4, 1L << 40, 0, 6}, {5, 4, 1L << 40}, {3}};
    int[] steps = {3, 3, 3, 2};
    for (int load = 0; load < entities.length; load++) {
      long[] loaded = entities[load];
      for (int p = 0; p < purposes.length; p++) {
        RandomStream single = new RandomStream(1, purposes[p]);
        streams[p].load(loaded, loaded.length, steps[load]);
        int[] second = {loaded.length - 1, 0};
        streams[p].loadSecond(second, Math.min(2, loaded.length));
        for (int i : second) {
          single.at(loaded[i], steps[load]);
          assertThat(streams[p].bits(i, 0)).isEqualTo(single.nextLong());
          assertThat(streams[p].bits(i, 1)).isEqualTo(single.nextLong());
        }
        for (int i = 0; i < loaded.length; i++) {
          RandomStream stream = streams[p].at(i);
          single.at(loaded[i], steps[load]);
          for (int word = 0; word < 9; word++) {
            assertThat(stream.nextInt()).isEqualTo(single.nextInt());
          }
        }
      }
    }
  }

  /** Weight and delay of an edge; a false alarm at five standard deviations, one in 1.7 million. */
  @Test
  void shouldGiveIndependentNumbersFromBothHalves() {
    Purpose halved = Purpose.of("halved");
    RandomStream first = new RandomStream(7, Purpose.WEIGHT.withHalf(halved, 0));
    RandomStream second = new RandomStream(7, Purpose.DELAY.withHalf(halved, 1));
    int n = 200_000;
    double sum = 0;
    for (int entity = 0; entity < n; entity++) {
      sum += (first.at(entity, 0).nextDouble() - 0.5) * (second.at(entity, 0).nextDouble() - 0.5);
    }
    assertThat(12 * sum / Math.sqrt(n)).isBetween(-5.0, 5.0);
  }

  @Test
  void shouldStayInsideTheIntervalWhenDrawingReals() {
    RandomStream stream = new RandomStream(2, 3);
    double least = 1;
    double most = 0;
    for (int i = 0; i < SAMPLE; i++) {
      double closed = stream.nextDouble();
      double open = stream.nextOpenDouble();
      float small = stream.nextFloat();
      assertThat(closed >= 0 && closed < 1 && open > 0 && open < 1 && small >= 0 && small < 1)
          .isTrue();
      least = Math.min(least, Math.min(closed, open));
      most = Math.max(most, Math.max(closed, open));
    }
    assertThat(least).isCloseTo(0, within(1e-3));
    assertThat(most).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 64, 100, 1000, 0x40000001, Integer.MAX_VALUE})
  void shouldBeUniformWhenBounded(int bound) {
    RandomStream stream = new RandomStream(11, bound);
    int cells = Math.min(bound, 64);
    long[] ints = new long[cells];
    long[] longs = new long[cells];
    for (int i = 0; i < SAMPLE; i++) {
      ints[(int) ((long) stream.nextInt(bound) * cells / bound)]++;
      longs[(int) (stream.nextLong(bound) * cells / bound)]++;
    }
    double[] expected = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      long from = ((long) cell * bound + cells - 1) / cells;
      long to = ((cell + 1L) * bound + cells - 1) / cells;
      expected[cell] = SAMPLE * (double) (to - from) / bound;
    }
    if (bound == 1) {
      assertThat(ints[0] + longs[0]).isEqualTo(2L * SAMPLE);
      return;
    }
    assertThat(Statistics.chiSquareScore(ints, expected)).isLessThan(Statistics.LIMIT);
    assertThat(Statistics.chiSquareScore(longs, expected)).isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldStayInRangeWhenTheBoundIsHuge() {
    RandomStream stream = new RandomStream(1, 1);
    long bound = 3L << 61;
    double mean = 0;
    for (int i = 0; i < 10_000; i++) {
      long value = stream.nextLong(bound >>> 1);
      assertThat(value).isBetween(0L, (bound >>> 1) - 1);
      mean += value / 10_000.0;
    }
    assertThat(mean / (bound >>> 1))
        .isCloseTo(0.5, within(Statistics.LIMIT / Math.sqrt(12 * 10_000)));
  }

  @Test
  void shouldRefuseWhenTheBoundIsNotPositive() {
    RandomStream stream = new RandomStream(1, 1);

    assertThatThrownBy(() -> stream.nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> stream.nextLong(-3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not -3");
  }

  @Test
  void shouldBeIndependentWhenAddressesAreNeighbours() {
    double[][] series = new double[5][SAMPLE];
    RandomStream stream = new RandomStream(1, 1);
    RandomStream nextPurpose = new RandomStream(1, 2);
    RandomStream nextSeed = new RandomStream(2, 1);
    for (int i = 0; i < SAMPLE; i++) {
      series[0][i] = stream.at(i, 0).nextDouble();
      series[1][i] = stream.nextDouble();
      series[2][i] = stream.at(i, 1).nextDouble();
      series[3][i] = nextPurpose.at(i, 0).nextDouble();
      series[4][i] = nextSeed.at(i, 0).nextDouble();
    }
    for (int i = 1; i < series.length; i++) {
      assertIndependent(series[0], series[i]);
    }
    assertIndependent(
        Arrays.copyOf(series[0], SAMPLE - 1), Arrays.copyOfRange(series[0], 1, SAMPLE));
  }

  @Test
  void shouldGiveOtherNumbersWhenPurposesDiffer() {
    assertThat(Purpose.of("weight")).isEqualTo(Purpose.WEIGHT);
    assertThat(Purpose.WEIGHT.at(1).name()).isEqualTo("weight[1]");
    assertThat(
            Stream.of(
                    Purpose.WEIGHT,
                    Purpose.WEIGHT.at(0),
                    Purpose.WEIGHT.at(1),
                    Purpose.DELAY.at(1),
                    Purpose.WEIGHT.at(0).at(1),
                    Purpose.WEIGHT.at(1).at(0))
                .map(Purpose::code))
        .doesNotHaveDuplicates();
    // part of what a seed means: must not change
    assertThat(Purpose.WEIGHT.code()).isEqualTo(0xCDF48D121F94C035L);
  }

  @Test
  void shouldAllocateNothingWhenDrawing() {
    RandomStream stream = new RandomStream(1, 1);
    Distribution[] all = {
      new Normal(0, 1),
      new Gamma(2, 1),
      new Gamma(0.5, 1),
      new Exponential(2),
      new Poisson(3),
      new Poisson(40),
      new Binomial(10, 0.3),
      new Binomial(1000, 0.3),
      new Clipped(new Normal(0, 1), -1, 1),
      new Redrawn(new Uniform(0, 1), 0, 0.5)
    };
    double[] sum = new double[1];
    assertThat(Allocation.least(() -> sum[0] += drawAll(stream, all))).isZero();
    assertThat(sum[0]).isFinite();
  }

  private static double drawAll(RandomStream stream, Distribution[] all) {
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      for (Distribution distribution : all) {
        sum += distribution.draw(stream.at(i, 0));
      }
    }
    return sum;
  }

  /** Correlation, and a chi-square of 16 x 16 cells of the pairs. */
  private static void assertIndependent(double[] a, double[] b) {
    assertThat(Math.abs(Statistics.correlationScore(a, b))).isLessThan(Statistics.LIMIT);
    long[] cells = new long[256];
    for (int i = 0; i < a.length; i++) {
      cells[((int) (a[i] * 16)) * 16 + (int) (b[i] * 16)]++;
    }
    double[] expected = new double[256];
    Arrays.fill(expected, a.length / 256.0);
    assertThat(Statistics.chiSquareScore(cells, expected)).isLessThan(Statistics.LIMIT);
  }

  /** Bounds that refuse none, few, and nearly half of all words; short and long stretches. */
  @ParameterizedTest
  @CsvSource({
    "1, 7, 0",
    "3, 100, 0",
    "1000, 5000, 5000",
    "1073741825, 3000, 3000",
    "2147483647, 40, 3",
    "1610612737, 2000, 100",
    "10, 0, 0"
  })
  void shouldGiveManyWholeNumbersAsOneByOne(int bound, int n, long expected) {
    RandomStream bulk = new RandomStream(5, Purpose.POISSON).at(3, 4, expected);
    RandomStream single = new RandomStream(5, Purpose.POISSON).at(3, 4);
    int[] found = new int[n];
    bulk.nextInts(bound, n, found);
    for (int i = 0; i < n; i++) {
      assertThat(found[i]).as("number %d", i).isEqualTo(single.nextInt(bound));
    }
    assertThat(bulk.nextInt()).isEqualTo(single.nextInt());
  }

  @Test
  void shouldRefuseManyNumbersBelowNothing() {
    RandomStream stream = new RandomStream(5, Purpose.POISSON);
    assertThatThrownBy(() -> stream.nextInts(0, 1, new int[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bound must be at least 1, not 0");
  }
}
