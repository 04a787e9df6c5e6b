package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankSortTest {
  /** Few numbers among many that may occur are compared, others counted. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0, 2147483647",
    "1, 1",
    "1, 4096",
    "1, 4097",
    "1, 2147483647",
    "500, 3",
    "500, 8000",
    "500, 8001",
    "500, 2147483647",
    "5000, 40000",
    "5000, 100000"
  })
  void shouldRankStably(int n, int limit) {
    RankSort sort = new RankSort();
    SplittableRandom random = new SplittableRandom(n + 31L * limit);
    // A second time with what the first one left behind.
    for (int repetition = 0; repetition < 2; repetition++) {
      int[] numbers = random.ints(n, 0, limit).toArray();
      int[] ranks = new int[n];
      sort.sort(numbers, n, limit, ranks);
      int[] order =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingInt(i -> numbers[i]))
              .mapToInt(i -> i)
              .toArray();
      int[] sorted = Arrays.stream(order).map(i -> numbers[i]).toArray();
      for (int rank = 0; rank < n; rank++) {
        assertThat(ranks[order[rank]]).isEqualTo(rank);
      }
      int[] different = Arrays.stream(sorted).distinct().toArray();
      assertThat(Arrays.copyOf(sort.values(), sort.runs())).isEqualTo(different);
      int[] counts =
          Arrays.stream(different)
              .map(value -> (int) Arrays.stream(sorted).filter(s -> s == value).count())
              .toArray();
      assertThat(Arrays.copyOf(sort.counts(), sort.runs())).isEqualTo(counts);
    }
  }
}
