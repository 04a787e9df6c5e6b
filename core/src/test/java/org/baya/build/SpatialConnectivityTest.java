package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.PairValue;
import org.baya.connect.ReadEdges;
import org.baya.expression.Expression;
import org.baya.network.Connectivity;
import org.baya.network.Layer;
import org.baya.network.Masking;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.baya.random.Purpose;
import org.baya.space.AnchoredMask;
import org.baya.space.CircularMask;
import org.baya.space.Extent;
import org.baya.space.Mask;
import org.baya.space.RectangularMask;
import org.baya.space.Region;
import org.baya.space.SphericalMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules in space: all pairs are compared with what mask and formula say. */
class SpatialConnectivityTest {
  private static final Extent SQUARE = new Extent(List.of(2.0, 2.0), List.of(0.0, 0.0));
  private static final int NODES = 900;

  private static Network network(boolean ring, Connectivity.Rule rule) {
    return Network.of("space", 0.1)
        .withSeed(7)
        .with(
            Population.of("a", "iaf_psc_exp", NODES)
                .withColumn("tuning", Value.formula("uniform(0, 360)"))
                .withPositions(Layer.free(SQUARE, ring, "uniform(-1, 1)", "uniform(-1, 1)")))
        .with(
            Population.of("b", "iaf_psc_exp", NODES)
                .withColumn("tuning", Value.formula("uniform(0, 360)"))
                .withPositions(Layer.free(SQUARE, ring, "uniform(-1, 1)", "uniform(-1, 1)")))
        .with(Projection.of("ab", "a", "b", rule));
  }

  private static Connectivity.Rule rule(String name, Object... options) {
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      values.put(
          (String) options[i],
          options[i + 1] instanceof Number n
              ? Value.of(n.doubleValue())
              : Value.formula((String) options[i + 1]));
    }
    return new Connectivity.Rule(name, values);
  }

  private static ResolvedProjection resolve(Network network) {
    return Blueprint.of(network, 1, Arena.global()).projections().getFirst();
  }

  private static double displacement(ResolvedProjection p, String axis, int source, int target) {
    double[] out = new double[1];
    p.geometry().displacements(axis, new int[] {source}, new int[] {target}, 1, out);
    return out[0];
  }

  /** Probability by distance and tuning, over all pairs in bins of the distance. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldConnectPairsWithTheProbabilityOfTheFormula(boolean ring) {
    String p =
        "min(1, 0.9 * gaussian(distance, 0.1, 0.15)"
            + " * (1.2 - (90 - abs(abs(abs(tuning[source] - tuning[target]) - 180) - 90)) / 120))";
    checkStatistics(resolve(network(ring, rule("pairwise_bernoulli", "p", p))));
  }

  /** A formula of displacements, which has no radial table. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldConnectPairsWithTheProbabilityOfTheDisplacement(boolean ring) {
    String p = "0.8 * gaussian2D(dx, dy, 0.2, -0.1, 0.1, 0.3, 0.5)";
    checkStatistics(resolve(network(ring, rule("pairwise_bernoulli", "p", p))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldConnectNoPairsOutsideTheMaskWhenProbabilitiesAreFormulas(boolean useOnSource) {
    Mask mask = new AnchoredMask(new CircularMask(0.4), List.of(0.3, 0.1));
    Connectivity.Rule rule =
        rule("pairwise_bernoulli", "p", "exp(-distance / 0.3)")
            .within(new Masking(mask, useOnSource, false));
    ResolvedProjection projection = resolve(network(true, rule));
    ReadEdges edges = ReadEdges.of(projection.edges());
    assertThat(edges.size()).isGreaterThan(10_000);
    double sign = useOnSource ? -1 : 1;
    for (int i = 0; i < edges.size(); i++) {
      double dx = sign * displacement(projection, "x", edges.sources()[i], edges.targets()[i]);
      double dy = sign * displacement(projection, "y", edges.sources()[i], edges.targets()[i]);
      assertThat(Math.hypot(dx - 0.3, dy - 0.1)).isLessThanOrEqualTo(0.4);
    }
  }

  /**
   * Edges by bins of distance and by target against sums of p; 60 comparisons at 5 standard
   * deviations and one of the total: false alarm below 1e-4.
   */
  private static void checkStatistics(ResolvedProjection projection) {
    ReadEdges edges = ReadEdges.of(projection.edges());
    int bins = 30;
    double[] expected = new double[bins];
    double[] variance = new double[bins];
    int[] found = new int[bins];
    OptionValues p = OptionValues.of(projection);
    for (int source = 0; source < NODES; source++) {
      double[] probability = p.ofSource(source);
      double[] distances = distances(projection, source);
      for (int target = 0; target < NODES; target++) {
        int bin = bin(distances[target], bins);
        expected[bin] += probability[target];
        variance[bin] += probability[target] * (1 - probability[target]);
      }
    }
    Set<Long> pairs = new HashSet<>();
    double[] ofEdges = new double[edges.size()];
    projection.geometry().distances(edges.sources(), edges.targets(), edges.size(), ofEdges);
    for (int i = 0; i < edges.size(); i++) {
      found[bin(ofEdges[i], bins)]++;
      pairs.add((long) edges.sources()[i] << 32 | edges.targets()[i]);
    }
    assertThat(pairs).hasSize(edges.size());
    for (int bin = 0; bin < bins; bin++) {
      assertThat(Math.abs(found[bin] - expected[bin]))
          .as("bin " + bin)
          .isLessThanOrEqualTo(5 * Math.sqrt(variance[bin]) + 3);
    }
    double sum = Arrays.stream(expected).sum();
    assertThat(Math.abs(edges.size() - sum))
        .isLessThan(5 * Math.sqrt(Arrays.stream(variance).sum()));
    assertThat(sum).isGreaterThan(5_000);
  }

  private static double[] distances(ResolvedProjection projection, int source) {
    int[] sources = new int[NODES];
    int[] targets = new int[NODES];
    Arrays.fill(sources, source);
    Arrays.setAll(targets, i -> i);
    double[] out = new double[NODES];
    projection.geometry().distances(sources, targets, NODES, out);
    return out;
  }

  private static int bin(double distance, int bins) {
    return Math.min(bins - 1, (int) (distance / 1.5 * bins));
  }

  /** The formula of option p, evaluated for all targets of one source. */
  private record OptionValues(PairValue.Evaluator evaluator) {
    static OptionValues of(ResolvedProjection projection) {
      Connectivity.Rule rule = (Connectivity.Rule) projection.description().connectivity();
      String text = ((Value.Formula) rule.options().get("p")).text();
      return new OptionValues(
          new OptionFormula(
                  Expression.parse(text, "p"),
                  projection.from(),
                  projection.to(),
                  ConnectionRule.Over.PAIR,
                  1,
                  Purpose.CONNECT)
              .evaluator());
    }

    double[] ofSource(int source) {
      int[] sources = new int[NODES];
      int[] targets = new int[NODES];
      Arrays.fill(sources, source);
      Arrays.setAll(targets, i -> i);
      double[] out = new double[NODES];
      evaluator.evaluate(sources, targets, NODES, out);
      return out;
    }
  }

  /** Of each target the sources, or of each source the targets. */
  private static Map<Integer, List<Integer>> grouped(ReadEdges edges, boolean byTarget) {
    Map<Integer, List<Integer>> groups = new HashMap<>();
    for (int i = 0; i < edges.size(); i++) {
      int row = byTarget ? edges.targets()[i] : edges.sources()[i];
      int other = byTarget ? edges.sources()[i] : edges.targets()[i];
      groups.computeIfAbsent(row, ignored -> new ArrayList<>()).add(other);
    }
    return groups;
  }

  @Test
  void shouldDrawSourcesWithinTheMaskAroundEachTargetWhenIndegreesAreFixed() {
    Mask mask = new RectangularMask(List.of(-0.1, -0.3), List.of(0.4, 0.3), 30);
    checkFixedDegree("fixed_indegree", "indegree", mask, true);
  }

  @Test
  void shouldDrawTargetsWithinTheMaskAroundEachSourceWhenOutdegreesAreFixed() {
    Mask mask = new RectangularMask(List.of(-0.1, -0.3), List.of(0.4, 0.3), 30);
    checkFixedDegree("fixed_outdegree", "outdegree", mask, false);
  }

  private static void checkFixedDegree(String name, String option, Mask mask, boolean byTarget) {
    Connectivity.Rule rule = rule(name, option, 20).within(Masking.of(mask));
    ResolvedProjection projection = resolve(network(true, rule));
    ReadEdges edges = ReadEdges.of(projection.edges());
    Region region = mask.region(Optional.empty());
    Map<Integer, List<Integer>> groups = grouped(edges, byTarget);
    assertThat(groups).hasSize(NODES);
    double sumX = 0;
    for (int i = 0; i < edges.size(); i++) {
      double sign = byTarget ? -1 : 1;
      double dx = sign * displacement(projection, "x", edges.sources()[i], edges.targets()[i]);
      double dy = sign * displacement(projection, "y", edges.sources()[i], edges.targets()[i]);
      assertThat(region.contains(dx, dy, 0)).isTrue();
      sumX += dx;
    }
    groups.values().forEach(row -> assertThat(row).hasSize(20));
    // The mask's centre lies at x = 0.15; the mean of 18,000 draws with deviations below 0.2, 5 sd,
    // and that of 900 places: false alarm below 1e-5.
    assertThat(sumX / edges.size()).isBetween(0.15 - 0.03, 0.15 + 0.03);
  }

  @Test
  void shouldDrawAPoissonNumberOfEdgesForEveryPairWithinTheMask() {
    Connectivity.Rule rule =
        rule("pairwise_poisson", "pairwise_avg_num_conns", "2 * gaussian(distance, 0, 0.2)")
            .within(Masking.of(new CircularMask(0.3)));
    ResolvedProjection projection = resolve(network(true, rule));
    ReadEdges edges = ReadEdges.of(projection.edges());
    // Density times the integral of the mean over the disc: 2 pi 0.04 2 (1 - exp(-0.09 / 0.08)).
    double perNode = NODES / 4.0 * 2 * Math.PI * 0.04 * 2 * (1 - Math.exp(-0.09 / 0.08));
    // Positions are random too: pairs within reach vary by less than 1%.
    assertThat((double) edges.size()).isBetween(NODES * perNode * 0.95, NODES * perNode * 1.05);
    assertThat(Arrays.stream(edges.pairs()).distinct().count()).isLessThan(edges.size());
  }

  @Test
  void shouldFailWithTheNumbersWhenTheMaskHoldsTooFewNodes() {
    Connectivity.Rule rule =
        rule("fixed_indegree", "indegree", 200, "allow_multapses", 0)
            .within(Masking.of(new CircularMask(0.2)));
    assertThatThrownBy(() -> resolve(network(false, rule)).edges().size())
        .hasMessageContaining("projections.ab: target 0 needs 200 sources but there are only");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void shouldMakeTheSameEdgesWhateverTheNumberOfThreads(int threads) throws Exception {
    for (Connectivity.Rule rule :
        List.of(
            rule("pairwise_bernoulli", "p", "gaussian(distance, 0, 0.2)"),
            rule("pairwise_bernoulli", "p", "0.5 * gaussian2D(dx, dy, 0, 0, 0.2, 0.1, 0)")
                .within(Masking.of(new CircularMask(0.3))),
            rule("fixed_indegree", "indegree", 10).within(Masking.of(new CircularMask(0.3))))) {
      EdgeList edges = resolve(network(true, rule)).edges();
      ReadEdges all = ReadEdges.of(edges);
      long[] expected = all.pairs();
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        List<Future<ReadEdges>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          int first = t;
          parts.add(
              pool.submit(() ->
                  ReadEdges.of(
                      edges.reader(),
                      IntStream.range(0, edges.parts())
                          .filter(part -> part % threads == first)
                          .toArray())));
        }
        List<Long> found = new ArrayList<>();
        for (Future<ReadEdges> part : parts) {
          Arrays.stream(part.get().pairs()).forEach(found::add);
        }
        assertThat(found.stream().mapToLong(Long::longValue).sorted().toArray())
            .isEqualTo(Arrays.stream(expected).sorted().toArray());
      }
    }
  }

  @Test
  void shouldMeasureDistancesTheShorterWayRoundWhenBordersAreJoined() {
    Network network = network(true, rule("pairwise_bernoulli", "p", 0.05));
    ResolvedProjection projection =
        resolve(
            new Network(
                "n",
                0.1,
                7,
                network.populations(),
                List.of(network.projections().getFirst().with("delay", "1 + distance")),
                List.of()));
    ReadEdges edges = ReadEdges.of(projection.edges());
    double[] distances = new double[edges.size()];
    projection.geometry().distances(edges.sources(), edges.targets(), edges.size(), distances);
    for (int i = 0; i < distances.length; i++) {
      double dx = apart(projection, "x", edges.sources()[i], edges.targets()[i]);
      double dy = apart(projection, "y", edges.sources()[i], edges.targets()[i]);
      double expected = Math.hypot(Math.min(dx, 2 - dx), Math.min(dy, 2 - dy));
      assertThat(Math.abs(distances[i] - expected)).isLessThan(1e-12);
    }
    assertThat(Arrays.stream(distances).max().orElseThrow()).isGreaterThan(1.2);
  }

  private static double apart(ResolvedProjection p, String axis, int source, int target) {
    return Math.abs(p.to().position(axis)[target] - p.from().position(axis)[source]);
  }

  @Test
  void shouldAddressRandomPositionsByNode() {
    Network small = network(false, rule("one_to_one"));
    ResolvedPopulation a = Blueprint.of(small, 1, Arena.global()).populations().getFirst();
    Network larger =
        Network.of("space", 0.1)
            .withSeed(7)
            .with(
                Population.of("other name", "iaf_psc_exp", 2 * NODES)
                    .withPositions(Layer.free(SQUARE, false, "uniform(-1, 1)", "uniform(-1, 1)")));
    ResolvedPopulation b = Blueprint.of(larger, 3, Arena.global()).populations().getFirst();
    for (int node = 0; node < NODES; node++) {
      assertThat(b.position("x")[node]).isEqualTo(a.position("x")[node]);
      assertThat(b.position("y")[node]).isNotEqualTo(a.position("x")[node]);
    }
  }

  @Test
  void shouldSayWhatIsWrongWithMasksAndLayers() {
    Masking disc = Masking.of(new CircularMask(0.3));
    assertThatThrownBy(() -> resolve(network(false, rule("one_to_one").within(disc))))
        .hasMessageContaining("projections.ab.mask: rule one_to_one takes no mask; those that do");
    assertThatThrownBy(() ->
            resolve(
                network(
                    false,
                    rule("fixed_indegree", "indegree", 1)
                        .within(Masking.of(new SphericalMask(0.3))))))
        .hasMessageContaining(
            "projections.ab.mask: is a mask for 3-D layers; 'a' has the axes [x, y]");
    assertThatThrownBy(() ->
            resolve(
                network(
                    true,
                    rule("fixed_indegree", "indegree", 1)
                        .within(Masking.of(new CircularMask(1.5))))))
        .hasMessageContaining("projections.ab.mask: is 3.0 wide along an axis that wraps at 2.0");
    resolve(
        network(
            true,
            rule("fixed_indegree", "indegree", 1)
                .within(new Masking(new CircularMask(1.5), false, true))));
    Network outside =
        Network.of("n", 0.1)
            .with(
                Population.of("a", "iaf_psc_exp", 10)
                    .withPositions(Layer.free(SQUARE, false, "uniform(-1, 1)", "uniform(1.5, 2)")));
    assertThatThrownBy(() -> Blueprint.of(outside, 1, Arena.global()))
        .hasMessageContaining("populations.a.positions.y: node 0 lies at 1.")
        .hasMessageContaining("the extent allows -1.0 to 1.0");
    Network sized =
        Network.of("n", 0.1)
            .with(Population.of("a", "iaf_psc_exp", 10).withPositions(Layer.grid(List.of(3, 3))));
    assertThatThrownBy(() -> Blueprint.of(sized, 1, Arena.global()))
        .hasMessageContaining("grid [3, 3] has 9 rows but size tells 10 nodes");
  }

  @Test
  void shouldTakeTheSizeFromTheGrid() {
    Network grid =
        Network.of("n", 0.1)
            .with(Population.of("a", "iaf_psc_exp").withPositions(Layer.grid(List.of(4, 3, 2))));
    ResolvedPopulation a = Blueprint.of(grid, 1, Arena.global()).populations().getFirst();
    assertThat(a.size()).isEqualTo(24);
    assertThat(a.axes()).containsExactly("x", "y", "z");
  }
}
