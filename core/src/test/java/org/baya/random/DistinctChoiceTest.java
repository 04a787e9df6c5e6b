package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctChoiceTest {
  private static int[] choose(DistinctChoice choice, long entity, int n, int k) {
    int[] out = new int[k];
    choice.choose(new RandomStream(3, 4).at(entity, 0), n, k, out);
    return out;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 1", "2, 1", "64, 32", "65, 33", "100, 100", "5000, 2500"})
  void shouldChooseDifferentNumbersInRange(int n, int k) {
    DistinctChoice choice = new DistinctChoice();
    for (int entity = 0; entity < 20; entity++) {
      int[] chosen = choose(choice, entity, n, k);
      assertThat(Arrays.stream(chosen).distinct().count()).isEqualTo(k);
      assertThat(Arrays.stream(chosen).allMatch(x -> x >= 0 && x < n)).isTrue();
    }
  }

  @Test
  void shouldNotDependOnWhatWasChosenBefore() {
    DistinctChoice used = new DistinctChoice();
    int[][] sizes = {{100, 10}, {1000, 900}, {50, 30}, {1000, 100}, {100, 60}};
    for (int[] size : sizes) {
      assertThat(choose(used, 7, size[0], size[1]))
          .isEqualTo(choose(new DistinctChoice(), 7, size[0], size[1]));
    }
  }

  /** All 60 ordered choices of 3 out of 5, and 20 of 2 out of 5; 2 scores. */
  @ParameterizedTest
  @CsvSource({"5, 3, 60", "5, 2, 20"})
  void shouldGiveEveryOrderTheSameProbability(int n, int k, int orders) {
    DistinctChoice choice = new DistinctChoice();
    Map<String, Long> counts = new HashMap<>();
    int draws = 60_000;
    for (int entity = 0; entity < draws; entity++) {
      counts.merge(Arrays.toString(choose(choice, entity, n, k)), 1L, Long::sum);
    }
    assertThat(counts).hasSize(orders);
    double[] expected = new double[orders];
    Arrays.fill(expected, (double) draws / orders);
    long[] observed = counts.values().stream().mapToLong(Long::longValue).toArray();
    assertThat(Math.abs(Statistics.chiSquareScore(observed, expected)))
        .isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldRefuseMoreThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choose(new DistinctChoice(), 0, 3, 4))
        .withMessage("4 different numbers out of 3");
  }
}
