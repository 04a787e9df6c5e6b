package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.compiled.SynapseTable;
import org.baya.model.TimeGrid;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows made whole are those that {@link DividedBuild} makes by counting and sorting. */
class RowwiseBuildTest {
  private static final int NEURONS = 1700;
  private static final int WORKERS = 3;

  /** More than any way to build reads all edges. */
  private static final int PASSES = 10;

  private static Projection rule(
      String name, String from, String to, String rule, Value... option) {
    return Projection.of(name, from, to, new Connectivity.Rule(rule, Map.of("N", option[0])));
  }

  /** Two populations, three projections, one of them without edges; some edges are dropped. */
  private static Network random(String delay) {
    return Network.of("random", 0.1)
        .with(Population.of("a", "iaf_psc_exp", NEURONS))
        .with(Population.of("b", "iaf_psc_exp", 900))
        .with(
            rule("aa", "a", "a", "fixed_total_number", Value.of(120_000.0))
                .with("weight", "normal(1, 1)")
                .with("delay", delay))
        .with(
            rule("ba", "b", "a", "fixed_total_number", Value.of(60_000.0))
                .with("weight", "normal(-3, 1)")
                .with("delay", delay)
                .dropping("delay < 0.3"))
        .with(
            rule("ab", "a", "b", "fixed_total_number", Value.of(0.0))
                .with("weight", "normal(1, 1)"));
  }

  /** Every sixteenth chunk of rows has few edges, so the rest needs more room than it tells. */
  private static Network misleading() {
    double[] degrees = new double[NEURONS];
    Arrays.setAll(degrees, source -> source / 81 % 16 == 0 ? 1 : 107);
    return Network.of("misleading", 0.1)
        .with(Population.of("a", "iaf_psc_exp", NEURONS))
        .with(
            Projection.of(
                    "aa",
                    "a",
                    "a",
                    new Connectivity.Rule(
                        "fixed_outdegree", Map.of("outdegree", Value.of(degrees))))
                .with("weight", "normal(5, 1)")
                .with("delay", "uniform(0.1, 2)")
                .dropping("weight < 4"));
  }

  /** What a group makes of a network's stored projections. */
  private record Built(
      List<SynapseTable> tables, List<Long> counts, int maxDelay, double readings) {}

  private interface Way {
    GroupBuild of(SynapseGroup group, EdgeWork work);
  }

  private static Built build(Network network, Way way) {
    try (Arena arena = Arena.ofShared()) {
      Blueprint blueprint = Blueprint.of(network, WORKERS, arena);
      TimeGrid grid = blueprint.grid();
      EdgeCounts counts = new EdgeCounts(network.projections().size());
      BuildProgress progress = new BuildProgress();
      progress.total(PASSES * blueprint.stored().stream().mapToLong(p -> p.edges().size()).sum());
      EdgeWork work = new EdgeWork(blueprint.layout(), grid, 1, WORKERS, progress, counts);
      List<SynapseGroup> groups = SynapseGroup.of(blueprint.stored(), grid);
      assertThat(groups).hasSize(1);
      assertThat(RowwiseBuild.suits(groups.getFirst())).isTrue();
      GroupBuild build = way.of(groups.getFirst(), work);
      build.fill();
      List<SynapseTable> tables = new ArrayList<>();
      int maxDelay = 0;
      for (int shard = 0; shard < blueprint.layout().shards(); shard++) {
        tables.add(build.finish(shard));
        maxDelay = Math.max(maxDelay, build.maxDelay(shard));
      }
      List<Long> told = new ArrayList<>();
      for (int p = 0; p < network.projections().size(); p++) {
        told.addAll(List.of(counts.dropped(p), counts.changedDelays(p), counts.roundedDelays(p)));
      }
      return new Built(tables, told, maxDelay, PASSES * progress.share());
    }
  }

  /** Returns how often all edges were read. */
  private static double shouldAgree(Network network, int minSamples) {
    Built rowwise = build(network, (group, work) -> new RowwiseBuild(group, work, minSamples));
    Built divided =
        build(network, (group, work) -> new DividedBuild(group, work, Optional.empty()));
    assertThat(rowwise.counts()).isEqualTo(divided.counts());
    assertThat(rowwise.maxDelay()).isEqualTo(divided.maxDelay());
    for (int shard = 0; shard < divided.tables().size(); shard++) {
      shouldAgree(rowwise.tables().get(shard), divided.tables().get(shard));
    }
    return rowwise.readings();
  }

  private static void shouldAgree(SynapseTable a, SynapseTable b) {
    assertThat(a.synapses()).isEqualTo(b.synapses()).isPositive();
    assertThat(a.rows()).isEqualTo(b.rows());
    for (int row = 0; row < b.sources(); row++) {
      if (b.rows()[row] < b.rows()[row + 1]) {
        assertThat(groups(a, row)).isEqualTo(groups(b, row));
        assertThat(Arrays.copyOfRange(a.slots(), a.first(row), a.behind(row)))
            .isEqualTo(Arrays.copyOfRange(b.slots(), b.first(row), b.behind(row)));
        for (int k = 0; k < b.behind(row) - b.first(row); k++) {
          double weight = b.weights().weight(b.first(row) + k);
          assertThat(a.weights().weight(a.first(row) + k)).isEqualTo(weight);
        }
      }
    }
  }

  private static int[] groups(SynapseTable table, int row) {
    return Arrays.copyOfRange(table.directory(), table.rows()[row] + 1, table.rows()[row + 1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(1.5, 1.54)",
        "redrawn(normal(1.5, 0.75), 0.1, 100)",
        "uniform(0.1, 6000)"
      })
  void shouldMakeTheRowsThatSortingMakes(String delay) {
    double readings = shouldAgree(random(delay), Integer.MAX_VALUE);
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void shouldFindRoomFromSomeChunks() {
    double readings = shouldAgree(random("redrawn(normal(1.5, 0.75), 0.1, 100)"), 1);
    assertThat(readings).isLessThan(1.2);
  }

  @Test
  void shouldWriteAgainWhenSomeChunksHaveMisled() {
    double readings = shouldAgree(misleading(), 1);
    assertThat(readings).isGreaterThan(2);
  }
}
