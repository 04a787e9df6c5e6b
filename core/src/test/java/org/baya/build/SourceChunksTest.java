package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;

class SourceChunksTest {
  private static final int SHARDS = 4;

  private static Projection edges(String from, String to, double edges) {
    return Projection.of(
        from + to,
        from,
        to,
        new Connectivity.Rule("fixed_total_number", Map.of("N", Value.of(edges))));
  }

  private static SourceChunks chunks(Projection... projections) {
    Network network =
        Network.of("x", 0.1)
            .with(Population.of("a", "iaf_psc_exp", 1000))
            .with(Population.of("b", "iaf_psc_exp", 20_000));
    for (Projection projection : projections) {
      network = network.with(projection);
    }
    try (Arena arena = Arena.ofShared()) {
      return new SourceChunks(Blueprint.of(network, 2, arena).stored(), SHARDS);
    }
  }

  @Test
  void shouldTakeEveryRowOnceInOrder() {
    SourceChunks chunks =
        chunks(edges("a", "a", 300_000), edges("b", "a", 50_000), edges("a", "b", 5));
    assertThat(chunks.edges()).isEqualTo(350_005);
    int next = 0;
    for (int i = 0; i < chunks.size(); i++) {
      SourceChunks.Chunk chunk = chunks.get(i);
      assertThat(chunk.firstNode()).isEqualTo(next);
      assertThat(chunk.rows()).isPositive();
      boolean first = chunk.firstNode() < 1000;
      assertThat(chunk.projections().stream().map(ResolvedProjection::name).toList())
          .isEqualTo(first ? List.of("aa", "ab") : List.of("ba"));
      next += chunk.rows();
    }
    assertThat(next).isEqualTo(21_000);
  }

  @Test
  void shouldBeSmallWhereRowsAreLongAndBoundedWhereTheyAreEmpty() {
    assertThat(chunks(edges("a", "a", 20_000_000)).get(0).rows()).isEqualTo(1);
    SourceChunks empty = chunks(edges("b", "a", 0));
    long limit = (long) empty.get(0).rows() * SHARDS * 65_535;
    assertThat(limit).isBetween(1L, (long) Integer.MAX_VALUE);
  }
}
