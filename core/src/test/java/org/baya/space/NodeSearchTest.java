package org.baya.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks of all kinds, found by cells, against every pair and the mask's definition. */
class NodeSearchTest {
  private static final Extent FLAT = new Extent(List.of(2.0, 3.0), List.of(0.5, -1.0));
  private static final Extent SOLID = new Extent(List.of(2.0, 3.0, 1.5), List.of(0.5, -1.0, 0.0));

  @ParameterizedTest
  @CsvSource({"2, false", "2, true", "3, false", "3, true"})
  void shouldFindTheNodesOfTheDefinitionWhenMasksAreRandom(int dimensions, boolean ring) {
    Random random = new Random(17 + dimensions);
    Extent extent = dimensions == 2 ? FLAT : SOLID;
    Space space = ring ? Space.closed(extent) : Space.open(dimensions);
    Places pool = places(extent, 400, random);
    Places rows = places(extent, dimensions == 2 ? 30 : 12, random);
    int[] out = new int[pool.nodes()];
    int found = 0;
    for (RandomMasks.Case c : RandomMasks.all(dimensions, random)) {
      Region region = c.mask().region(Optional.empty());
      NodeSearch search = new NodeSearch(new CellGrid(pool, space, region), region);
      for (int row = 0; row < rows.nodes(); row++) {
        int n =
            search.find(
                rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), out);
        List<Integer> expected = expected(rows, row, pool, space, c);
        assertThat(Arrays.stream(out, 0, n).boxed().toList())
            .as(c.mask() + " around node " + row)
            .isEqualTo(expected);
        found += n;
      }
    }
    assertThat(found).isGreaterThan(500);
  }

  private static Places places(Extent extent, int n, Random random) {
    List<double[]> coordinates = new ArrayList<>();
    for (int axis = 0; axis < extent.dimensions(); axis++) {
      double low = extent.lower(axis);
      double size = extent.size().get(axis);
      coordinates.add(random.doubles(n).map(u -> low + u * size).toArray());
    }
    return new Places(coordinates, Optional.empty(), Optional.of(extent));
  }

  private static List<Integer> expected(
      Places rows, int row, Places pool, Space space, RandomMasks.Case c) {
    List<Integer> all = new ArrayList<>();
    for (int node = 0; node < pool.nodes(); node++) {
      if (anyImage(rows, row, pool, node, space, c, new double[rows.dimensions()], 0)) {
        all.add(node);
      }
    }
    return all;
  }

  private static boolean anyImage(
      Places rows,
      int row,
      Places pool,
      int node,
      Space space,
      RandomMasks.Case c,
      double[] p,
      int axis) {
    if (axis == p.length) {
      return c.holds(p);
    }
    int rounds = space.isClosed(axis) ? 2 : 0;
    for (int i = -rounds; i <= rounds; i++) {
      p[axis] =
          pool.coordinate(axis, node)
              - rows.coordinate(axis, row)
              + (i == 0 ? 0 : i * space.period(axis));
      if (anyImage(rows, row, pool, node, space, c, p, axis + 1)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void shouldCountNodesOnTheBorderWhenTheyLieOnAGrid() {
    Grid grid = new Grid(List.of(51, 31), new Extent(List.of(5.1, 3.1), List.of(25.05, 0.0)));
    Places places = onGrid(grid);
    assertThat(count(places, new CircularMask(0.3), 25 * 31 + 15)).isEqualTo(29);
    assertThat(count(places, new DoughnutMask(0.2, 0.3), 25 * 31 + 15)).isEqualTo(29 - 13);
    assertThat(
            count(
                places,
                new RectangularMask(List.of(-0.3, -0.2), List.of(0.3, 0.2), 0),
                25 * 31 + 15))
        .isEqualTo(35);
    assertThat(
            count(
                places,
                new RectangularMask(List.of(-0.3, -0.2), List.of(0.3, 0.2), 90),
                25 * 31 + 15))
        .isEqualTo(35);
    assertThat(count(places, new EllipticalMask(0.6, 0.2, 0), 25 * 31 + 15)).isEqualTo(7 + 2);
  }

  private static int count(Places places, Mask mask, int node) {
    Region region = mask.region(places.grid());
    NodeSearch search =
        new NodeSearch(new CellGrid(places, Space.open(places.dimensions()), region), region);
    return search.find(
        places.coordinate(0, node),
        places.coordinate(1, node),
        places.coordinate(2, node),
        new int[places.nodes()]);
  }

  private static Places onGrid(Grid grid) {
    List<double[]> coordinates = new ArrayList<>();
    for (int axis = 0; axis < grid.dimensions(); axis++) {
      coordinates.add(grid.coordinates(axis));
    }
    return new Places(coordinates, Optional.of(grid), Optional.empty());
  }

  @Test
  void shouldCountColumnsAndRowsWhenTheMaskIsOneOfAGrid() {
    Grid grid = new Grid(List.of(11, 7), new Extent(List.of(1.1, 0.7), List.of(0.0, 0.0)));
    Places places = onGrid(grid);
    // Node in column 5, row 3; nodes are numbered column by column from the top.
    assertThat(found(places, new GridMask(List.of(2, 3), List.of(0, 0)), 5 * 7 + 3))
        .containsExactly(38, 39, 40, 45, 46, 47);
    assertThat(found(places, GridMask.anchored(List.of(2, 3), List.of(1, 2)), 5 * 7 + 3))
        .containsExactly(29, 30, 31, 36, 37, 38);
    assertThat(found(places, new GridMask(List.of(1, 1), List.of(2, -3)), 5 * 7 + 3))
        .containsExactly(7 * 7);
    assertThat(found(places, new GridMask(List.of(5, 3), List.of(0, 0)), 10 * 7 + 5))
        .containsExactly(75, 76);
  }

  @Test
  void shouldTakeTheNearestPlaceWhenANodeLiesBetweenThoseOfTheGrid() {
    Grid fine = new Grid(List.of(12, 12), new Extent(List.of(1.2, 1.2), List.of(0.0, 0.0)));
    Places coarse =
        onGrid(new Grid(List.of(6, 6), new Extent(List.of(1.2, 1.2), List.of(0.0, 0.0))));
    Region region = new GridMask(List.of(2, 2), List.of(0, 0)).region(Optional.of(fine));
    NodeSearch search = new NodeSearch(new CellGrid(onGrid(fine), Space.open(2), region), region);
    int[] out = new int[144];
    for (int node = 0; node < 36; node++) {
      int n = search.find(coarse.coordinate(0, node), coarse.coordinate(1, node), 0, out);
      int columns = node >= 30 ? 1 : 2;
      int lines = node % 6 == 5 ? 1 : 2;
      assertThat(n).as("node " + node).isEqualTo(columns * lines);
    }
  }

  private static List<Integer> found(Places places, Mask mask, int node) {
    Region region = mask.region(places.grid());
    NodeSearch search = new NodeSearch(new CellGrid(places, Space.open(2), region), region);
    int[] out = new int[places.nodes()];
    int n = search.find(places.coordinate(0, node), places.coordinate(1, node), 0, out);
    return Arrays.stream(out, 0, n).boxed().toList();
  }

  @Test
  void shouldLookAtFewMoreNodesThanAreFoundWhateverTheSizeOfTheNetwork() {
    Random random = new Random(3);
    for (int nodes : List.of(2_000, 20_000, 200_000)) {
      Places places = places(new Extent(List.of(1.0, 1.0), List.of(0.0, 0.0)), nodes, random);
      // The mask shrinks so that it always holds some 300 nodes.
      Region region = new CircularMask(Math.sqrt(300 / Math.PI / nodes)).region(Optional.empty());
      NodeSearch search = new NodeSearch(new CellGrid(places, Space.open(2), region), region);
      int[] out = new int[nodes];
      long found = 0;
      for (int row = 0; row < 200; row++) {
        found += search.find(places.coordinate(0, row), places.coordinate(1, row), 0, out);
      }
      assertThat(found).isGreaterThan(30_000);
      assertThat(search.looked()).as(nodes + " nodes").isLessThan(5 * found / 2);
    }
  }

  @Test
  void shouldFindNothingWhenThereAreNoNodes() {
    Places none = places(FLAT, 0, new Random(1));
    Region region = new CircularMask(1).region(Optional.empty());
    NodeSearch search = new NodeSearch(new CellGrid(none, Space.open(2), region), region);
    assertThat(search.find(0, 0, 0, new int[0])).isZero();
  }

  @Test
  void shouldFindAllWhenThereIsNoMask() {
    Places places = places(FLAT, 100, new Random(1));
    for (Space space : List.of(Space.open(2), Space.closed(FLAT))) {
      NodeSearch search =
          new NodeSearch(new CellGrid(places, space, Everywhere.REGION), Everywhere.REGION);
      int[] out = new int[100];
      assertThat(search.find(5, 5, 0, out)).isEqualTo(100);
      assertThat(out[99]).isEqualTo(99);
    }
  }
}
