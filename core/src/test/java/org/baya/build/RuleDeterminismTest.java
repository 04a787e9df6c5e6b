package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baya.build.CompiledNetworkTest.Synapse;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule;
import org.baya.network.Connectivity;
import org.baya.network.Connectivity.End;
import org.baya.network.Connectivity.Pool;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule gives the same synapses for any number of threads and shards. */
class RuleDeterminismTest {
  private static final Value SEVEN = Value.of(7);

  static Stream<Connectivity.Rule> rules() {
    Value off = Value.of(0);
    return Stream.of(
        rule("all_to_all", Map.of("allow_autapses", off)),
        rule("one_to_one", Map.of()),
        rule("fixed_indegree", Map.of("indegree", SEVEN)),
        rule("fixed_indegree", Map.of("indegree", SEVEN, "allow_multapses", off)),
        rule("fixed_indegree", Map.of("indegree", Value.formula("poisson(5)"))),
        rule("fixed_outdegree", Map.of("outdegree", Value.of(50), "allow_multapses", off)),
        rule("fixed_outdegree", Map.of("outdegree", Value.formula("C_m[source] / 10"))),
        rule("fixed_total_number", Map.of("N", Value.of(500))),
        rule("fixed_total_number", Map.of("N", Value.of(500), "allow_multapses", off)),
        rule("pairwise_bernoulli", Map.of("p", Value.of(0.1))),
        rule("pairwise_bernoulli", Map.of("p", Value.formula("0.2 * uniform(0, 1)"))),
        rule("pairwise_poisson", Map.of("pairwise_avg_num_conns", Value.of(0.2))),
        rule(
            "pairwise_poisson",
            Map.of("pairwise_avg_num_conns", Value.formula("C_m[source] / C_m[target] / 10"))),
        rule("symmetric_pairwise_bernoulli", Map.of("p", Value.of(0.1))));
  }

  private static Connectivity.Rule rule(String name, Map<String, Value> options) {
    return new Connectivity.Rule(name, options);
  }

  private static Map<Synapse, Integer> built(Connectivity rule, int threads) {
    Network network =
        CompiledNetworkTest.network(
            Projection.of("p", "n", "n", rule)
                .with("weight", "normal(1, 0.1)")
                .with("delay", "uniform(1, 2)")
                .with("receptor", "1 + uniform_int(3)"));
    NetworkBuilder.Built built = NetworkBuilder.build(network, threads);
    List<Synapse> synapses = CompiledNetworkTest.synapses(built.network());
    assertThat(built.report().made()).isEqualTo(synapses.size());
    return CompiledNetworkTest.counts(synapses);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldBuildTheSameForAnyThreads(Connectivity.Rule rule) {
    Map<Synapse, Integer> one = built(rule, 1);
    assertThat(one).isNotEmpty();
    for (int threads : new int[] {2, 3, 8}) {
      assertThat(built(rule, threads)).isEqualTo(one);
    }
  }

  @Test
  void shouldBuildThirdFactorsTheSameForAnyThreads() {
    Network network = CompiledNetworkTest.network().with(Population.of("third", "iaf_psc_exp", 20));
    network =
        network.with(
            Projection.of("p", "n", "n", rule("pairwise_bernoulli", Map.of("p", Value.of(0.2)))));
    for (End end : End.values()) {
      boolean in = end == End.IN;
      network =
          network.with(
              Projection.of(
                      in ? "in" : "out",
                      in ? "n" : "third",
                      in ? "third" : "n",
                      new Connectivity.ThirdFactor(
                          "p", end, Value.formula("uniform(0, 1)"), Pool.RANDOM, Optional.of(3L)))
                  .with("weight", "normal(1, 0.1)"));
    }
    Map<Synapse, Integer> one = counts(network, 1);
    for (int threads : new int[] {2, 3, 8}) {
      assertThat(counts(network, threads)).isEqualTo(one);
    }
  }

  private static Map<Synapse, Integer> counts(Network network, int threads) {
    return CompiledNetworkTest.counts(
        CompiledNetworkTest.synapses(NetworkBuilder.build(network, threads).network()));
  }

  @Test
  void shouldCoverEveryRule() {
    Set<String> covered = new HashSet<>();
    rules().forEach(rule -> covered.add(rule.name()));
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Catalog.standard().rules().stream().map(ConnectionRule::name).toList());
  }
}
