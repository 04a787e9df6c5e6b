package org.baya.space;

/**
 * Finds the nodes of a grid that lie within a region around a point. Not safe for use by several
 * threads. The work follows the number of nodes in the cells that the region touches.
 */
public final class NodeSearch {
  private final CellGrid grid;
  private final Region region;
  private final CellWalk walk;
  private final NodeSet found;
  private int[] inside = {};
  private long looked;

  /** A search for a region. */
  public NodeSearch(CellGrid grid, Region region) {
    this.grid = grid;
    this.region = region;
    walk = new CellWalk(grid);
    found = new NodeSet(grid.nodes().length);
  }

  /**
   * Finds the nodes; where an axis is closed to a ring, those with at least one image inside.
   *
   * @param out receives their numbers, ascending; length at least that of all nodes inside
   * @return how many there are
   */
  public int find(double x, double y, double z, int[] out) {
    list(0, x);
    list(1, y);
    list(2, z);
    for (int k = 0; k < walk.count(2); k++) {
      for (int i = 0; i < walk.count(0); i++) {
        int row = walk.row(i, k);
        for (int j = 0; j < walk.count(1); j++) {
          test(
              row + walk.cell(1, j),
              x - walk.shift(0, i),
              y - walk.shift(1, j),
              z - walk.shift(2, k));
        }
      }
    }
    return found.drain(out);
  }

  private void list(int axis, double at) {
    walk.list(axis, at + region.lower(axis), at + region.upper(axis), false);
  }

  private void test(int cell, double x, double y, double z) {
    final int[] nodes = grid.nodes();
    final double[] xs = grid.sorted(0);
    final double[] ys = grid.sorted(1);
    final double[] zs = grid.sorted(2);
    final int from = grid.start()[cell];
    final int to = grid.start()[cell + 1];
    looked += to - from;
    if (inside.length < to - from) {
      inside = new int[2 * (to - from)];
    }
    final int[] inside = this.inside;
    // First listed, then added: at every other node a branch would be guessed wrong.
    int n = 0;
    for (int i = from; i < to; i++) {
      inside[n] = nodes[i];
      n += region.contains(xs[i] - x, ys[i] - y, zs[i] - z) ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      found.add(inside[i]);
    }
  }

  /** How many nodes have been tested so far: the cost. */
  public long looked() {
    return looked;
  }
}
