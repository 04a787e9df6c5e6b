package org.baya.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baya.build.NetworkBuilder;
import org.baya.build.NetworkEdges;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of the built network and of its description, against a list of all edges. */
class ConnectionsTest {
  private static final Network NETWORK =
      Network.of("t", 0.1)
          .with(Population.of("input", "spike_train_injector", 6))
          .with(Population.of("cells", "iaf_psc_exp", 31))
          .with(Population.of("ported", "glif_psc", 20).with("tau_syn", Value.of(1.0, 2.0, 3.0)))
          .with(
              Projection.of(
                      "sets",
                      "cells",
                      "cells",
                      new Connectivity.Algebra("random(fanIn=4) + cset(oneToOne)", List.of()))
                  .with("weight", "normal(0, 1)")
                  .with("delay", "uniform(1, 5)")
                  .dropping("abs(weight) < 0.2"))
          .with(
              Projection.of(
                      "rule",
                      "input",
                      "ported",
                      new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(3.0))))
                  .with("receptor", "1 + uniform_int(3)")
                  .with("weight", 2.5))
          .with(
              Projection.of(
                      "rows", "cells", "ported", new Connectivity.Rule("all_to_all", Map.of()))
                  .with("weight", "uniform(1, 2)"));

  private static List<Connection> read(ProjectionEdges edges, ProjectionEdges.Reader reader) {
    List<Connection> all = new ArrayList<>();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (int k = 0; k < n; k++) {
        all.add(
            new Connection(
                edges.from(),
                reader.sources()[k],
                edges.to(),
                reader.targets()[k],
                reader.receptors()[k],
                reader.delaysMs()[k],
                reader.weights()[k]));
      }
    }
    return all;
  }

  private static List<Connection> all(NetworkEdges edges) {
    List<Connection> all = new ArrayList<>();
    edges.projections().forEach(p -> all.addAll(read(p, p.reader())));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldFindTheSynapsesOfEveryNodeWhenNetworkIsBuilt(int threads) {
    Connections connections = Connections.of(NetworkBuilder.build(NETWORK, threads).network());
    try (NetworkEdges edges = NetworkEdges.open(NETWORK)) {
      List<Connection> all = all(edges);
      assertThat(all).hasSizeGreaterThan(31 * 20 + 60);
      for (Population population : NETWORK.populations()) {
        for (int node = 0; node < population.size().orElseThrow(); node++) {
          String name = population.name();
          int number = node;
          assertThat(connections.targetsOf(name, node))
              .containsExactlyInAnyOrderElementsOf(
                  all.stream().filter(c -> c.from().equals(name) && c.source() == number).toList());
          assertThat(connections.sourcesOf(name, node))
              .containsExactlyInAnyOrderElementsOf(
                  all.stream().filter(c -> c.to().equals(name) && c.target() == number).toList());
        }
      }
      assertThat(connections.between("cells", 7, "ported", 3))
          .containsExactlyElementsOf(
              all.stream()
                  .filter(c -> c.to().equals("ported") && c.target() == 3)
                  .filter(c -> c.from().equals("cells") && c.source() == 7)
                  .toList())
          .hasSize(1);
    }
  }

  @Test
  void shouldReadOnlyTheWantedEdgesWhenProjectionIsAsked() {
    try (NetworkEdges edges = NetworkEdges.open(NETWORK)) {
      for (ProjectionEdges projection : edges.projections()) {
        List<Connection> all = read(projection, projection.reader());
        for (int node = 0; node < 6; node++) {
          int number = node;
          assertThat(read(projection, projection.ofSource(node)))
              .containsExactlyElementsOf(all.stream().filter(c -> c.source() == number).toList());
          assertThat(read(projection, projection.ofTarget(node)))
              .containsExactlyElementsOf(all.stream().filter(c -> c.target() == number).toList());
          assertThat(read(projection, projection.between(node, 2)))
              .containsExactlyElementsOf(
                  all.stream().filter(c -> c.source() == number && c.target() == 2).toList());
        }
      }
    }
  }

  @Test
  void shouldNameTheNearestWhenPopulationOrNodeIsUnknown() {
    Connections connections = Connections.of(NetworkBuilder.build(NETWORK, 1).network());
    assertThatThrownBy(() -> connections.targetsOf("cell", 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("unknown population 'cell'; did you mean 'cells'?");
    assertThatThrownBy(() -> connections.sourcesOf("cells", 31))
        .hasMessage("population 'cells' has no node 31; allowed is 0 to 30");
  }
}
