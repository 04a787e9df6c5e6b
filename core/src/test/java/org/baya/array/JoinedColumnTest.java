package org.baya.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class JoinedColumnTest {

  @Test
  void shouldInterleaveComponentsFromAnyElementOn() {
    int rows = 2100;
    int[] first = IntStream.range(0, rows).toArray();
    int[] second = IntStream.range(10_000, 10_000 + rows).toArray();
    int[] third = IntStream.range(20_000, 20_000 + rows).toArray();
    Column joined =
        new JoinedColumn(
            List.of(
                SegmentColumn.of("a", first),
                SegmentColumn.of("b", second),
                SegmentColumn.of("c", third)),
            "t");
    int[] expected = IntStream.range(0, 3 * rows).map(i -> i % 3 * 10_000 + i / 3).toArray();

    assertThat(joined.toInts()).isEqualTo(expected);
    for (int from : new int[] {0, 1, 2, 3, 100, 3 * rows - 1, 3 * rows}) {
      for (int count : new int[] {0, 1, 2, 3, 4, 3000}) {
        int n = Math.min(count, 3 * rows - from);
        int[] ints = new int[n + 1];
        long[] longs = new long[n + 1];
        double[] doubles = new double[n + 1];
        joined.read(from, n, ints, 1);
        joined.read(from, n, longs, 1);
        joined.read(from, n, doubles, 1);
        for (int i = 0; i < n; i++) {
          assertThat(ints[i + 1]).isEqualTo(expected[from + i]);
          assertThat(longs[i + 1]).isEqualTo(expected[from + i]);
          assertThat(doubles[i + 1]).isEqualTo(expected[from + i]);
        }
      }
    }
  }

  @Test
  void shouldGiveItsComponentsThemselves() {
    Column first = SegmentColumn.of("a", 1, 2);
    Column joined = new JoinedColumn(List.of(first, SegmentColumn.of("b", 3, 4)), "t");
    assertThat(joined.component(0)).isSameAs(first);
    assertThat(joined.width()).isEqualTo(2);
    assertThat(joined.rows()).isEqualTo(2);
  }

  @Test
  void shouldRefuseComponentsOfUnequalLength() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() ->
            new JoinedColumn(List.of(SegmentColumn.of("a", 1, 2), SegmentColumn.of("b", 3)), "t"))
        .withMessage("t: b has shape (1, 1) but a has 2 rows of one number");
  }
}
