package org.baya.connect.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.connect.ConnectionRule;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList;
import org.baya.connect.ReadEdges;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameters;
import org.baya.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special to each rule: its counts, its order, its distribution, what it refuses. */
class RulesTest {
  private static final ConnectionRule FIXED_INDEGREE = new FixedIndegree();

  private static Parameters options(double... flagsAndIndegree) {
    Map<String, double[]> values = new HashMap<>();
    values.put("allow_autapses", new double[] {flagsAndIndegree[0]});
    values.put("allow_multapses", new double[] {flagsAndIndegree[1]});
    values.put("indegree", new double[] {flagsAndIndegree[2]});
    values.put("make_symmetric", new double[] {0});
    return new Parameters(values);
  }

  private static Request request(int sources, int targets, boolean same, Parameters options) {
    return Request.plain(sources, targets, same, options, 12, 34);
  }

  private static int[][] read(EdgeList edges) {
    ReadEdges all = ReadEdges.of(edges);
    return new int[][] {all.sources(), all.targets()};
  }

  @Test
  void shouldConnectAllToAllOrderedBySource() {
    int[][] edges = read(new AllToAll().edges(request(3, 4, false, options(1, 1, 1))));
    assertThat(edges[0]).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    assertThat(edges[1]).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
  }

  @Test
  void shouldLeaveOutTheDiagonalOfAllToAllWithoutAutapses() {
    int[][] edges = read(new AllToAll().edges(request(3, 3, true, options(0, 1, 1))));
    assertThat(edges[0]).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(edges[1]).containsExactly(1, 2, 0, 2, 0, 1);
    assertThat(new AllToAll().edges(request(3, 3, false, options(0, 1, 1))).size())
        .as("different populations")
        .isEqualTo(9);
    assertThat(new AllToAll().edges(request(1, 1, true, options(0, 1, 1))).size()).isZero();
  }

  @Test
  void shouldCountMoreEdgesThanAnIntHolds() {
    assertThat(new AllToAll().edges(request(100_000, 100_000, false, options(1, 1, 1))).size())
        .isEqualTo(10_000_000_000L);
    assertThat(
            FIXED_INDEGREE.edges(request(100_000, 1_000_000, false, options(1, 1, 10_000))).size())
        .isEqualTo(10_000_000_000L);
  }

  @Test
  void shouldConnectOneToOne() {
    int[][] edges = read(new OneToOne().edges(request(4, 4, false, options(1, 1, 1))));
    assertThat(edges[0]).containsExactly(0, 1, 2, 3);
    assertThat(edges[1]).containsExactly(0, 1, 2, 3);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new OneToOne().edges(request(4, 5, false, options(1, 1, 1))))
        .withMessage(
            "projections.p: one_to_one needs populations of one size; there are 4 sources and 5 targets");
  }

  /** 1,000 draws per source expected; 3 scores, budget as stated at {@link Statistics}. */
  @ParameterizedTest
  @ValueSource(ints = {10, 60, 95})
  void shouldDrawSourcesUniformlyWithoutMultapses(int indegree) {
    int sources = 100;
    int targets = 100_000 / indegree;
    int[][] edges =
        read(FIXED_INDEGREE.edges(request(sources, targets, false, options(1, 0, indegree))));
    long[] outdegrees = new long[sources];
    Arrays.stream(edges[0]).forEach(source -> outdegrees[source]++);
    assertThat(outdegrees).hasSize(sources);
    // A draw without replacement spreads less than a multinomial one, by the share that is not
    // drawn.
    double[] expected = new double[sources];
    double mean = (double) targets * indegree / sources;
    Arrays.fill(expected, mean);
    double spread = Math.sqrt(1 - (double) indegree / sources);
    long[] rescaled =
        Arrays.stream(outdegrees)
            .map(count -> Math.round(mean + (count - mean) / spread))
            .toArray();
    assertThat(Math.abs(Statistics.chiSquareScore(rescaled, expected)))
        .isLessThan(Statistics.LIMIT);
  }

  /** 2 scores, budget as stated at {@link Statistics}. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldDrawSourcesUniformlyWithMultapses(boolean autapses) {
    int nodes = 200;
    int indegree = 500;
    int[][] edges =
        read(
            FIXED_INDEGREE.edges(
                request(nodes, nodes, true, options(autapses ? 1 : 0, 1, indegree))));
    long[] outdegrees = new long[nodes];
    Arrays.stream(edges[0]).forEach(source -> outdegrees[source]++);
    double[] expected = new double[nodes];
    Arrays.fill(expected, indegree);
    assertThat(Math.abs(Statistics.chiSquareScore(outdegrees, expected)))
        .isLessThan(Statistics.LIMIT);
    long self = IntStream.range(0, edges[0].length).filter(i -> edges[0][i] == edges[1][i]).count();
    assertThat(self > 0).isEqualTo(autapses);
  }

  @Test
  void shouldGiveEveryTargetItsIndegree() {
    int[][] edges = read(FIXED_INDEGREE.edges(request(50, 1000, false, options(1, 0, 7))));
    int[] indegrees = new int[1000];
    Arrays.stream(edges[1]).forEach(target -> indegrees[target]++);
    assertThat(indegrees).containsOnly(7);
  }

  @Test
  void shouldTakeAllSourcesWhenAllAreWanted() {
    int[][] edges = read(FIXED_INDEGREE.edges(request(20, 20, true, options(0, 0, 19))));
    for (int target = 0; target < 20; target++) {
      int[] row = Arrays.copyOfRange(edges[0], 19 * target, 19 * (target + 1));
      int own = target;
      assertThat(row)
          .containsExactlyInAnyOrder(
              IntStream.range(0, 20).filter(source -> source != own).toArray());
    }
  }

  @Test
  void shouldGiveDifferentTargetsDifferentDraws() {
    int[][] edges = read(FIXED_INDEGREE.edges(request(1000, 2, false, options(1, 1, 100))));
    assertThat(Arrays.copyOfRange(edges[0], 0, 100))
        .isNotEqualTo(Arrays.copyOfRange(edges[0], 100, 200));
  }

  @Test
  void shouldRefuseMoreSourcesThanThereAre() {
    refuses(
        request(10, 5, false, options(1, 0, 11)),
        "indegree = 11 but there are only 10 possible sources without multapses");
    refuses(
        request(10, 10, true, options(0, 0, 10)),
        "indegree = 10 but there are only 9 possible sources without multapses");
    refuses(
        request(0, 10, false, options(1, 1, 1)),
        "indegree = 1 but there are only 0 possible sources");
    refuses(
        request(1, 1, true, options(0, 1, 1)),
        "indegree = 1 but there are only 0 possible sources");
  }

  private static void refuses(Request request, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FIXED_INDEGREE.edges(request))
        .withMessage("projections.p: " + message);
  }
}
