package org.baya.connect.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.baya.connect.EdgeList;
import org.baya.connect.algebra.Scenes.Edge;
import org.baya.error.InvalidInputException;
import org.baya.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distributions of random masks; the false-alarm budget is that of {@link Statistics}. */
class RandomMaskTest {

  private static EdgeList edges(String text, ConnectionSet.Populations populations) {
    return ConnectionSet.parse(text, "text").edges(populations, List.of());
  }

  /** Scores of the numbers of pairs by row, column and distance from the diagonal. */
  private static void checkUniform(int[][] matrix, double p) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    long[] bySource = new long[rows];
    long[] byTarget = new long[columns];
    long[] byDiagonal = new long[rows + columns];
    double[] expectedDiagonal = new double[rows + columns];
    double total = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        bySource[i] += matrix[i][j];
        byTarget[j] += matrix[i][j];
        byDiagonal[i - j + columns] += matrix[i][j];
        expectedDiagonal[i - j + columns]++;
        total += matrix[i][j];
      }
    }
    double pairs = (double) rows * columns;
    assertThat((total - pairs * p) / Math.sqrt(pairs * p * (1 - p)))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT);
    // A binomial count varies less than a Poisson one by 1 - p: its chi-square is scaled up.
    assertThat(score(bySource, columns * p, p)).isBetween(-Statistics.LIMIT, Statistics.LIMIT);
    assertThat(score(byTarget, rows * p, p)).isBetween(-Statistics.LIMIT, Statistics.LIMIT);
    double chiSquare = 0;
    int cells = 0;
    for (int k = 0; k < byDiagonal.length; k++) {
      double e = expectedDiagonal[k] * p;
      if (e * (1 - p) >= 10) {
        chiSquare += (byDiagonal[k] - e) * (byDiagonal[k] - e) / (e * (1 - p));
        cells++;
      }
    }
    assertThat((chiSquare - cells) / Math.sqrt(2.0 * cells))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT + 1);
  }

  private static double score(long[] observed, double expected, double p) {
    double chiSquare = 0;
    for (long o : observed) {
      chiSquare += (o - expected) * (o - expected) / (expected * (1 - p));
    }
    return (chiSquare - observed.length) / Math.sqrt(2.0 * observed.length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.3, 0.5, 0.7, 0.97})
  void shouldTakeEveryPairWithOneProbabilityWhenMaskIsRandom(double p) {
    int[][] matrix = Scenes.matrix("random(" + p + ")", Scenes.plain(1500, 900, 11));
    for (int[] row : matrix) {
      for (int times : row) {
        assertThat(times <= 1).isTrue();
      }
    }
    checkUniform(matrix, p);
  }

  @Test
  void shouldBeIndependentWhenMasksAreWrittenTwice() {
    int[][] matrix = Scenes.matrix("random(0.3) * random(0.3)", Scenes.plain(1000, 1000, 12));
    checkUniform(matrix, 0.09);
  }

  @Test
  void shouldTakeOnePairInAMillionWhenProbabilityIsSmall() {
    EdgeList edges = edges("random(0.000001)", Scenes.plain(200_000, 100_000, 13));
    double mean = 20_000;
    assertThat((edges.size() - mean) / Math.sqrt(mean))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT);
    List<Edge> all = Scenes.read(edges);
    assertThat(all).hasSize((int) edges.size());
    long[] byPlace = new long[200];
    all.forEach(edge -> byPlace[edge.source() / 1000]++);
    assertThat(score(byPlace, 100, 0)).isBetween(-Statistics.LIMIT, Statistics.LIMIT);
  }

  @Test
  void shouldKeepItsPairsWhenPopulationsGrow() {
    int[][] small = Scenes.matrix("random(0.2)", Scenes.plain(300, 200, 14));
    int[][] large = Scenes.matrix("random(0.2)", Scenes.plain(700, 500, 14));
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 200; j++) {
        assertThat(small[i][j] == large[i][j]).isTrue();
      }
    }
  }

  @Test
  void shouldDrawEqualNumbersForTargetsWhenFanInIsGiven() {
    int[][] matrix = Scenes.matrix("random(fanIn=40) * full", Scenes.plain(300, 400, 15));
    long[] bySource = new long[300];
    for (int j = 0; j < 400; j++) {
      int indegree = 0;
      for (int i = 0; i < 300; i++) {
        indegree += matrix[i][j];
        bySource[i] += matrix[i][j];
      }
      assertThat(indegree).isEqualTo(40);
    }
    assertThat(score(bySource, 400 * 40 / 300.0, 1 / 300.0))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT);
  }

  @Test
  void shouldStayInsideTheMaskWhenFanInIsDrawnFromPartOfIt() {
    String text = "random(fanIn=3) * (full - oneToOne - cross(N, 5)) * ~random(0.0)";
    int[][] matrix = Scenes.matrix(text, Scenes.plain(20, 20, 16));
    for (int j = 0; j < 20; j++) {
      int indegree = 0;
      for (int i = 0; i < 20; i++) {
        indegree += matrix[i][j];
      }
      assertThat(indegree).isEqualTo(j == 5 ? 0 : 3);
      assertThat(matrix[j][j]).isZero();
    }
  }

  @Test
  void shouldDrawEqualNumbersForSourcesWhenFanOutIsGiven() {
    EdgeList edges = edges("random(fanOut=7) * (random(0.5) + oneToOne)", Scenes.plain(90, 50, 17));
    assertThat(edges.order()).isEqualTo(EdgeList.Order.BY_SOURCE);
    long[] bySource = new long[90];
    Scenes.read(edges).forEach(edge -> bySource[edge.source()]++);
    assertThat(bySource).containsOnly(7);
  }

  @Test
  void shouldHoldBothWhenOneSideMustBeStored() {
    String both = "a = random(fanOut=7) * full; b = random(fanIn=3) * full; ";
    ConnectionSet.Populations populations = Scenes.plain(60, 50, 18);
    int[][] matrix = Scenes.matrix(both + "a + b", populations);
    int total = 0;
    for (int[] row : matrix) {
      int outdegree = 0;
      for (int times : row) {
        outdegree += times;
      }
      assertThat(outdegree).isGreaterThanOrEqualTo(7);
      total += outdegree;
    }
    assertThat(total).isEqualTo(60 * 7 + 50 * 3);
  }

  @Test
  void shouldDrawExactTotalWhenNumberIsGiven() {
    ConnectionSet.Populations populations = Scenes.plain(40, 30, 19);
    int[][] matrix = Scenes.matrix("random(N=24000) * (full - oneToOne)", populations);
    long[] cells = new long[40 * 30 - 30];
    int n = 0;
    long total = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 30; j++) {
        total += matrix[i][j];
        if (i != j) {
          cells[n++] = matrix[i][j];
        } else {
          assertThat(matrix[i][j]).isZero();
        }
      }
    }
    assertThat(total).isEqualTo(24_000);
    assertThat(score(cells, 24_000.0 / cells.length, 1.0 / cells.length))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT);
  }

  @Test
  void shouldWeighRowsByTheirSizeWhenTotalIsDrawnFromUnevenMask() {
    // Target 0 has 90 of the 100 pairs.
    int[][] matrix =
        Scenes.matrix(
            "random(N=10000) * (cross((0, 89), 0) + cross((0, 9), 1))", Scenes.plain(90, 2, 20));
    long[] byTarget = new long[2];
    for (int[] row : matrix) {
      byTarget[0] += row[0];
      byTarget[1] += row[1];
    }
    assertThat(byTarget[0] + byTarget[1]).isEqualTo(10_000);
    assertThat((byTarget[0] - 9000) / 30.0).isBetween(-Statistics.LIMIT, Statistics.LIMIT);
  }

  @Test
  void shouldFollowTheValueWhenProbabilityDiffersFromPairToPair() {
    for (String p : List.of("vset((i + 1) / 1000)", "vset(0.2)", "0.2 * vset((i + 1) / 1000)")) {
      double scale = p.equals("vset((i + 1) / 1000)") ? 1 : 0.2;
      boolean ramp = p.contains("i");
      int[][] matrix = Scenes.matrix("random * (" + p + ")", Scenes.plain(1000, 800, 21));
      double chiSquare = 0;
      for (int i = 0; i < 1000; i++) {
        int outdegree = 0;
        for (int times : matrix[i]) {
          outdegree += times;
        }
        double chance = ramp ? scale * (i + 1) / 1000 : scale;
        double variance = 800 * chance * (1 - chance);
        double off = outdegree - 800 * chance;
        chiSquare += variance == 0 ? 1 + off * off * 1e9 : off * off / variance;
      }
      assertThat((chiSquare - 1000) / Math.sqrt(2000))
          .as(p)
          .isBetween(-Statistics.LIMIT, Statistics.LIMIT + 1);
    }
  }

  @Test
  void shouldDrawFloatsOncePerPairWhenValuesAreRandom() {
    String text = "cset(full + full, normal(2, 0.5), vset(i * 100 + j))";
    ConnectionSet.Populations populations = Scenes.plain(100, 60, 22);
    List<Edge> edges = Scenes.edges(text, populations);
    List<Double> weights = new ArrayList<>();
    edges.forEach(edge -> {
      double weight = edge.values().getFirst();
      assertThat((double) (float) weight).isEqualTo(weight);
      weights.add(weight);
    });
    // 24 bits: about 8 of 72 million pairs are equal by chance.
    assertThat(weights.stream().distinct().count()).isBetween(11_950L, 12_000L);
    double mean = weights.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat((mean - 2) / (0.5 / Math.sqrt(12_000)))
        .isBetween(-Statistics.LIMIT, Statistics.LIMIT);
    List<Edge> part =
        Scenes.edges("cset(cross(5, 7) * (full + full), normal(2, 0.5))", populations);
    assertThat(part).hasSize(2);
    assertThat(part.get(0).values()).isNotEqualTo(part.get(1).values());
  }

  @Test
  void shouldKeepOneValueInABlockWhenRandomValuesAreExpanded() {
    List<Edge> edges =
        Scenes.edges("block(2) * cset(oneToOne, uniform(0, 1))", Scenes.plain(6, 6, 23));
    assertThat(edges).hasSize(12);
    assertThat(edges.stream().map(Edge::values).distinct()).hasSize(3);
  }

  @Test
  void shouldReadTheSameEdgesWhenPartsAreReadInAnyOrder() {
    String text =
        "r = random(0.2); c = cset(r, normal(1, 1)) + cset(transpose * r, uniform(0, 1)) * cross(N, (3, 90));"
            + "c + cset(random(N=3000), 4)";
    EdgeList edges = edges(text, Scenes.plain(150, 100, 24));
    List<Edge> whole = Scenes.read(edges);
    assertThat(whole).hasSize((int) edges.size());
    assertThat(whole.stream().map(Edge::number)).doesNotHaveDuplicates();
    for (int readers : new int[] {2, 3, 8}) {
      List<Edge> together = new ArrayList<>();
      for (int reader = 0; reader < readers; reader++) {
        List<Integer> parts = new ArrayList<>();
        for (int part = reader; part < edges.parts(); part += readers) {
          parts.add(part);
        }
        together.addAll(Scenes.read(edges, parts.stream().mapToInt(Integer::intValue).toArray()));
      }
      together.sort((a, b) -> Long.compare(a.number(), b.number()));
      List<Edge> sorted = new ArrayList<>(whole);
      Collections.sort(sorted, (a, b) -> Long.compare(a.number(), b.number()));
      assertThat(together).isEqualTo(sorted);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random(0.5)",
        "random(N=0)",
        "random(fanIn=2)",
        "~random(0.9) + oneToOne",
        "cset(block(3) * random(0.5), normal(1, 1), vset(i))",
        "repeat(4) * transpose * random(fanIn=1)",
        "random * vset(0.5 * (i == j))"
      })
  void shouldMakeEmptyAndSinglePairsWhenPopulationsAreTiny(String text) {
    for (int sources = 0; sources < 2; sources++) {
      for (int targets = 0; targets < 2; targets++) {
        EdgeList edges = edges(text, Scenes.plain(sources, targets, 25));
        List<Edge> all = Scenes.read(edges);
        assertThat(all).hasSize((int) edges.size());
        if (sources * targets == 0) {
          assertThat(all).isEmpty();
        }
      }
    }
  }

  @Test
  void shouldNameThePairWhenProbabilityIsImpossible() {
    EdgeList edges = edges("random * vset(i - 0.5)", Scenes.plain(3, 1, 26));
    assertThatThrownBy(() -> Scenes.read(edges))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p: the probability of the pair (0, 0) is -0.5; allowed is 0 to 1");
  }

  @Test
  void shouldFailWithTheNumbersWhenNothingCanBeDrawn() {
    EdgeList edges = edges("random(N=5) * cross(7, N)", Scenes.plain(3, 3, 27));
    assertThatThrownBy(edges::size)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p: random(N=5) draws from a mask that has no pair in these populations");
  }
}
