package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSorterTest {
  private static final int BEFORE = 3;

  private final RowSorter sorter = new RowSorter();

  /** Small ranges are counted, large ones sorted as packed keys; both stably. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64, 65, 1000, 65_535})
  void shouldSortByDelayKeepingTheOrderOfEqualOnes(int range) {
    SplittableRandom random = new SplittableRandom(range);
    for (int n : new int[] {0, 1, 2, 3, 10, 100, 3000, 50}) {
      check(random.ints(n, 1, range + 1).toArray());
    }
  }

  private void check(int[] row) {
    int size = row.length + 2 * BEFORE;
    char[] delays = new char[size];
    char[] slots = new char[size];
    double[] doubles = new double[size];
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      delays[i] = i < BEFORE || i >= size - BEFORE ? (char) (size - i) : (char) row[i - BEFORE];
      slots[i] = (char) i;
      doubles[i] = i + 0.5;
      floats[i] = -i;
    }
    List<Integer> order =
        IntStream.range(0, row.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> row[i]))
            .map(i -> i + BEFORE)
            .toList();
    char[] unsorted = delays.clone();
    sorter.sort(delays, slots, new WeightColumn.Doubles(doubles), BEFORE, size - BEFORE);
    char[] again = unsorted.clone();
    char[] sameSlots = new char[size];
    sorter.sort(again, sameSlots, new WeightColumn.Floats(floats), BEFORE, size - BEFORE);
    char[] third = unsorted.clone();
    sorter.sort(third, sameSlots, new WeightColumn.None(1), BEFORE, size - BEFORE);
    assertThat(again).isEqualTo(delays);
    assertThat(third).isEqualTo(delays);
    for (int i = 0; i < size; i++) {
      int from = i < BEFORE || i >= size - BEFORE ? i : order.get(i - BEFORE);
      assertThat((int) delays[i]).isEqualTo(unsorted[from]);
      assertThat((int) slots[i]).isEqualTo(from);
      assertThat(doubles[i]).isEqualTo(from + 0.5);
      assertThat(floats[i]).isEqualTo(-from);
    }
  }
}
