package org.baya.space;

import java.util.Arrays;
import org.baya.random.Exponential;
import org.baya.random.RandomStream;

/**
 * Proposes nodes around a point, each independently with the bound of its cell, in a time that
 * follows from the number of cells and of proposals. Not safe for use by several threads.
 *
 * <p>Implementation overview: nodes are taken cell by cell of a {@link CellGrid}; within a cell all
 * have a common bound q. Those that succeed at q are found without visiting the others: a trial at
 * q consumes the hazard -log(1 - q), and the next success is where the consumed hazard exceeds a
 * unit exponential number. As that number has no memory, one draw carries over cells with different
 * bounds (thinning after P. A. W. Lewis, G. S. Shedler, Naval Research Logistics 26, 1979, <a
 * href="https://doi.org/10.1002/nav.3800260304">doi:10.1002/nav.3800260304</a>). Whoever uses the
 * proposals keeps one of probability p in p / q of all cases, which gives exactly the distribution
 * of one trial per pair.
 */
public final class Thinning {
  private static final int AXES = CellGrid.AXES;

  private final CellGrid grid;
  private final Region region;
  private final DisplacementBound bound;
  private final double sign;
  private final RadialTable table;
  private final CellWalk walk;
  private final double[][] middle = new double[AXES][8];
  private final double[][] nearSquare = new double[AXES][8];
  private final double[][] farSquare = new double[AXES][8];
  private final double[] low = new double[AXES];
  private final double[] high = new double[AXES];
  private int[] nodes = new int[256];
  private double[] bounds = new double[256];
  private int count;
  private double left;

  /**
   * Proposals.
   *
   * @param rows the points that will be asked for, to know how far pairs can be apart
   * @param fromSource whether the points are sources; displacements of the bound lead from sources
   */
  public Thinning(
      CellGrid grid, Region region, Places rows, boolean fromSource, DisplacementBound bound) {
    this.grid = grid;
    this.region = region;
    this.bound = bound;
    this.sign = fromSource ? 1 : -1;
    this.walk = new CellWalk(grid);
    table =
        bound.isRadial()
            ? RadialTable.of(bound, grid.longestDistance(rows), grid.diameter())
            : RadialTable.unbounded();
  }

  /**
   * Proposes nodes.
   *
   * @return how many; see {@link #nodes} and {@link #bounds}
   */
  public int propose(double x, double y, double z, RandomStream stream) {
    list(0, x);
    list(1, y);
    list(2, z);
    count = 0;
    left = Exponential.sample(stream, 1.0);
    for (int k = 0; k < walk.count(2); k++) {
      for (int i = 0; i < walk.count(0); i++) {
        int row = walk.row(i, k);
        if (bound.isRadial()) {
          visitByDistance(row, nearSquare[0][i] + nearSquare[2][k], stream);
        } else {
          visitByBox(row, i, k, stream);
        }
      }
    }
    keepInside(x, y, z);
    return count;
  }

  private void list(int axis, double at) {
    double from = Math.max(region.lower(axis), -table.reach());
    double to = Math.min(region.upper(axis), table.reach());
    walk.list(axis, at + from, at + to, true);
    int n = walk.count(axis);
    if (n > middle[axis].length) {
      middle[axis] = new double[n];
      nearSquare[axis] = new double[n];
      farSquare[axis] = new double[n];
    }
    double half = grid.width(axis) / 2;
    double ring = grid.space().period(axis) / 2;
    for (int i = 0; i < n; i++) {
      double mid = grid.space().shortest(axis, grid.middle(axis, walk.cell(axis, i)) - at);
      double near = Math.max(0, Math.abs(mid) - half);
      double far = Math.min(ring, Math.abs(mid) + half);
      middle[axis][i] = mid;
      nearSquare[axis][i] = near * near;
      farSquare[axis][i] = far * far;
    }
  }

  private void visitByDistance(int row, double square, RandomStream stream) {
    final int[] cells = walk.cells(1);
    final double[] squares = nearSquare[1];
    final int[] start = grid.start();
    final double[] hazards = table.hazards();
    final double perUnit = table.perUnit();
    final int last = hazards.length - 1;
    final int n = walk.count(1);
    for (int j = 0; j < n; j++) {
      int cell = row + cells[j];
      int bin = Math.min(last, (int) (Math.sqrt(square + squares[j]) * perUnit));
      double consumed = hazards[bin] * (start[cell + 1] - start[cell]);
      if (consumed <= left) {
        left -= consumed;
      } else {
        drawFrom(start[cell], start[cell + 1], table.bounds()[bin], hazards[bin], stream);
      }
    }
  }

  private void visitByBox(int row, int i, int k, RandomStream stream) {
    for (int j = 0; j < walk.count(1); j++) {
      int cell = row + walk.cell(1, j);
      int from = grid.start()[cell];
      int to = grid.start()[cell + 1];
      if (from < to) {
        box(0, middle[0][i]);
        box(1, middle[1][j]);
        box(2, middle[2][k]);
        double nearest = Math.sqrt(nearSquare[0][i] + nearSquare[1][j] + nearSquare[2][k]);
        double farthest = Math.sqrt(farSquare[0][i] + farSquare[1][j] + farSquare[2][k]);
        double most = Math.clamp(bound.most(low, high, nearest, farthest), 0, 1);
        drawFrom(from, to, most, RadialTable.hazard(most), stream);
      }
    }
  }

  private void box(int axis, double mid) {
    double half = grid.width(axis) / 2;
    double ring = grid.space().period(axis) / 2;
    boolean across = Math.abs(mid) + half > ring;
    low[axis] = across ? -ring : sign * mid - half;
    high[axis] = across ? ring : sign * mid + half;
  }

  private void drawFrom(int from, int to, double most, double hazard, RandomStream stream) {
    int next = from;
    double rest = left;
    while (next < to) {
      double skip = rest / hazard;
      if (skip >= to - next) {
        left = Math.max(0, rest - (to - next) * hazard);
        return;
      }
      next += (int) skip;
      add(next++, most);
      rest = Exponential.sample(stream, 1.0);
    }
    left = rest;
  }

  private void add(int place, double most) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
      bounds = Arrays.copyOf(bounds, 2 * count);
    }
    nodes[count] = place;
    bounds[count++] = most;
  }

  /** Replaces places by nodes, without those outside the region. */
  private void keepInside(double x, double y, double z) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int place = nodes[i];
      bounds[kept] = bounds[i];
      nodes[kept] = grid.nodes()[place];
      kept += isInside(place, x, y, z) ? 1 : 0;
    }
    count = kept;
  }

  private boolean isInside(int place, double x, double y, double z) {
    if (region == Everywhere.REGION) {
      return true;
    }
    Space space = grid.space();
    double dx = space.shortest(0, grid.sorted(0)[place] - x);
    double dy = space.shortest(1, grid.sorted(1)[place] - y);
    double dz = space.shortest(2, grid.sorted(2)[place] - z);
    return region.contains(dx, dy, dz) || space.meets(region, dx, dy, dz);
  }

  /** The nodes proposed last, in no particular order. */
  public int[] nodes() {
    return nodes;
  }

  /** The probability with which each was proposed. */
  public double[] bounds() {
    return bounds;
  }
}
