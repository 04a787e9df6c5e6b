package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.junit.jupiter.api.Test;

class SpikeSampleTest {
  @Test
  void shouldKeepEverySpikeWhenThereIsRoom() {
    SpikeTable late =
        SpikeTable.of("p", 2, new SpikeTimes.OfSteps(new int[] {3, 9}, 2, 0.1), new int[] {1, 0});
    SpikeTable early =
        SpikeTable.of("q", 2, new SpikeTimes.OfSteps(new int[] {1, 5}, 2, 0.1), new int[] {0, 1});
    List<SpikeTable> tables = List.of(late, early);
    SpikeSample sample = SpikeSample.of(tables, NodeLayout.of(tables), 1, 0.1, 100);
    assertThat(sample.ticks()).containsExactly(1, 3, 5, 9);
    assertThat(sample.nodes()).containsExactly(2, 1, 3, 0);
    assertThat(sample.total()).isEqualTo(4);
  }

  @Test
  void shouldKeepTheDensityOverTimeWhenThereAreTooMany() {
    int spikes = 1_000_000;
    int[] steps =
        IntStream.range(0, spikes)
            .map(i -> i < spikes / 4 ? i / 500 : 500 + (i - spikes / 4) / 1500)
            .toArray();
    int[] nodes = IntStream.range(0, spikes).map(i -> i % 100).toArray();
    List<SpikeTable> tables =
        List.of(SpikeTable.of("p", 100, new SpikeTimes.OfSteps(steps, spikes, 1), nodes));
    SpikeSample sample = SpikeSample.of(tables, NodeLayout.of(tables), 1000, 1, 10_000);
    assertThat(sample.count()).isEqualTo(10_000);
    assertThat(sample.total()).isEqualTo(spikes);
    assertThat(sample.ticks()).isSorted();
    assertThat(IntStream.of(sample.ticks()).filter(t -> t < 500).count())
        .isCloseTo(2500, within(1L));
    // Every 100th spike is of the same neuron: a plain stride would show one only.
    assertThat(IntStream.of(sample.nodes()).distinct().count()).isEqualTo(100);
    assertThat(SpikeSample.of(tables, NodeLayout.of(tables), 1000, 1, 10_000).nodes())
        .isEqualTo(sample.nodes());
  }

  @Test
  void shouldPackSixteenBitsAndLeaveOutNodesThatAreRows() {
    SpikeTimes times = new SpikeTimes.OfSteps(new int[] {1, 65535}, 2, 1);
    ByteBuffer bytes = block(List.of(SpikeTable.of("p", 3, times, new int[] {2, 1})), 65535);
    assertThat(bytes.remaining()).isEqualTo(8);
    assertThat(bytes.asShortBuffer().get(1)).isEqualTo((short) 65535);
    assertThat(bytes.asShortBuffer().get(2)).isEqualTo((short) 2);
  }

  @Test
  void shouldPackThirtyTwoBitsAndNodesWhenNeeded() {
    Grouping groups = Grouping.of(new int[] {1, 0}, List.of("a", "b"));
    SpikeTimes times = new SpikeTimes.OfSteps(new int[] {65536}, 1, 1);
    ByteBuffer bytes = block(List.of(new SpikeTable("p", 2, times, new int[] {0}, groups)), 70_000);
    assertThat(bytes.remaining()).isEqualTo(12);
    assertThat(bytes.getInt(0)).isEqualTo(65536);
    assertThat(bytes.getInt(4)).as("row").isEqualTo(1);
    assertThat(bytes.getInt(8)).as("node").isZero();
  }

  private static ByteBuffer block(List<SpikeTable> tables, double durationMs) {
    NodeLayout layout = NodeLayout.of(tables);
    byte[] text = SpikeBlock.base64(SpikeSample.of(tables, layout, durationMs, 1, 100), layout);
    return ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
