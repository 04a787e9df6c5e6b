package org.baya.space;

/**
 * Nodes sorted into the cells of a regular grid, so that those near a point are found without
 * looking at the others. Within a cell nodes are ascending; cells follow each other in memory along
 * y, then x, then z, so that in two dimensions the longest loops are innermost. Immutable.
 */
public final class CellGrid {
  static final int AXES = 3;

  /** Cells within a region's width: more are nearer to its border, fewer are visited faster. */
  private static final double CELLS_PER_REGION = 5;

  /** Nodes that a cell should hold at least, so that visiting it is worth while. */
  private static final int NODES_PER_CELL = 12;

  private final Space space;
  private final int[] cells = new int[AXES];
  private final double[] origin = new double[AXES];
  private final double[] width = new double[AXES];
  private final int[] start;
  private final int[] nodes;
  private final double[][] sorted = new double[AXES][];

  /**
   * Sorts nodes.
   *
   * @param space how displacements are measured
   * @param region what will be searched, for the size of cells
   */
  public CellGrid(Places places, Space space, Region region) {
    this.space = space;
    frame(places);
    divide(region, places.nodes());
    int n = places.nodes();
    int[] cellOf = new int[n];
    start = new int[cells[0] * cells[1] * cells[2] + 1];
    for (int node = 0; node < n; node++) {
      int cell = row(line(places, 0, node), line(places, 2, node)) + line(places, 1, node);
      cellOf[node] = cell;
      start[cell + 1]++;
    }
    for (int cell = 1; cell < start.length; cell++) {
      start[cell] += start[cell - 1];
    }
    nodes = sort(cellOf);
    for (int axis = 0; axis < AXES; axis++) {
      sorted[axis] = new double[n];
      for (int i = 0; i < n; i++) {
        sorted[axis][i] = inside(axis, places.coordinate(axis, nodes[i]));
      }
    }
  }

  /** Finds where the grid begins; for now {@code width} holds its whole length. */
  private void frame(Places places) {
    for (int axis = 0; axis < AXES; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int node = 0; node < places.nodes(); node++) {
        least = Math.min(least, places.coordinate(axis, node));
        most = Math.max(most, places.coordinate(axis, node));
      }
      boolean any = places.nodes() > 0;
      origin[axis] = any ? least : 0;
      width[axis] = space.isClosed(axis) ? space.period(axis) : any ? most - least : 0;
    }
  }

  /** Chooses how many cells there are along each axis. */
  private void divide(Region region, int nodes) {
    double[] length = width.clone();
    double most = Math.max(1.0, nodes / (double) NODES_PER_CELL);
    double[] wanted = new double[AXES];
    double product = 1;
    int axes = 0;
    for (int axis = 0; axis < AXES; axis++) {
      double reach = region.upper(axis) - region.lower(axis);
      double size = reach > 0 && reach < Double.POSITIVE_INFINITY ? reach / CELLS_PER_REGION : 0;
      wanted[axis] = length[axis] == 0 ? 1 : Math.min(most, size > 0 ? length[axis] / size : most);
      wanted[axis] = Math.max(1, wanted[axis]);
      product *= wanted[axis];
      axes += wanted[axis] > 1 ? 1 : 0;
    }
    double shrink = product > most ? Math.pow(most / product, 1.0 / Math.max(1, axes)) : 1;
    for (int axis = 0; axis < AXES; axis++) {
      cells[axis] = Math.max(1, (int) (wanted[axis] * (wanted[axis] > 1 ? shrink : 1)));
      width[axis] = length[axis] / cells[axis];
    }
  }

  private int[] sort(int[] cellOf) {
    int[] next = start.clone();
    int[] order = new int[cellOf.length];
    for (int node = 0; node < cellOf.length; node++) {
      order[next[cellOf[node]]++] = node;
    }
    return order;
  }

  /** The same place of a ring, not before the grid begins. */
  private double inside(int axis, double coordinate) {
    return space.isClosed(axis)
        ? coordinate
            - space.period(axis) * Math.floor((coordinate - origin[axis]) / space.period(axis))
        : coordinate;
  }

  /** The cell along an axis in which a node lies. */
  private int line(Places places, int axis, int node) {
    double coordinate = inside(axis, places.coordinate(axis, node));
    return width[axis] == 0
        ? 0
        : Math.clamp((long) Math.floor(cell(axis, coordinate)), 0, cells[axis] - 1);
  }

  /** How far a node of the grid and one of these can be apart. */
  double longestDistance(Places rows) {
    double square = 0;
    for (int axis = 0; axis < AXES; axis++) {
      double end = origin[axis] + width[axis] * cells[axis];
      double longest = 0;
      for (int row = 0; row < rows.nodes(); row++) {
        double at = rows.coordinate(axis, row);
        longest = Math.max(longest, Math.max(at - origin[axis], end - at));
      }
      longest = Math.min(longest, space.period(axis) / 2);
      square += longest * longest;
    }
    return Math.sqrt(square);
  }

  /** Largest distance within a cell. */
  double diameter() {
    return Math.sqrt(width[0] * width[0] + width[1] * width[1] + width[2] * width[2]);
  }

  /** A coordinate counted in cells, on axes where they have a width. */
  double cell(int axis, double coordinate) {
    return (coordinate - origin[axis]) / width[axis];
  }

  Space space() {
    return space;
  }

  /** Number of cells along an axis. */
  int cells(int axis) {
    return cells[axis];
  }

  /** Width of a cell along an axis; 0 where all nodes have one coordinate. */
  double width(int axis) {
    return width[axis];
  }

  /** The middle of a cell along an axis. */
  double middle(int axis, int cell) {
    return origin[axis] + (cell + 0.5) * width[axis];
  }

  /** The number of the first cell of a row along y, of those with these cells along x and z. */
  int row(int x, int z) {
    return (z * cells[0] + x) * cells[1];
  }

  /** Number of the first place of a cell in {@link #nodes()}; one more cell than there are. */
  int[] start() {
    return start;
  }

  /** All nodes, cell by cell. */
  int[] nodes() {
    return nodes;
  }

  /** Their coordinates along an axis. */
  double[] sorted(int axis) {
    return sorted[axis];
  }
}
