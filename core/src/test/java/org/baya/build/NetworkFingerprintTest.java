package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFingerprintTest {
  private static final Projection ALGEBRA =
      Projection.of(
          "a",
          "cells",
          "cells",
          new Connectivity.Algebra(
              "r = random(0.3); cset(r, weight=normal(0, 2), delay=uniform(1, 3)) + cset(transpose * r, weight=1.5, delay=2)",
              List.of()));
  private static final Projection RULE =
      Projection.of(
              "b",
              "input",
              "ported",
              new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(7.0))))
          .with("receptor", "1 + uniform_int(2)")
          .with("weight", "uniform_int(100) / 7");
  private static final Projection LIST =
      Projection.of(
              "c", "cells", "ported", Connectivity.edges(new int[] {3, 3, 9}, new int[] {1, 1, 0}))
          .with("weight", "0.1 + 0.2 * V_th[target]");

  private static final Projection PLASTIC =
      new Projection(
          "e",
          "cells",
          "cells",
          new Connectivity.Algebra("random(0.2) * (full - oneToOne)", List.of()),
          Map.of("weight", Value.formula("uniform(1, 3)"), "delay", Value.formula("uniform(1, 4)")),
          "stdp_synapse",
          Optional.empty());

  private static Network network(Projection... projections) {
    Network network =
        Network.of("t", 0.1)
            .with(Population.of("input", "spike_train_injector", 40))
            .with(Population.of("cells", "iaf_psc_exp", 130))
            .with(Population.of("ported", "glif_psc", 70).with("tau_syn", Value.of(1.0, 2.0, 3.0)));
    for (Projection projection : projections) {
      network = network.with(projection);
    }
    return network;
  }

  private static long fingerprint(Network network, int threads) {
    return NetworkFingerprint.of(NetworkBuilder.build(network, threads).network(), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void shouldBeTheSameInPlanAndNetworkWhenThreadsDiffer(int threads) {
    Network network = network(ALGEBRA, RULE, LIST, PLASTIC);
    long expected = fingerprint(network, 1);
    assertThat(fingerprint(network, threads)).isEqualTo(expected);
    assertThat(NetworkPlan.of(network, 10, threads).fingerprint()).isEqualTo(expected);
  }

  @Test
  void shouldBeTheSameWhenEdgesComeInAnotherOrder() {
    int[] sources = {3, 3, 9, 0};
    int[] targets = {1, 1, 0, 5};
    long one = fingerprint(network(edges(sources, targets, 1, 2, 3, 4)), 2);
    int[] otherSources = {9, 0, 3, 3};
    int[] otherTargets = {0, 5, 1, 1};
    assertThat(fingerprint(network(edges(otherSources, otherTargets, 3, 4, 2, 1)), 2))
        .isEqualTo(one);
    Projection first = edges(new int[] {3, 0}, new int[] {1, 5}, 1, 4);
    Projection second = edges(new int[] {3, 9}, new int[] {1, 0}, 2, 3);
    Projection renamed =
        new Projection(
            "d",
            second.from(),
            second.to(),
            second.connectivity(),
            second.synapse(),
            second.synapseModel(),
            second.drop());
    assertThat(fingerprint(network(renamed, first), 3)).isEqualTo(one);
  }

  private static Projection edges(int[] sources, int[] targets, double... weights) {
    return Projection.of(
        "c", "cells", "cells", Connectivity.edges(sources, targets).with("weight", weights));
  }

  @Test
  void shouldDifferWhenAnythingOfASynapseDiffers() {
    Set<Long> seen = new HashSet<>();
    seen.add(fingerprint(network(), 1));
    seen.add(fingerprint(network(LIST), 1));
    seen.add(fingerprint(network(LIST.with("receptor", 2)), 1));
    seen.add(fingerprint(network(LIST.with("delay", 1.1)), 1));
    seen.add(fingerprint(network(LIST.with("weight", Math.nextUp(0.1))), 1));
    seen.add(fingerprint(network(LIST.with("weight", 0.1)), 1));
    seen.add(fingerprint(network(edges(new int[] {3, 3}, new int[] {1, 1}, 1, 1)), 1));
    seen.add(fingerprint(network(edges(new int[] {3}, new int[] {1}, 1)), 1));
    seen.add(fingerprint(network(edges(new int[] {1}, new int[] {3}, 1)), 1));
    seen.add(fingerprint(network(RULE), 1));
    seen.add(fingerprint(network(RULE).withSeed(2), 1));
    assertThat(seen).hasSize(11);
    assertThat(fingerprint(network(), 1)).isZero();
  }

  @Test
  void shouldPrintSixteenDigits() {
    assertThat(NetworkFingerprint.text(0xAL)).isEqualTo("000000000000000a");
    assertThat(NetworkFingerprint.text(-1)).isEqualTo("ffffffffffffffff");
  }
}
