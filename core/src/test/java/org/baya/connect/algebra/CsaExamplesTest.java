package org.baya.connect.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.baya.connect.algebra.Scenes.Edge;
import org.junit.jupiter.api.Test;

/**
 * Examples of the documentation and tests of CSA's Python package with their results, and what that
 * package raises an error for.
 */
class CsaExamplesTest {

  private static String table(String text, int size) {
    return table(text, Scenes.plain(size, size, 1));
  }

  private static String table(String text, ConnectionSet.Populations populations) {
    StringBuilder table = new StringBuilder();
    for (Edge edge : Scenes.edges(text, populations)) {
      table.append('(').append(edge.source()).append(',').append(edge.target());
      edge.values().forEach(value -> table.append(',').append(value));
      table.append(')');
    }
    return table.toString();
  }

  @Test
  void shouldRunThroughSourcesFirstWhenMaskIsFull() {
    assertThat(table("cross((0, 1), (0, 1)) * full", 30)).isEqualTo("(0,0)(1,0)(0,1)(1,1)");
    assertThat(table("full", 2)).isEqualTo("(0,0)(1,0)(0,1)(1,1)");
    assertThat(table("full(2) + full(1, 2)", 9)).isEqualTo("(0,0)(0,0)(1,0)(0,1)(0,1)(1,1)");
    assertThat(table("empty", 30)).isEmpty();
  }

  @Test
  void shouldConnectEqualNumbersWhenMaskIsOneToOne() {
    assertThat(table("cross((0, 3), (0, 3)) * oneToOne", 30)).isEqualTo("(0,0)(1,1)(2,2)(3,3)");
    assertThat(table("cross(range(4), range(4)) * oneToOne", 30)).isEqualTo("(0,0)(1,1)(2,2)(3,3)");
  }

  @Test
  void shouldHoldItsPairsWhenMaskIsAList() {
    assertThat(table("[(22, 7), (8, 23)]", 30)).isEqualTo("(22,7)(8,23)");
    assertThat(table("[(22, 7), (8, 23)]", 23)).isEqualTo("(22,7)");
  }

  @Test
  void shouldTakeTuplesRangesListsAndNumbersWhenSetsAreCrossed() {
    assertThat(table("cross((1, 2), (3, 4))", 9)).isEqualTo("(1,3)(2,3)(1,4)(2,4)");
    assertThat(table("cross([3, 1], range(0, 9, 4))", 9))
        .isEqualTo("(1,0)(3,0)(1,4)(3,4)(1,8)(3,8)");
    assertThat(table("cross([(0, 1), (3, 3)], 5)", 9)).isEqualTo("(0,5)(1,5)(3,5)");
    assertThat(table("cross(N, 0)", 3)).isEqualTo("(0,0)(1,0)(2,0)");
    assertThat(table("cross(N, 100)", 3)).isEmpty();
  }

  @Test
  void shouldCombineSetsWhenSignsStandBetweenThem() {
    assertThat(table("cross(ival(0, 5) - ival(2, 3), 0)", 9)).isEqualTo("(0,0)(1,0)(4,0)(5,0)");
    assertThat(table("cross(ival(0, 2) + ival(2, 3), 0)", 9)).isEqualTo("(0,0)(1,0)(2,0)(3,0)");
    assertThat(table("cross(ival(0, 2) * [2, 7], 0)", 9)).isEqualTo("(2,0)");
    assertThat(table("cross(~ival(1, 7), 0)", 10)).isEqualTo("(0,0)(8,0)(9,0)");
  }

  @Test
  void shouldLeaveOutAutapsesWhenOneToOneIsTakenAway() {
    List<String> pairs = new ArrayList<>();
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 4; i++) {
        if (i != j) {
          pairs.add("(" + i + "," + j + ")");
        }
      }
    }
    assertThat(table("full - oneToOne", 4)).isEqualTo(String.join("", pairs));
  }

  @Test
  void shouldKeepDoublesWhenMasksAreAdded() {
    assertThat(table("oneToOne + oneToOne", 2)).isEqualTo("(0,0)(0,0)(1,1)(1,1)");
    assertThat(table("(oneToOne + oneToOne) * cross(0, N)", 2)).isEqualTo("(0,0)(0,0)");
    assertThat(table("full + full - oneToOne", 2)).isEqualTo("(1,0)(1,0)(0,1)(0,1)");
  }

  @Test
  void shouldMakeBlocksWhenBlockIsApplied() {
    assertThat(table("block(2) * oneToOne", 4))
        .isEqualTo("(0,0)(1,0)(0,1)(1,1)(2,2)(3,2)(2,3)(3,3)");
    assertThat(table("block(2, 1) * [(1, 0)]", 4)).isEqualTo("(2,0)(3,0)");
    assertThat(table("block1(2) * [(1, 0)]", 4)).isEqualTo("(1,0)(1,1)");
  }

  @Test
  void shouldExpandEachConnectionWhenBlocksAreRandom() {
    int[][] matrix = Scenes.matrix("block(5, 3) * random(0.5)", Scenes.plain(30, 30, 4));
    int blocks = 0;
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 30; j++) {
        assertThat(matrix[i][j]).isEqualTo(matrix[i / 5 * 5][j / 3 * 3]);
        blocks += i % 5 == 0 && j % 3 == 0 ? matrix[i][j] : 0;
      }
    }
    assertThat(blocks).isBetween(15, 45);
  }

  @Test
  void shouldKeepItsStructureWhenHierarchyIsBuiltOfRandomMasks() {
    String text = "block(10) * random(0.7) * random(0.5) - oneToOne";
    int[][] matrix = Scenes.matrix(text, Scenes.plain(100, 100, 1));
    int inBlocks = 0;
    int blocks = 0;
    for (int block = 0; block < 100; block++) {
      int found = 0;
      for (int k = 0; k < 100; k++) {
        found += matrix[block / 10 * 10 + k / 10][block % 10 * 10 + k % 10];
      }
      assertThat(found == 0 || found > 20).isTrue();
      inBlocks += found;
      blocks += found > 0 ? 1 : 0;
    }
    assertThat(blocks).isBetween(55, 85);
    assertThat(inBlocks / (100.0 * blocks)).isBetween(0.45, 0.55);
    for (int i = 0; i < 100; i++) {
      assertThat(matrix[i][i]).isZero();
    }
  }

  @Test
  void shouldMoveEveryPairWhenTransposedOrShifted() {
    assertThat(table("transpose * cross((0, 1), 2)", 4)).isEqualTo("(2,0)(2,1)");
    assertThat(table("shift(1, 2) * oneToOne", 5)).isEqualTo("(1,2)(2,3)(3,4)");
    assertThat(table("shift(-1, 0) * oneToOne", 3)).isEqualTo("(0,1)(1,2)");
    assertThat(table("repeat(2) * [(0, 1)]", 4)).isEqualTo("(0,1)(2,1)(0,3)(2,3)");
    assertThat(table("repeat(2, 3) * [(0, 1), (5, 0)]", 4)).isEqualTo("(0,1)(2,1)");
  }

  @Test
  void shouldComplementWhenPythonPackageRaises() {
    assertThat(table("~oneToOne", 2)).isEqualTo("(1,0)(0,1)");
    assertThat(table("~(oneToOne + oneToOne)", 2)).isEqualTo("(1,0)(0,1)");
  }

  @Test
  void shouldGiveValuesWhenSetHasValueSets() {
    String text = "m = cross((0, 1), (2, 3)); v = vset(i + j); cset(m, v, v * v)";
    assertThat(table(text, 4)).isEqualTo("(0,2,2.0,4.0)(1,2,3.0,9.0)(0,3,3.0,9.0)(1,3,4.0,16.0)");
    assertThat(table("cset(oneToOne, 5, i + 1, 2 * j, -1)", 2))
        .isEqualTo("(0,0,5.0,1.0,0.0,-1.0)(1,1,5.0,2.0,2.0,-1.0)");
  }

  @Test
  void shouldReadSameValuesWhenValueIsSelected() {
    String set = "c = cset(oneToOne, i, 7); ";
    assertThat(table(set + "mask(c)", 2)).isEqualTo("(0,0)(1,1)");
    assertThat(table(set + "cset(full, value(c, 0), arity(c))", 2))
        .isEqualTo("(0,0,0.0,2.0)(1,0,1.0,2.0)(0,1,0.0,2.0)(1,1,1.0,2.0)");
    String sum = "c = cset([(0, 0)], 1) + cset([(1, 0), (0, 0)], 2); cset(mask(c), value(c, 0))";
    assertThat(table(sum, 2)).isEqualTo("(0,0,1.0)(0,0,1.0)(1,0,2.0)");
  }

  @Test
  void shouldAddConnectionsWhenSetsWithValuesAreAdded() {
    assertThat(table("cset(oneToOne, 1) + cset(full, j)", 2))
        .isEqualTo("(0,0,1.0)(0,0,0.0)(1,0,0.0)(1,1,1.0)(0,1,1.0)(1,1,1.0)");
    assertThat(table("cset(full, i) - oneToOne", 2)).isEqualTo("(1,0,1.0)(0,1,0.0)");
    assertThat(table("cross(0, N) * cset(full, 3)", 2)).isEqualTo("(0,0,3.0)(0,1,3.0)");
  }

  @Test
  void shouldCalculateWhenNumbersMeetSets() {
    assertThat(table("c = cset(oneToOne, i); 2 * c + 1", 2)).isEqualTo("(0,0,1.0)(1,1,3.0)");
    assertThat(table("c = cset(oneToOne, i); 3 - c / 2", 2)).isEqualTo("(0,0,3.0)(1,1,2.5)");
    assertThat(table("-cset(oneToOne, i + 1) * vset(j + 1)", 2)).isEqualTo("(0,0,-1.0)(1,1,-4.0)");
  }

  @Test
  void shouldCarryValuesAlongWhenSetsAreMoved() {
    String set = "c = cset([(0, 1)], vset(10 * i + j)); ";
    assertThat(table(set + "transpose * c", 4)).isEqualTo("(1,0,1.0)");
    assertThat(table(set + "shift(2, 1) * c", 4)).isEqualTo("(2,2,1.0)");
    assertThat(table(set + "block(1, 2) * c", 4)).isEqualTo("(0,2,1.0)(0,3,1.0)");
    assertThat(table(set + "repeat(2) * c", 4)).isEqualTo("(0,1,1.0)(2,1,1.0)(0,3,1.0)(2,3,1.0)");
    assertThat(table(set + "fix * c", 4)).isEqualTo("(0,1,1.0)");
  }

  @Test
  void shouldAddAffineValueSetsWhenPythonPackageMixesThemUp() {
    assertThat(table("cset([(2, 3)], (1 + 2 * vset(i)) + (10 + 3 * vset(j)))", 4))
        .isEqualTo("(2,3,24.0)");
    assertThat(table("cset([(2, 3)], (1 + 2 * vset(i)) * (10 + 3 * vset(j)))", 4))
        .isEqualTo("(2,3,95.0)");
  }

  @Test
  void shouldConnectNeighboursWhenDiscIsAppliedToMetric() {
    ConnectionSet.Populations placed = Scenes.placed(40, 30, 3);
    Geometry geometry = placed.surroundings().geometry().orElseThrow();
    int[][] disc = Scenes.matrix("disc(0.3) * d", placed);
    int[][] slow = Scenes.matrix("disc(0.3) * vset(distance)", placed);
    int[][] box = Scenes.matrix("rectangle(0.2, 0.5) * d", placed);
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 30; j++) {
        assertThat(disc[i][j]).isEqualTo(geometry.distance(i, j) < 0.3 ? 1 : 0);
        assertThat(slow[i][j]).isEqualTo(disc[i][j]);
        boolean inside =
            Math.abs(geometry.displacement(0, i, j)) < 0.1
                && Math.abs(geometry.displacement(1, i, j)) < 0.25;
        assertThat(box[i][j]).isEqualTo(inside ? 1 : 0);
      }
    }
  }

  @Test
  void shouldGiveGaussianConductancesWhenNetworkIsExcitatoryAndInhibitory() {
    String text =
        """
        e = ival(0, 599)
        i_ = ival(600, 899)
        a = e + i_
        g_e = gaussian(0.1, 0.3) * d
        g_i = gaussian(0.2, 0.3) * d
        c_e = cset(random * g_e, g_e, d)
        c_i = cset(random * g_i, -g_i, d)
        cross(e, a) * c_e + cross(i_, a) * c_i
        """;
    ConnectionSet.Populations placed = Scenes.placed(900, 900, 8);
    Geometry geometry = placed.surroundings().geometry().orElseThrow();
    double expected = 0;
    double variance = 0;
    for (int i = 0; i < 900; i++) {
      for (int j = 0; j < 900; j++) {
        double sigma = i < 600 ? 0.1 : 0.2;
        double d = geometry.distance(i, j);
        double p = d < 0.3 ? Math.exp(-d * d / (2 * sigma * sigma)) : 0;
        expected += p;
        variance += p * (1 - p);
      }
    }
    List<Edge> edges = Scenes.edges(text, placed);
    // Five standard deviations: wrong once in 1.7 million seeds.
    assertThat((double) edges.size())
        .isBetween(expected - 5 * Math.sqrt(variance), expected + 5 * Math.sqrt(variance));
    for (Edge edge : edges) {
      double d = geometry.distance(edge.source(), edge.target());
      double sigma = edge.source() < 600 ? 0.1 : 0.2;
      double g = Math.exp(-d * d / (2 * sigma * sigma));
      assertThat(edge.values().get(0)).isCloseTo(edge.source() < 600 ? g : -g, offset(1e-12));
      assertThat(edge.values().get(1)).isEqualTo(d).isLessThan(0.3);
    }
  }

  @Test
  void shouldProjectBetweenCoordinatesWhenMetricIsAFormula() {
    String text = "disc(0.5) * vset(abs(a[source] / 10 - b[target] / 50))";
    assertThat(table(text, Scenes.placed(5, 3, 1))).isEqualTo("(0,0)(2,1)(4,2)");
  }

  @Test
  void shouldCoverTheWholeOnceWhenSetIsPartitioned() {
    ConnectionSet.Populations populations = Scenes.plain(15, 15, 6);
    String c = "c = random(N=15) * full; parts = [cross(N, (0, 4)), cross(N, (5, 14))]; ";
    String whole = "c = random(N=15) * full; m0 = cross(N, (0, 4)); m1 = cross(N, (5, 14)); ";
    int[][] all = Scenes.matrix(whole + "c", populations);
    int[][] both =
        Scenes.matrix(whole + "partition(c, [m0, m1], 0) + partition(c, [m0, m1], 1)", populations);
    assertThat(both).isDeepEqualTo(all);
    int[][] second = Scenes.matrix(c + "partition(c, parts, 1, 77)", populations);
    for (int i = 0; i < 15; i++) {
      for (int j = 0; j < 15; j++) {
        assertThat(second[i][j]).isEqualTo(j < 5 ? 0 : all[i][j]);
      }
    }
  }

  @Test
  void shouldBeSymmetricWhenRandomMaskIsAddedToItsTranspose() {
    int[][] matrix =
        Scenes.matrix(
            "r = random(0.3) * (full - oneToOne); r + transpose * r", Scenes.plain(300, 300, 2));
    int pairs = 0;
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 300; j++) {
        assertThat(matrix[i][j]).isEqualTo(matrix[j][i]);
        pairs += matrix[i][j];
      }
    }
    assertThat(pairs).isBetween(52_000, 56_000);
  }
}
