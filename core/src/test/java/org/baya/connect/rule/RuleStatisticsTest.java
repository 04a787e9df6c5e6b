package org.baya.connect.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.connect.Candidates;
import org.baya.connect.ConnectionRule;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.PairValue;
import org.baya.connect.ReadEdges;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.random.Statistics;
import org.baya.space.DisplacementBound;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule's degrees follow their laws and every allowed pair has its probability.
 *
 * <p>Budget: three scores for each case, some 90 in all; see {@link Statistics}.
 */
class RuleStatisticsTest {
  private static final int SOURCES = 23;
  private static final int TARGETS = 41;
  private static final int NODES = 31;
  private static final int NETWORKS = 400;

  /** The distribution of a number: the probability of each value. */
  private record Law(IntToDoubleFunction probability) {
    static Law fixed(int k) {
      return new Law(i -> i == k ? 1 : 0);
    }

    static Law binomial(int n, double p) {
      return new Law(
          k -> k > n ? 0 : Math.exp(choose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p)));
    }

    static Law poisson(double mean) {
      return new Law(k -> Math.exp(k * Math.log(mean) - mean - factorial(k)));
    }

    static Law hypergeometric(int marked, int all, int drawn) {
      return new Law(k ->
          k > marked || drawn - k > all - marked || k > drawn
              ? 0
              : Math.exp(choose(marked, k) + choose(all - marked, drawn - k) - choose(all, drawn)));
    }

    private static double choose(int n, int k) {
      return factorial(n) - factorial(k) - factorial(n - k);
    }

    /** The logarithm of k!. */
    private static double factorial(int k) {
      double sum = 0;
      for (int i = 2; i <= k; i++) {
        sum += Math.log(i);
      }
      return sum;
    }
  }

  /**
   * One rule with options.
   *
   * @param pair mean number of edges of a pair
   */
  record Case(
      String rule, Map<String, Double> options, boolean same, Law out, Law in, PairMean pair) {
    int sources() {
      return same ? NODES : SOURCES;
    }

    int targets() {
      return same ? NODES : TARGETS;
    }

    @Override
    public String toString() {
      return rule + options + (same ? " within one population" : "");
    }
  }

  @FunctionalInterface
  private interface PairMean {
    double of(int source, int target);
  }

  private static Case between(
      String rule, Map<String, Double> options, Law out, Law in, double pair) {
    return new Case(rule, options, false, out, in, (s, t) -> pair);
  }

  private static Case within(
      String rule, Map<String, Double> options, Law out, Law in, double pair) {
    return new Case(rule, options, true, out, in, (s, t) -> s == t ? 0 : pair);
  }

  static Stream<Case> cases() {
    Map<String, Double> none = Map.of();
    int s = SOURCES;
    int t = TARGETS;
    int n = NODES;
    double one = 1.0 / (n - 1);
    return Stream.of(
        between("all_to_all", none, Law.fixed(t), Law.fixed(s), 1),
        within("all_to_all", Map.of("allow_autapses", 0.0), Law.fixed(n - 1), Law.fixed(n - 1), 1),
        new Case("one_to_one", none, true, Law.fixed(1), Law.fixed(1), (a, b) -> a == b ? 1 : 0),
        between(
            "fixed_indegree",
            Map.of("indegree", 5.0),
            Law.binomial(5 * t, 1.0 / s),
            Law.fixed(5),
            5.0 / s),
        between(
            "fixed_indegree",
            Map.of("indegree", 5.0, "allow_multapses", 0.0),
            Law.binomial(t, 5.0 / s),
            Law.fixed(5),
            5.0 / s),
        between(
            "fixed_indegree",
            Map.of("indegree", 20.0, "allow_multapses", 0.0),
            Law.binomial(t, 20.0 / s),
            Law.fixed(20),
            20.0 / s),
        within(
            "fixed_indegree",
            Map.of("indegree", 4.0, "allow_autapses", 0.0),
            Law.binomial(4 * (n - 1), one),
            Law.fixed(4),
            4 * one),
        between(
            "fixed_outdegree",
            Map.of("outdegree", 7.0),
            Law.fixed(7),
            Law.binomial(7 * s, 1.0 / t),
            7.0 / t),
        within(
            "fixed_outdegree",
            Map.of("outdegree", 25.0, "allow_autapses", 0.0, "allow_multapses", 0.0),
            Law.fixed(25),
            Law.binomial(n - 1, 25 * one),
            25 * one),
        between(
            "fixed_total_number",
            Map.of("N", 300.0),
            Law.binomial(300, 1.0 / s),
            Law.binomial(300, 1.0 / t),
            300.0 / (s * t)),
        between(
            "fixed_total_number",
            Map.of("N", 300.0, "allow_multapses", 0.0),
            Law.hypergeometric(t, s * t, 300),
            Law.hypergeometric(s, s * t, 300),
            300.0 / (s * t)),
        within(
            "fixed_total_number",
            Map.of("N", 700.0, "allow_multapses", 0.0, "allow_autapses", 0.0),
            Law.hypergeometric(n - 1, n * (n - 1), 700),
            Law.hypergeometric(n - 1, n * (n - 1), 700),
            700.0 / (n * (n - 1))),
        between(
            "pairwise_bernoulli",
            Map.of("p", 0.1),
            Law.binomial(t, 0.1),
            Law.binomial(s, 0.1),
            0.1),
        within(
            "pairwise_bernoulli",
            Map.of("p", 0.7, "allow_autapses", 0.0),
            Law.binomial(n - 1, 0.7),
            Law.binomial(n - 1, 0.7),
            0.7),
        between(
            "pairwise_poisson",
            Map.of("pairwise_avg_num_conns", 0.2),
            Law.poisson(0.2 * t),
            Law.poisson(0.2 * s),
            0.2),
        within(
            "pairwise_poisson",
            Map.of("pairwise_avg_num_conns", 1.5, "allow_autapses", 0.0),
            Law.poisson(1.5 * (n - 1)),
            Law.poisson(1.5 * (n - 1)),
            1.5),
        between(
            "symmetric_pairwise_bernoulli",
            Map.of("p", 0.3, "allow_autapses", 0.0, "make_symmetric", 1.0),
            Law.binomial(t, 0.3),
            Law.binomial(s, 0.3),
            0.3));
  }

  private static Request request(
      ConnectionRule rule,
      Map<String, Double> options,
      int sources,
      int targets,
      boolean same,
      long purpose,
      Map<String, PairValue> values,
      Optional<Candidates> mask) {
    Map<String, double[]> all = new HashMap<>();
    for (Parameter parameter : rule.parameters()) {
      double standard = parameter.isRequired() ? 0 : parameter.standard().getFirst();
      all.put(parameter.name(), new double[] {options.getOrDefault(parameter.name(), standard)});
    }
    return new Request(
        sources,
        targets,
        same,
        new Parameters(all),
        values,
        mask,
        mask,
        1,
        purpose,
        "projections.p");
  }

  private static ReadEdges edges(
      Case one, long purpose, Map<String, PairValue> values, Optional<Candidates> mask) {
    ConnectionRule rule = Catalog.standard().rule(one.rule, "test");
    return ReadEdges.of(
        rule.edges(
            request(
                rule, one.options, one.sources(), one.targets(), one.same, purpose, values, mask)));
  }

  private static void assertFollows(long[] degreeCounts, Law law, int samples, String what) {
    double[] expected = new double[degreeCounts.length];
    Arrays.setAll(expected, k -> samples * law.probability().applyAsDouble(k));
    if (Arrays.stream(expected).anyMatch(e -> e == samples)) {
      for (int k = 0; k < expected.length; k++) {
        assertThat(degreeCounts[k]).as("%s %d", what, k).isEqualTo((long) expected[k]);
      }
    } else {
      assertThat(Statistics.chiSquareScore(degreeCounts, expected))
          .as(what)
          .isLessThan(Statistics.LIMIT);
    }
  }

  private static void assertPairs(long[] counts, double[] expected) {
    for (int i = 0; i < counts.length; i++) {
      assertThat(expected[i] > 0 || counts[i] == 0).as("pair %d may not be", i).isTrue();
    }
    if (!Arrays.equals(Arrays.stream(counts).asDoubleStream().toArray(), expected)) {
      assertThat(Statistics.chiSquareScore(counts, expected))
          .as("pairs")
          .isLessThan(Statistics.LIMIT);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldFollowTheLawsOfItsDegreesAndPairs(Case one) {
    int most = one.sources() * one.targets();
    long[] out = new long[most];
    long[] in = new long[most];
    long[] pairs = new long[most];
    for (int network = 0; network < NETWORKS; network++) {
      ReadEdges edges = edges(one, network, Map.of(), Optional.empty());
      int[] outdegrees = new int[one.sources()];
      int[] indegrees = new int[one.targets()];
      for (int i = 0; i < edges.size(); i++) {
        outdegrees[edges.sources()[i]]++;
        indegrees[edges.targets()[i]]++;
        pairs[edges.sources()[i] * one.targets() + edges.targets()[i]]++;
      }
      // one node of each side: the others of a network are not independent of it
      out[outdegrees[network % one.sources()]]++;
      in[indegrees[network % one.targets()]]++;
    }
    assertFollows(out, one.out, NETWORKS, "outdegree");
    assertFollows(in, one.in, NETWORKS, "indegree");
    double[] expected = new double[most];
    Arrays.setAll(expected, i -> NETWORKS * one.pair.of(i / one.targets(), i % one.targets()));
    assertPairs(pairs, expected);
  }

  @Test
  void shouldCoverEveryRule() {
    Set<String> covered = new HashSet<>();
    cases().forEach(one -> covered.add(one.rule));
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Catalog.standard().rules().stream().map(ConnectionRule::name).toList());
  }

  /** A value that differs from pair to pair, with a bound or without. */
  private static PairValue formula(PairMean value, double most) {
    return new PairValue() {
      @Override
      public boolean isConstant() {
        return false;
      }

      @Override
      public double constant() {
        throw new IllegalStateException();
      }

      @Override
      public double most() {
        return most;
      }

      @Override
      public Evaluator evaluator() {
        return (sources, targets, n, out) -> {
          for (int i = 0; i < n; i++) {
            out[i] = value.of(sources[i], targets[i]);
          }
        };
      }
    };
  }

  static Stream<Named<PairValue>> formulas() {
    PairMean value = (s, t) -> s == 3 ? 0 : 0.4 * ((7 * s + 3 * t) % 10) / 10;
    return Stream.of(
        Named.of("without bound", formula(value, Double.POSITIVE_INFINITY)),
        Named.of("with a bound", formula(value, 0.5)),
        Named.of("with the least bound", formula(value, 0.36)));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void shouldFollowTheProbabilityOfEveryPair(PairValue value) {
    assertMeans("pairwise_bernoulli", "p", value, false, Optional.empty());
    assertMeans("pairwise_bernoulli", "p", value, true, Optional.empty());
    assertMeans("pairwise_bernoulli", "p", value, true, Optional.of(Every3rd.AROUND));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void shouldFollowTheMeanOfEveryPair(PairValue value) {
    assertMeans("pairwise_poisson", "pairwise_avg_num_conns", value, false, Optional.empty());
    assertMeans(
        "pairwise_poisson", "pairwise_avg_num_conns", value, true, Optional.of(Every3rd.AROUND));
  }

  /** A mask: row r may reach r, r + 3, r + 6, ... and what is 3 apart before it. */
  private enum Every3rd implements Candidates {
    AROUND;

    static boolean has(int row, int node) {
      return node % 3 == row % 3;
    }

    @Override
    public Proposals proposals(EdgeList.Order order, DisplacementBound bound) {
      throw new IllegalStateException("nothing here depends on distance");
    }

    @Override
    public Search search() {
      return (row, out) -> {
        int n = 0;
        for (int node = row % 3; node < NODES; node += 3) {
          out[n++] = node;
        }
        return n;
      };
    }
  }

  private static void assertMeans(
      String rule, String option, PairValue value, boolean same, Optional<Candidates> mask) {
    Case one =
        new Case(rule, Map.of("allow_autapses", 0.0), same, Law.fixed(0), Law.fixed(0), null);
    int cells = one.sources() * one.targets();
    long[] counts = new long[cells];
    for (int network = 0; network < NETWORKS; network++) {
      ReadEdges edges = edges(one, network, Map.of(option, value), mask);
      for (int i = 0; i < edges.size(); i++) {
        counts[edges.sources()[i] * one.targets() + edges.targets()[i]]++;
      }
    }
    double[] expected = new double[cells];
    double[] mean = new double[1];
    for (int i = 0; i < cells; i++) {
      int s = i / one.targets();
      int t = i % one.targets();
      value.evaluator().evaluate(new int[] {s}, new int[] {t}, 1, mean);
      boolean allowed = !(same && s == t) && (mask.isEmpty() || Every3rd.has(s, t));
      expected[i] = allowed ? NETWORKS * mean[0] : 0;
    }
    assertPairs(counts, expected);
  }

  static Stream<Case> masked() {
    return Stream.of(
        new Case(
            "fixed_indegree",
            Map.of("indegree", 4.0, "allow_multapses", 0.0, "allow_autapses", 0.0),
            true,
            Law.fixed(0),
            Law.fixed(4),
            (s, t) -> s != t && Every3rd.has(s, t) ? 4.0 / others(t) : 0),
        new Case(
            "fixed_outdegree",
            Map.of("outdegree", 4.0),
            true,
            Law.fixed(4),
            Law.fixed(0),
            (s, t) -> Every3rd.has(s, t) ? 4.0 / (others(s) + 1) : 0),
        new Case(
            "pairwise_bernoulli",
            Map.of("p", 0.3, "make_symmetric", 1.0),
            true,
            Law.fixed(0),
            Law.fixed(0),
            (s, t) -> s <= t && Every3rd.has(s, t) ? 0.3 : 0),
        new Case(
            "all_to_all",
            Map.of("allow_autapses", 0.0, "make_symmetric", 1.0),
            true,
            Law.fixed(0),
            Law.fixed(0),
            (s, t) -> s < t && Every3rd.has(s, t) ? 1 : 0),
        new Case(
            "fixed_total_number",
            Map.of("N", 100.0, "allow_multapses", 0.0),
            true,
            Law.fixed(0),
            Law.fixed(0),
            (s, t) -> Every3rd.has(s, t) ? 100.0 / MASKED_PAIRS : 0));
  }

  private static final double MASKED_PAIRS =
      IntStream.range(0, NODES).map(row -> others(row) + 1).sum();

  private static int others(int row) {
    return (int) IntStream.range(0, NODES).filter(i -> Every3rd.has(row, i)).count() - 1;
  }

  @ParameterizedTest
  @MethodSource("masked")
  void shouldDrawAmongTheCandidatesOfAMask(Case one) {
    long[] counts = new long[NODES * NODES];
    for (int network = 0; network < NETWORKS; network++) {
      ReadEdges edges = edges(one, network, Map.of(), Optional.of(Every3rd.AROUND));
      for (int i = 0; i < edges.size(); i++) {
        counts[edges.sources()[i] * NODES + edges.targets()[i]]++;
      }
    }
    double[] expected = new double[NODES * NODES];
    Arrays.setAll(expected, i -> NETWORKS * one.pair.of(i / NODES, i % NODES));
    assertPairs(counts, expected);
  }

  /** Positions in a row of more than two blocks; 4 scores. */
  @Test
  void shouldHaveNoBiasAtTheBordersOfBlocks() {
    int targets = 10_000;
    for (String[] rule :
        List.of(
            new String[] {"fixed_outdegree", "outdegree", "9000"},
            new String[] {"pairwise_bernoulli", "p", "0.9"},
            new String[] {"pairwise_bernoulli", "p", "0.45"},
            new String[] {"pairwise_poisson", "pairwise_avg_num_conns", "0.9"})) {
      ConnectionRule found = Catalog.standard().rule(rule[0], "test");
      double number = Double.parseDouble(rule[2]);
      long[] counts = new long[targets];
      int sources = 20;
      ReadEdges edges =
          ReadEdges.of(
              found.edges(
                  request(
                      found,
                      Map.of(rule[1], number),
                      sources,
                      targets,
                      false,
                      5,
                      Map.of(),
                      Optional.empty())));
      Arrays.stream(edges.targets()).forEach(target -> counts[target]++);
      double[] expected = new double[targets];
      Arrays.fill(expected, (double) edges.size() / targets);
      assertThat(Statistics.chiSquareScore(counts, expected))
          .as(rule[0])
          .isLessThan(Statistics.LIMIT);
    }
  }

  @Test
  void shouldGiveEveryNodeTheDegreeOfItsFormula() {
    PairValue byNode = formula((s, t) -> t == 3 ? 6.5 : t % 6 + 0.4, 7);
    Case one =
        new Case(
            "fixed_indegree",
            Map.of("allow_multapses", 0.0),
            false,
            Law.fixed(0),
            Law.fixed(0),
            null);
    int[] indegrees = new int[TARGETS];
    ReadEdges edges = edges(one, 1, Map.of("indegree", byNode), Optional.empty());
    Arrays.stream(edges.targets()).forEach(target -> indegrees[target]++);
    for (int t = 0; t < TARGETS; t++) {
      assertThat(indegrees[t]).isEqualTo(t == 3 ? 7 : t % 6);
    }
  }
}
