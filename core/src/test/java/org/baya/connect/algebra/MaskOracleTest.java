package org.baya.connect.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random expressions against their definition: a function from pairs to multiplicities. Random
 * masks are read once as a whole and must hold the same pairs wherever they stand in an expression.
 */
class MaskOracleTest {
  private static final int TRIALS = 1_500;
  private static final int LIMIT = 64;
  private static final long SEED = 20261122;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** How often a pair is in a mask. */
  private interface Multiplicity {
    int of(int i, int j);
  }

  private record Case(Mask mask, Multiplicity truth) {}

  @Test
  void shouldHoldTheDefinedPairsWhenMasksAreCombinedAtRandom() {
    for (int trial = 0; trial < TRIALS; trial++) {
      int sources = random.nextInt(12);
      int targets = random.nextInt(12);
      Scene scene =
          new Scene(
              sources,
              targets,
              trial,
              3,
              Scenes.around(Scenes.geometry(15, 14, 2, trial % 2, trial)),
              "place");
      Case one = expression(scene, 4);
      Side side = new Side(true, targets, sources, scene);
      boolean byTarget = random.nextBoolean();
      check(one, byTarget ? side : side.other(), "trial " + trial + ": " + one.mask());
      check(one, byTarget ? side.other() : side, "trial " + trial + ", turned: " + one.mask());
    }
  }

  private void check(Case one, Side side, String what) {
    RowMask rows = one.mask().rows(side);
    RowCursor cursor = rows.cursor();
    for (int row = 0; row < side.rows(); row++) {
      int[] expected = expected(one.truth(), side, row);
      int n = cursor.draw(row);
      assertThat(Arrays.copyOf(cursor.nodes(), n)).as(what).isEqualTo(expected);
      assertThat(cursor.size(row)).as(what).isEqualTo(expected.length);
      if (rows.isSet()) {
        assertThat(Arrays.stream(expected).distinct().count()).as(what).isEqualTo(n);
      }
      checkCounts(one.truth(), side, row, cursor, what);
    }
  }

  private static int[] expected(Multiplicity truth, Side side, int row) {
    int[] nodes = new int[side.nodes() * 200];
    int n = 0;
    for (int node = 0; node < side.nodes(); node++) {
      int times = side.byTarget() ? truth.of(node, row) : truth.of(row, node);
      for (int k = 0; k < times; k++) {
        nodes[n++] = node;
      }
    }
    return Arrays.copyOf(nodes, n);
  }

  private void checkCounts(Multiplicity truth, Side side, int row, RowCursor cursor, String what) {
    int[] asked = new int[2 * side.nodes()];
    int n = 0;
    for (int node = 0; node < side.nodes(); node++) {
      for (int k = random.nextInt(3); k > 0; k--) {
        asked[n++] = node;
      }
    }
    int[] times = new int[n];
    cursor.count(row, asked, n, times);
    for (int k = 0; k < n; k++) {
      int expected = side.byTarget() ? truth.of(asked[k], row) : truth.of(row, asked[k]);
      assertThat(times[k]).as(what).isEqualTo(expected);
    }
  }

  private Case expression(Scene scene, int depth) {
    if (depth == 0) {
      return leaf(scene);
    }
    Case a = expression(scene, depth - 1 - random.nextInt(2) % depth);
    Multiplicity x = a.truth();
    int m = 1 + random.nextInt(4);
    int n = 1 + random.nextInt(4);
    return switch (random.nextInt(10)) {
      case 0 -> new Case(a.mask().complement(), (i, j) -> x.of(i, j) == 0 ? 1 : 0);
      case 1 -> new Case(a.mask().block(m, n), (i, j) -> x.of(i / m, j / n));
      case 2 -> new Case(a.mask().repeat(m, n), (i, j) -> x.of(i % m, j % n));
      case 3 -> new Case(a.mask().transpose(), (i, j) -> x.of(j, i));
      case 4 -> shift(a, m - 3, n - 3);
      default -> pair(a, random.nextInt(8) == 0 ? a : expression(scene, depth - 1));
    };
  }

  private static Case shift(Case a, int m, int n) {
    return new Case(
        a.mask().shift(m, n), (i, j) -> i < m || j < n ? 0 : a.truth().of(i - m, j - n));
  }

  private Case pair(Case a, Case b) {
    Multiplicity x = a.truth();
    Multiplicity y = b.truth();
    return switch (random.nextInt(3)) {
      case 0 -> new Case(a.mask().plus(b.mask()), (i, j) -> x.of(i, j) + y.of(i, j));
      case 1 -> new Case(a.mask().minus(b.mask()), (i, j) -> y.of(i, j) == 0 ? x.of(i, j) : 0);
      default -> new Case(a.mask().times(b.mask()), (i, j) -> x.of(i, j) * y.of(i, j));
    };
  }

  private Case leaf(Scene scene) {
    return switch (random.nextInt(8)) {
      case 0 -> new Case(Mask.full(), (i, j) -> 1);
      case 1 -> new Case(Mask.empty(), (i, j) -> 0);
      case 2 -> new Case(Mask.oneToOne(), (i, j) -> i == j ? 1 : 0);
      case 3 -> cross();
      case 4 -> pairs();
      case 5 -> disc(scene);
      default -> whole(Mask.random(random.nextInt(11) / 10.0), scene);
    };
  }

  private Case cross() {
    boolean[] sources = new boolean[LIMIT];
    boolean[] targets = new boolean[LIMIT];
    IntervalSet a = set(sources);
    IntervalSet b = set(targets);
    return new Case(Mask.cross(a, b), (i, j) -> sources[i] && targets[j] ? 1 : 0);
  }

  private IntervalSet set(boolean[] members) {
    int[] numbers = new int[random.nextInt(9)];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = random.nextInt(14);
      members[numbers[k]] = true;
    }
    IntervalSet set = IntervalSet.of(numbers);
    if (random.nextBoolean()) {
      return set;
    }
    for (int k = 0; k < LIMIT; k++) {
      members[k] = !members[k];
    }
    return set.complement();
  }

  private Case pairs() {
    int[][] times = new int[LIMIT][LIMIT];
    int n = random.nextInt(20);
    int[] sources = new int[n];
    int[] targets = new int[n];
    for (int k = 0; k < n; k++) {
      sources[k] = random.nextInt(9);
      targets[k] = random.nextInt(9);
      times[sources[k]][targets[k]]++;
    }
    return new Case(Mask.pairs(sources, targets), (i, j) -> times[i][j]);
  }

  private Case disc(Scene scene) {
    Geometry geometry = scene.geometry("test");
    double radius = random.nextDouble();
    return new Case(
        Mask.disc(radius), (i, j) -> i < 15 && j < 14 && geometry.distance(i, j) < radius ? 1 : 0);
  }

  /** A random mask that is read as a whole, on its own side, when it is first looked up. */
  private static Case whole(Mask mask, Scene scene) {
    int[][] times = new int[LIMIT][LIMIT];
    boolean[] read = new boolean[1];
    return new Case(
        mask,
        (i, j) -> {
          if (!read[0]) {
            read[0] = true;
            boolean byTarget = scene.isMadeByTarget(mask, true);
            RowCursor cursor = mask.rows(new Side(byTarget, LIMIT, LIMIT, scene)).cursor();
            for (int row = 0; row < LIMIT; row++) {
              int n = cursor.draw(row);
              for (int k = 0; k < n; k++) {
                int node = cursor.nodes()[k];
                times[byTarget ? node : row][byTarget ? row : node]++;
              }
            }
          }
          return times[i][j];
        });
  }
}
