package org.baya.build;

/**
 * Numbers of one name for the nodes of a population: the same for all, by type, or node by node.
 */
sealed interface NodeColumn {

  /** Elements per node. */
  int width();

  /** Element {@code j} of a node. */
  double value(int node, int j);

  /** The elements of a node; not to be modified. */
  default double[] row(int node) {
    double[] row = new double[width()];
    for (int j = 0; j < row.length; j++) {
      row[j] = value(node, j);
    }
    return row;
  }

  /** The same for all nodes. */
  record Uniform(double[] values) implements NodeColumn {
    @Override
    public int width() {
      return values.length;
    }

    @Override
    public double value(int node, int j) {
      return values[j];
    }

    @Override
    public double[] row(int node) {
      return values;
    }
  }

  /**
   * By type.
   *
   * @param typeOf row of each node
   * @param rows k x width, flat
   */
  record ByType(int[] typeOf, double[] rows, int width) implements NodeColumn {
    @Override
    public double value(int node, int j) {
      return rows[typeOf[node] * width + j];
    }
  }

  /**
   * Node by node.
   *
   * @param values n x width, flat
   */
  record ByNode(double[] values, int width) implements NodeColumn {
    @Override
    public double value(int node, int j) {
      return values[node * width + j];
    }
  }
}
