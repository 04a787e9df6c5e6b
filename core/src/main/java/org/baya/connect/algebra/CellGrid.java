package org.baya.connect.algebra;

/**
 * Nodes sorted into equal boxes of space, so that those near a point are found without a look at the
 * others. Boxes are about half as long as the reach of a search, but there are at most about as many
 * as nodes.
 */
final class CellGrid {
  private final int axes;
  private final double[] periods;
  private final double[] reach;
  private final double[] low;
  private final double[] scale;
  private final int[] boxes;
  private final int[] starts;
  private final int[] members;

  /**
   * Sorts nodes.
   *
   * @param positions coordinate of every node, axis by axis
   * @param nodes how many of them
   * @param periods length after which an axis repeats, 0 where it does not
   * @param reach how far a search looks along each axis, to both sides
   */
  CellGrid(double[][] positions, int nodes, double[] periods, double[] reach) {
    axes = positions.length;
    this.periods = periods;
    this.reach = reach;
    low = new double[axes];
    scale = new double[axes];
    boxes = new int[axes];
    int most = (int) Math.max(1, Math.ceil(Math.pow(nodes, 1.0 / axes)));
    int total = 1;
    for (int axis = 0; axis < axes; axis++) {
      divide(axis, positions[axis], nodes, most);
      total *= boxes[axis];
    }
    int[] boxOf = new int[nodes];
    starts = new int[total + 1];
    for (int node = 0; node < nodes; node++) {
      int box = 0;
      for (int axis = axes - 1; axis >= 0; axis--) {
        box = box * boxes[axis] + within(axis, place(axis, positions[axis][node]));
      }
      boxOf[node] = box;
      starts[box + 1]++;
    }
    for (int box = 0; box < total; box++) {
      starts[box + 1] += starts[box];
    }
    members = new int[nodes];
    int[] next = starts.clone();
    for (int node = 0; node < nodes; node++) {
      members[next[boxOf[node]]++] = node;
    }
  }

  private void divide(int axis, double[] coordinates, int nodes, int most) {
    double least = 0;
    double length = periods[axis];
    if (length == 0) {
      least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int node = 0; node < nodes; node++) {
        least = Math.min(least, coordinates[node]);
        greatest = Math.max(greatest, coordinates[node]);
      }
      length = greatest - least;
    }
    double wanted = length / (reach[axis] / 2);
    boxes[axis] = wanted > 1 ? (int) Math.min(most, wanted) : 1;
    low[axis] = Double.isFinite(least) ? least : 0;
    scale[axis] = boxes[axis] > 1 ? boxes[axis] / length : 0;
  }

  /** The box of a coordinate along an axis, not brought into range. */
  private long place(int axis, double coordinate) {
    return scale[axis] == 0 ? 0 : (long) Math.floor((coordinate - low[axis]) * scale[axis]);
  }

  /** A box number brought into range: around a periodic axis, or to the nearer end. */
  private int within(int axis, long place) {
    return periods[axis] > 0
        ? Math.floorMod(place, boxes[axis])
        : (int) Math.clamp(place, 0, boxes[axis] - 1);
  }

  /** A new search; one for each thread. */
  Search search() {
    return new Search();
  }

  /** Goes through the boxes that a search reaches. */
  final class Search {
    private final long[] first = new long[axes];
    private final long[] last = new long[axes];
    private final long[] at = new long[axes];
    private boolean more;
    private int box;

    /** Begins a search around a point. */
    void start(double[] centre) {
      more = true;
      for (int axis = 0; axis < axes; axis++) {
        first[axis] = place(axis, centre[axis] - reach[axis]);
        last[axis] = place(axis, centre[axis] + reach[axis]);
        if (periods[axis] == 0) {
          first[axis] = within(axis, first[axis]);
          last[axis] = within(axis, last[axis]);
        } else if (last[axis] - first[axis] >= boxes[axis]) {
          first[axis] = 0;
          last[axis] = boxes[axis] - 1;
        }
        at[axis] = first[axis];
      }
    }

    /** Goes on to the next box; false after the last. */
    boolean next() {
      if (!more) {
        return false;
      }
      box = 0;
      for (int axis = axes - 1; axis >= 0; axis--) {
        box = box * boxes[axis] + within(axis, at[axis]);
      }
      more = false;
      for (int axis = 0; axis < axes && !more; axis++) {
        if (at[axis] < last[axis]) {
          at[axis]++;
          more = true;
        } else {
          at[axis] = first[axis];
        }
      }
      return true;
    }

    /** Place of the first member of the box. */
    int from() {
      return starts[box];
    }

    /** Behind the place of the last member of the box. */
    int to() {
      return starts[box + 1];
    }

    /** The node at a place. */
    int member(int place) {
      return members[place];
    }
  }
}
