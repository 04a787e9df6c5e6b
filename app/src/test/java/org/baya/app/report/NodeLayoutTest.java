package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.junit.jupiter.api.Test;

class NodeLayoutTest {
  private static SpikeTable silent(String name, int[] groupOf, String... groups) {
    return new SpikeTable(
        name, groupOf.length, SpikeTimes.none(), new int[0], Grouping.of(groupOf, List.of(groups)));
  }

  @Test
  void shouldOrderRowsByGroupAndKeepNodesInOrder() {
    NodeLayout layout =
        NodeLayout.of(
            List.of(silent("p", new int[] {1, 0, 1, 0}, "a", "b"), silent("q", new int[2], "q")));
    assertThat(IntStream.range(0, 6).map(layout::rowOf)).containsExactly(2, 0, 3, 1, 4, 5);
    assertThat(IntStream.range(0, 3).mapToObj(layout::groupName))
        .containsExactly("p a", "p b", "q");
    assertThat(layout.firstGroup(1)).isEqualTo(2);
    assertThat(layout.tableOf(3)).isZero();
    assertThat(layout.tableOf(4)).isEqualTo(1);
    assertThat(layout.bandTop(3)).isCloseTo(1, within(1e-12));
    assertThat(layout.heights()[1]).isCloseTo(1 / 12f, within(1e-6f));
  }

  @Test
  void shouldGiveSmallGroupsRoomAndEmptyOnesNone() {
    int[] groupOf = new int[100_000];
    groupOf[7] = 1;
    NodeLayout layout = NodeLayout.of(List.of(silent("p", groupOf, "large", "single", "empty")));
    assertThat(layout.bandTop(2) - layout.bandTop(1)).isGreaterThan(0.02);
    assertThat(layout.bandTop(3)).isEqualTo(layout.bandTop(2)).isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldFillTheHeightWithAnyNumberOfGroups() {
    for (int groups : new int[] {1, 2, 40, 111, 5000}) {
      int[] groupOf = IntStream.range(0, 3 * groups).map(i -> i % groups).toArray();
      String[] names = IntStream.range(0, groups).mapToObj(g -> "g" + g).toArray(String[]::new);
      NodeLayout layout = NodeLayout.of(List.of(silent("p", groupOf, names)));
      assertThat(layout.bandTop(groups)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void shouldBeEmptyWithoutTables() {
    assertThat(NodeLayout.of(List.of()).nodes()).isZero();
    assertThat(NodeLayout.of(List.of()).groups()).isZero();
  }
}
