package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.compiled.SynapseTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayColumnsTest {
  private static final int SHARDS = 3;
  private static final int SYNAPSES = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 255, 256, 257, 32_768, SynapseTable.MAX_DELAY})
  void shouldGiveBackWhatWasPutWhateverTheLargestDelay(int largest) {
    DelayColumns columns = new DelayColumns(SHARDS);
    int[] expected = new SplittableRandom(largest).ints(SYNAPSES, 1, largest + 1).toArray();
    expected[SYNAPSES / 2] = largest;
    int[] places = new int[SYNAPSES];
    int[] at = new int[SYNAPSES];
    for (int i = 0; i < SYNAPSES; i++) {
      places[i] = 1 << 16 | i;
      at[i] = SYNAPSES - 1 - i;
    }
    for (int shard = 0; shard < SHARDS; shard++) {
      columns.allocate(shard, SYNAPSES);
    }
    columns.put(places, at, expected, SYNAPSES);
    int[] got = new int[SYNAPSES];
    columns.get(1, 0, SYNAPSES, got);
    for (int i = 0; i < SYNAPSES; i++) {
      assertThat(got[at[i]]).isEqualTo(expected[i]);
    }
    assertThat(columns.longest(0)).isZero();
    assertThat(columns.longest(1)).isEqualTo(largest);
    columns.get(1, 10, 20, got);
    assertThat(got[0]).isEqualTo(expected[SYNAPSES - 1 - 10]);
    long different = IntStream.of(expected).distinct().count();
    assertThat(columns.groups(1, 0, SYNAPSES))
        .isBetween((int) different, largest > 255 ? SYNAPSES : (int) different);
    columns.allocate(1, 0);
    assertThat(columns.longest(1)).isZero();
  }
}
