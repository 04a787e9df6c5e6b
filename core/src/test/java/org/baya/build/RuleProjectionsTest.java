package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Connectivity.End;
import org.baya.network.Connectivity.Pool;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projections of rules as they reach the builder: options, arrays, reverses, third populations. */
class RuleProjectionsTest {
  /** One edge with its values. */
  private record Edge(int source, int target, double weight, double delay) {}

  private static Population cells(String name, int size) {
    return Population.of(name, "iaf_psc_exp", size)
        .with(
            "C_m", Value.of(column(IntStream.range(0, size).mapToDouble(i -> 100 + i).toArray())));
  }

  private static ColumnSource column(double... values) {
    return ColumnSource.of(SegmentColumn.of("column", values));
  }

  private static ColumnSource matrix(int width, double... values) {
    return ColumnSource.of(SegmentColumn.matrix("array", width, values));
  }

  private static Connectivity rule(String name, Object... options) {
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      values.put(
          (String) options[i],
          switch (options[i + 1]) {
            case String text -> Value.formula(text);
            case Value value -> value;
            default -> Value.of(((Number) options[i + 1]).doubleValue());
          });
    }
    return new Connectivity.Rule(name, values);
  }

  /** Two populations, a of 12 and b of 20 neurons. */
  private static Network network(Projection... projections) {
    Network network =
        Network.of("t", 0.1).with(cells("a", 12)).with(cells("b", 20)).with(cells("c", 40));
    for (Projection projection : projections) {
      network = network.with(projection);
    }
    return network;
  }

  private static Map<String, List<Edge>> edges(Projection... projections) {
    Map<String, List<Edge>> all = new HashMap<>();
    try (Arena arena = Arena.ofShared()) {
      Blueprint blueprint = Blueprint.of(network(projections), 1, arena);
      for (ResolvedProjection projection : blueprint.projections()) {
        EdgeEvaluator edges = new EdgeEvaluator(projection, 1, blueprint.grid());
        edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
        List<Edge> list = new ArrayList<>();
        while (edges.next()) {
          int n = edges.loadAll();
          edges.evaluate();
          for (int i = 0; i < n; i++) {
            list.add(
                new Edge(
                    edges.sources()[i],
                    edges.targets()[i],
                    edges.weights()[i],
                    edges.delaysMs()[i]));
          }
        }
        assertThat(projection.edges().size()).isGreaterThanOrEqualTo(list.size());
        all.put(projection.name(), list);
      }
    }
    return all;
  }

  private static Projection p(String from, String to, Connectivity connectivity) {
    return Projection.of("p", from, to, connectivity);
  }

  private static int[] degrees(List<Edge> edges, boolean out, int nodes) {
    int[] degrees = new int[nodes];
    edges.forEach(e -> degrees[out ? e.source() : e.target()]++);
    return degrees;
  }

  @Test
  void shouldTakeDegreesFromFormulasListsAndColumns() {
    double[] list = IntStream.range(0, 20).mapToDouble(i -> i % 4).toArray();
    int[] wanted = Arrays.stream(list).mapToInt(x -> (int) x).toArray();
    for (Value indegree :
        List.of(
            Value.of(list),
            Value.of(column(list)),
            Value.formula("C_m[target] - 100 - 4 * floor((C_m - 100) / 4)"))) {
      assertThat(
              degrees(
                  edges(p("a", "b", rule("fixed_indegree", "indegree", indegree))).get("p"),
                  false,
                  20))
          .isEqualTo(wanted);
    }
    int[] drawn =
        degrees(
            edges(p("b", "a", rule("fixed_outdegree", "outdegree", "uniform_int(3) + 0.5")))
                .get("p"),
            true,
            20);
    assertThat(drawn).containsOnly(1, 2, 3);
    assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(3);
  }

  @Test
  void shouldTakeProbabilitiesFromFormulasOfBothEnds() {
    List<Edge> edges =
        edges(p("a", "b", rule("pairwise_bernoulli", "p", "C_m[source] + 1 == C_m[target]")))
            .get("p");
    assertThat(edges).hasSize(12).allMatch(e -> e.source() + 1 == e.target());
  }

  @Test
  void shouldLayArraysOnTheEdgesOfRules() {
    double[] values = IntStream.range(0, 240).asDoubleStream().toArray();
    List<Edge> all =
        edges(p("a", "b", rule("all_to_all")).with("weight", Value.of(matrix(12, values))))
            .get("p");
    assertThat(all).hasSize(240).allMatch(e -> e.weight() == e.target() * 12 + e.source());
    List<Edge> without =
        edges(
                p("a", "a", rule("all_to_all", "allow_autapses", 0))
                    .with("weight", Value.of(matrix(12, Arrays.copyOf(values, 144)))))
            .get("p");
    assertThat(without).hasSize(132).allMatch(e -> e.weight() == e.target() * 12 + e.source());
    List<Edge> in =
        edges(
                p("a", "b", rule("fixed_indegree", "indegree", 3))
                    .with("weight", Value.of(matrix(3, Arrays.copyOf(values, 60)))))
            .get("p");
    assertThat(in).hasSize(60).allMatch(e -> (int) e.weight() / 3 == e.target());
    assertThat(in.stream().mapToDouble(Edge::weight).sum()).isEqualTo(60 * 59 / 2);
    List<Edge> out =
        edges(
                p("a", "b", rule("fixed_outdegree", "outdegree", 5))
                    .with(
                        "delay",
                        Value.of(Arrays.stream(values).limit(60).map(x -> x + 1).toArray())))
            .get("p");
    assertThat(out).hasSize(60).allMatch(e -> (int) (e.delay() - 1) / 5 == e.source());
    List<Edge> one =
        edges(p("a", "a", rule("one_to_one")).with("weight", Value.of(Arrays.copyOf(values, 12))))
            .get("p");
    assertThat(one).hasSize(12).allMatch(e -> e.weight() == e.source());
    List<Edge> total =
        edges(
                p("a", "b", rule("fixed_total_number", "N", 100))
                    .with("weight", Value.of(Arrays.copyOf(values, 100))))
            .get("p");
    assertThat(total.stream().map(Edge::weight))
        .containsExactlyElementsOf(Arrays.stream(values).limit(100).boxed().toList());
  }

  private static Edge reversed(Edge edge) {
    return new Edge(edge.target(), edge.source(), edge.weight(), edge.delay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one_to_one",
        "all_to_all",
        "fixed_indegree",
        "fixed_outdegree",
        "fixed_total_number",
        "pairwise_bernoulli",
        "pairwise_poisson"
      })
  void shouldGiveReversesTheSameValues(String rule) {
    Object[] options = {"make_symmetric", 1};
    List<Object> all = new ArrayList<>(List.of(options));
    switch (rule) {
      case "fixed_indegree" -> all.addAll(List.of("indegree", 3));
      case "fixed_outdegree" -> all.addAll(List.of("outdegree", 3));
      case "fixed_total_number" -> all.addAll(List.of("N", 30));
      case "pairwise_bernoulli" -> all.addAll(List.of("p", 0.3));
      case "pairwise_poisson" -> all.addAll(List.of("pairwise_avg_num_conns", 0.3));
      default -> {}
    }
    for (String to : rule.equals("one_to_one") ? new String[] {"a"} : new String[] {"a", "b"}) {
      Map<String, List<Edge>> edges =
          edges(
              p("a", to, rule(rule, all.toArray()))
                  .with("weight", "normal(C_m[target], 1) - 2 * C_m[source]")
                  .with("delay", "uniform(1, 2)")
                  .dropping("C_m[source] == 103"));
      List<Edge> forward = edges.get("p");
      assertThat(forward).isNotEmpty();
      assertThat(edges.get("p.reverse"))
          .containsExactlyInAnyOrderElementsOf(
              forward.stream()
                  .filter(e -> !to.equals("a") || e.source() != e.target())
                  .map(RuleProjectionsTest::reversed)
                  .toList());
    }
  }

  @Test
  void shouldConnectSymmetricallyOncePerPair() {
    Map<String, List<Edge>> edges =
        edges(p("c", "c", rule("symmetric_pairwise_bernoulli", "p", 0.5)));
    assertThat(edges.get("p")).allMatch(e -> e.source() < e.target()).hasSizeBetween(300, 480);
    assertThat(edges.get("p.reverse")).hasSameSizeAs(edges.get("p"));
  }

  @Test
  void shouldGiveCollocatedSynapsesTheSamePairs() {
    Projection first =
        p("a", "b", rule("pairwise_bernoulli", "p", 0.2)).with("weight", "normal(0, 1)");
    Projection second =
        Projection.of("q", "a", "b", new Connectivity.SamePairs("p"))
            .with("weight", "normal(0, 1)");
    Map<String, List<Edge>> edges = edges(first, second);
    assertThat(edges.get("p").stream().map(e -> List.of(e.source(), e.target())).toList())
        .isEqualTo(edges.get("q").stream().map(e -> List.of(e.source(), e.target())).toList());
    assertThat(edges.get("p").stream().map(Edge::weight).toList())
        .doesNotContainAnyElementsOf(edges.get("q").stream().map(Edge::weight).toList());
  }

  private static Projection third(End end, Value p, Pool pool, Optional<Long> size) {
    return Projection.of(
        end == End.IN ? "in" : "out",
        end == End.IN ? "a" : "c",
        end == End.IN ? "c" : "b",
        new Connectivity.ThirdFactor("p", end, p, pool, size));
  }

  @ParameterizedTest
  @CsvSource({"fixed_indegree, indegree", "fixed_outdegree, outdegree"})
  void shouldLeadThroughAThirdPopulation(String rule, String option) {
    for (Pool pool : Pool.values()) {
      Optional<Long> size = Optional.of(2L);
      Map<String, List<Edge>> edges =
          edges(
              p("a", "b", rule(rule, option, 6)),
              third(End.IN, Value.of(0.6), pool, size),
              third(End.OUT, Value.of(0.6), pool, size));
      List<Edge> in = edges.get("in");
      List<Edge> out = edges.get("out");
      int primary = edges.get("p").size();
      // 0.6 of 120 or 72 edges, within 4.75 standard deviations
      assertThat((in.size() - 0.6 * primary) / Math.sqrt(0.24 * primary)).isBetween(-4.75, 4.75);
      assertThat(in).hasSameSizeAs(out);
      List<List<Integer>> ways = new ArrayList<>();
      for (int i = 0; i < in.size(); i++) {
        assertThat(in.get(i).target()).isEqualTo(out.get(i).source());
        ways.add(List.of(in.get(i).source(), out.get(i).target()));
      }
      assertThat(edges.get("p").stream().map(e -> List.of(e.source(), e.target())).toList())
          .containsAll(ways);
      for (int target = 0; target < 20; target++) {
        int own = target;
        List<Integer> used =
            out.stream().filter(e -> e.target() == own).map(Edge::source).distinct().toList();
        assertThat(used).hasSizeLessThanOrEqualTo(2);
        if (pool == Pool.BLOCK) {
          assertThat(used).isSubsetOf(2 * target, 2 * target + 1);
        }
      }
    }
  }

  @Test
  void shouldShareNodesOfBlocksOfSizeOneAndUseAllWithoutASize() {
    Projection primary = p("a", "b", rule("all_to_all"));
    Projection in =
        Projection.of(
            "in",
            "a",
            "d",
            new Connectivity.ThirdFactor("p", End.IN, Value.of(1), Pool.BLOCK, Optional.of(1L)));
    Network network = network(primary).with(cells("d", 5)).with(in);
    try (Arena arena = Arena.ofShared()) {
      ResolvedProjection found = Blueprint.of(network, 1, arena).projections().get(1);
      assertThat(found.edges().size()).isEqualTo(240);
    }
    List<Edge> everywhere =
        edges(primary, third(End.OUT, Value.of(1), Pool.RANDOM, Optional.empty())).get("out");
    assertThat(everywhere).hasSize(240);
    assertThat(everywhere.stream().map(Edge::source).distinct().count()).isGreaterThan(35);
  }

  /** The matrix [[0, 2, 0], [1, 0, 3]], target x source, in every form. */
  @Test
  void shouldReadMatricesInEveryForm() {
    List<Edge> wanted = List.of(new Edge(1, 0, 2, 1), new Edge(0, 1, 1, 1), new Edge(2, 1, 3, 1));
    Population two = cells("two", 2);
    Population three = cells("three", 3);
    for (Connectivity form :
        List.of(
            Connectivity.csr(new long[] {0, 1, 3}, new int[] {1, 0, 2}, new double[] {2, 1, 3}),
            Connectivity.csc(new long[] {0, 1, 2, 3}, new int[] {1, 0, 1}, new double[] {1, 2, 3}),
            Connectivity.coo(new int[] {0, 1, 1}, new int[] {1, 0, 2}, new double[] {2, 1, 3}),
            Connectivity.matrix(3, 0, 2, 0, 1, 0, 3))) {
      Network network =
          Network.of("t", 0.1)
              .with(two)
              .with(three)
              .with(Projection.of("p", "three", "two", form).dropping("weight == 0"));
      BuildReport report = NetworkBuilder.build(network, 2).report();
      assertThat(report.made()).isEqualTo(3);
      try (Arena arena = Arena.ofShared()) {
        ResolvedProjection p = Blueprint.of(network, 1, arena).projections().getFirst();
        EdgeEvaluator edges = new EdgeEvaluator(p, 1, Blueprint.of(network, 1, arena).grid());
        edges.seek(PartQueue.all(p.edges()), 0, p.edges().parts());
        List<Edge> list = new ArrayList<>();
        while (edges.next()) {
          int n = edges.loadAll();
          edges.evaluate();
          for (int i = 0; i < n; i++) {
            list.add(new Edge(edges.sources()[i], edges.targets()[i], edges.weights()[i], 1));
          }
        }
        assertThat(list).containsExactlyInAnyOrderElementsOf(wanted);
      }
    }
  }

  /** At steps of 0.1 ms halves go to the even step, so 1.05 and 1.15 move, 1.0004 does not. */
  @Test
  void shouldReportHowManyDelaysWereRounded() {
    double[] delays = {1.0, 1.04, 1.05, 1.1, 1.0004, 1.15, 1.2, 0.3, 2.06, 3, 4, 5};
    BuildReport report =
        NetworkBuilder.build(
                network(p("a", "a", rule("one_to_one")).with("delay", Value.of(delays))), 2)
            .report();
    assertThat(report.projections().getFirst().roundedDelays()).isEqualTo(4);
  }

  private static void refuses(String message, Projection... projections) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(network(projections), 2))
        .withMessage("projections." + message);
  }

  @Test
  void shouldRefuseWrongOptionsInOneLine() {
    refuses(
        "p: rule pairwise_bernoulli needs 'p': probability of a pair, or a formula of source and target",
        p("a", "b", rule("pairwise_bernoulli")));
    refuses(
        "p.p: 1.5; allowed is >= 0 and <= 1", p("a", "b", rule("pairwise_bernoulli", "p", 1.5)));
    refuses(
        "p: p of the pair from 0 to 0 = 1.5; allowed is >= 0 and <= 1",
        p("a", "b", rule("pairwise_bernoulli", "p", "1.5 * (C_m[source] < 200)")));
    refuses(
        "p.p: in 'C_m': unknown name 'C_m'; did you mean 'C_m[target]'?",
        p("a", "b", rule("pairwise_bernoulli", "p", "C_m")));
    refuses(
        "p.allow_autapses: 'C_m > 3' is a formula; allowed is a number",
        p("a", "b", rule("all_to_all", "allow_autapses", "C_m > 3")));
    refuses(
        "p: indegree of target 11 = 11.6; allowed is a whole number, >= 0 and <= 2147483647"
            .replace("11.6", "-1.0")
            .replace("target 11", "target 0"),
        p("a", "b", rule("fixed_indegree", "indegree", "99 - C_m")));
    refuses(
        "p: indegree of target 5 = 15 but there are only 12 possible sources without multapses"
            .replace("target 5 = 15", "target 3 = 13"),
        p("a", "b", rule("fixed_indegree", "indegree", "C_m - 90", "allow_multapses", 0)));
    refuses(
        "p.outdegree: has 3 numbers; projections.p.outdegree needs one for each of 12 nodes of 'a'",
        p("a", "b", rule("fixed_outdegree", "outdegree", Value.of(1.0, 2.0, 3.0))));
    refuses(
        "p.p: is a list; allowed is a number or a formula",
        p("a", "b", rule("pairwise_bernoulli", "p", Value.of(1.0, 2.0))));
    refuses(
        "p: N = 241 but there are only 240 possible pairs without multapses",
        p("a", "b", rule("fixed_total_number", "N", 241, "allow_multapses", 0)));
    refuses(
        "p.N: 2.5; allowed is a whole number, >= 0 and <= 9.007199254740992E15",
        p("a", "b", rule("fixed_total_number", "N", 2.5)));
    refuses(
        "p: pairwise_avg_num_conns gives node 0 2.0E10 edges on average; allowed is up to 1e9",
        p("a", "b", rule("pairwise_poisson", "pairwise_avg_num_conns", 1e9)));
  }

  @Test
  void shouldRefuseWrongArraysInOneLine() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() ->
            edges(
                p("a", "b", rule("all_to_all"))
                    .with("weight", Value.of(matrix(20, new double[240])))))
        .withMessage("array: has the shape 12 x 20; needed is targets x sources: 20 x 12");
    refuses(
        "p.weight: has the shape 3 x 1; needed is one per pair: 12 x 1",
        p("a", "a", rule("one_to_one")).with("weight", Value.of(1.0, 2.0, 3.0)));
    refuses(
        "p.weight: rule pairwise_bernoulli takes no arrays of values; allowed is a number or a formula",
        p("a", "b", rule("pairwise_bernoulli", "p", 0.1)).with("weight", Value.of(1.0, 2.0)));
    refuses(
        "p: arrays of synapse values need one indegree for all 20 nodes; it is a formula or a list",
        p("a", "b", rule("fixed_indegree", "indegree", "uniform_int(3)"))
            .with("weight", Value.of(1.0, 2.0)));
  }

  @Test
  void shouldRefuseWrongDerivedProjectionsInOneLine() {
    UnaryOperator<Projection> named =
        q ->
            new Projection(
                "q", q.from(), q.to(), q.connectivity(), q.synapse(), q.synapseModel(), q.drop());
    Projection primary = p("a", "b", rule("all_to_all"));
    refuses(
        "q: no projection 'pp' before it; did you mean 'p'?",
        primary,
        named.apply(p("a", "b", new Connectivity.SamePairs("pp"))));
    refuses(
        "q: shares the pairs of 'p', which leads from 'a' to 'b', not from 'b' to 'a'",
        primary,
        named.apply(p("b", "a", new Connectivity.SamePairs("p"))));
    Connectivity in =
        new Connectivity.ThirdFactor("p", End.IN, Value.of(1), Pool.RANDOM, Optional.of(41L));
    refuses(
        "q.from: is 'b'; the primary projection 'p' has 'a' there",
        primary,
        named.apply(p("b", "c", in)));
    refuses(
        "p.third.pool_size: 41; allowed is 1 to the 40 nodes of 'c'",
        primary,
        named.apply(p("a", "c", in)));
    refuses(
        "p.third: block pools of 3 nodes need 60 nodes for 20 targets; there are 40",
        primary,
        third(End.IN, Value.of(1), Pool.BLOCK, Optional.of(3L)));
    refuses(
        "p.third.p: 1.5; allowed is >= 0 and <= 1",
        primary,
        third(End.IN, Value.of(1.5), Pool.RANDOM, Optional.empty()));
    refuses(
        "in: needs a primary projection of one direction; 'p' is symmetric",
        p("a", "b", rule("all_to_all", "make_symmetric", 1)),
        third(End.IN, Value.of(1), Pool.RANDOM, Optional.empty()));
    refuses(
        "in: the primary projection 'p' drops edges, so a third population cannot follow them; use 'p' instead of 'drop'",
        primary.dropping("weight == 0"),
        third(End.IN, Value.of(1), Pool.RANDOM, Optional.empty()));
    refuses(
        "p: make_symmetric within one population doubles pairs that are drawn both ways; with allow_multapses: false use"
            + " pairwise_bernoulli, symmetric_pairwise_bernoulli or fixed_total_number, which draw each of the 12 x 12 pairs once",
        p(
            "a",
            "a",
            rule("fixed_indegree", "indegree", 2, "make_symmetric", 1, "allow_multapses", 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 | 1 0 2 | indptr: has 2 row pointers; 2 targets need 3",
        "1 1 3 | 1 0 2 | indptr: the first row pointer is 1; allowed is 0",
        "0 2 1 | 1 0 2 | indptr: row pointer 2 is 1 after 2; pointers must not fall",
        "0 1 4 | 1 0 2 | indices: has 3 numbers; the row pointers end at 4",
        "0 1 3 | 1 0 3 | indices: row 2: source is 3; allowed is 0 to 2"
      })
  void shouldRefuseWrongSparseMatricesInOneLine(String pointers, String indices, String message) {
    Network network =
        Network.of("t", 0.1)
            .with(cells("two", 2))
            .with(cells("three", 3))
            .with(
                Projection.of(
                    "p",
                    "three",
                    "two",
                    Connectivity.csr(
                        Arrays.stream(pointers.split(" ")).mapToLong(Long::parseLong).toArray(),
                        Arrays.stream(indices.split(" ")).mapToInt(Integer::parseInt).toArray(),
                        new double[] {1, 2, 3})));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NetworkBuilder.build(network, 2))
        .withMessage(message);
  }
}
