package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.compiled.SynapseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSorterTest {
  private static final int BEFORE = 3;

  /** Narrow rows are counted, wide ones sorted as packed keys; both stably. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 63, 64, 65, 66, 1000, 65_535})
  void shouldSortByDelayKeepingTheOrderOfEqualOnes(int range) {
    SplittableRandom random = new SplittableRandom(range);
    for (int first : new int[] {1, 7, 64, 60}) {
      for (int n : new int[] {1, 2, 3, 10, 100, 3000, 50}) {
        check(random.ints(n, first, Math.min(first + range, 65_536)).toArray());
      }
    }
  }

  @Test
  void shouldCutGroupsThatAreTooLarge() {
    check(IntStream.range(0, 70_000).map(i -> 9).toArray());
    check(IntStream.range(0, 140_000).map(i -> 1 + i % 2).toArray());
    check(IntStream.range(0, SynapseTable.MAX_GROUP).map(i -> 9).toArray());
  }

  private void check(int[] row) {
    List<Integer> order =
        IntStream.range(0, row.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> row[i]))
            .toList();
    double[] doubles = new double[row.length + 2 * BEFORE];
    float[] floats = new float[doubles.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = i + 0.5;
      floats[i] = -i;
    }
    check(row, order, new WeightColumn.None(1));
    check(row, order, new WeightColumn.Doubles(doubles));
    check(row, order, new WeightColumn.Floats(floats));
    for (int i = 0; i < doubles.length; i++) {
      boolean outside = i < BEFORE || i >= row.length + BEFORE;
      int from = outside ? i : order.get(i - BEFORE) + BEFORE;
      assertThat(doubles[i]).isEqualTo(from + 0.5);
      assertThat(floats[i]).isEqualTo(-from);
    }
  }

  /** Slots beside the row must stay where they are. */
  private void check(int[] row, List<Integer> order, WeightColumn weights) {
    int size = row.length + 2 * BEFORE;
    DelayColumns delays = new DelayColumns(2);
    delays.allocate(1, size);
    char[] slots = new char[size];
    for (int i = 0; i < size; i++) {
      boolean outside = i < BEFORE || i >= size - BEFORE;
      int step = outside ? size - i & 0xFFFF : row[i - BEFORE];
      delays.put(new int[] {1 << 16}, new int[] {i}, new int[] {step}, 1);
      slots[i] = (char) i;
    }
    int to = size - BEFORE;
    RowSorter sorter = new RowSorter();
    int[] words = new int[row.length + 3];
    int end = sorter.sort(delays, 1, slots, weights, ExtraColumns.NONE, BEFORE, to, words, 2);
    assertThat(words[0]).isZero();
    assertThat(words[1]).isZero();
    assertThat(words[words.length - 1]).isZero();
    List<Integer> described = new ArrayList<>();
    int delay = 0;
    for (int word = 2; word < end; word++) {
      delay += SynapseTable.delayDifference(words[word]);
      for (int i = 0; i < SynapseTable.synapses(words[word]); i++) {
        described.add(delay);
      }
    }
    assertThat(described).isEqualTo(order.stream().map(i -> row[i]).toList());
    for (int i = 0; i < size; i++) {
      boolean outside = i < BEFORE || i >= size - BEFORE;
      assertThat(slots[i]).isEqualTo((char) (outside ? i : order.get(i - BEFORE) + BEFORE));
    }
  }
}
