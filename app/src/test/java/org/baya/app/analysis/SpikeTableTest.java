package org.baya.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeTableTest {
  @Test
  void shouldGiveTheSameTimesInEveryForm() {
    assertThat(new SpikeTimes.OfSteps(new int[] {20}, 1, 0.1).timeMs(0)).isEqualTo(2.0);
    assertThat(new SpikeTimes.OfLongSteps(new long[] {20}, 1, 0.1).timeMs(0)).isEqualTo(2.0);
    assertThat(new SpikeTimes.OfMilliseconds(new double[] {2.0}, 1).timeMs(0)).isEqualTo(2.0);
    assertThat(SpikeTimes.none().count()).isZero();
  }

  @Test
  void shouldRefuseLengthsThatDoNotFit() {
    assertThatThrownBy(() -> new SpikeTimes.OfSteps(new int[1], 2, 0.1))
        .hasMessageContaining("count is 2");
    assertThatThrownBy(() -> new SpikeTimes.OfLongSteps(new long[1], -1, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    SpikeTimes two = new SpikeTimes.OfSteps(new int[2], 2, 0.1);
    assertThatThrownBy(() -> SpikeTable.of("p", 1, two, new int[1]))
        .hasMessageContaining("p has 2 spike times but 1 nodes");
    Grouping ofThree = Grouping.single("g", 3);
    assertThatThrownBy(() -> new SpikeTable("p", 2, two, new int[2], ofThree))
        .hasMessageContaining("3 are grouped");
    assertThatThrownBy(() -> Grouping.of(new int[] {0, 2}, List.of("a", "b")))
        .hasMessageContaining("node 1 is in group 2 of 2");
    assertThatThrownBy(() -> new Grouping(new int[0], List.of("a"), new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
