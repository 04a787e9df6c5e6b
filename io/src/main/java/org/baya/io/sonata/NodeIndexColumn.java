package org.baya.io.sonata;

import org.baya.array.Column;
import org.baya.array.ElementType;

/** Node numbers of a file as indices in a part of their population. */
final class NodeIndexColumn implements Column {
  private final Column ids;
  private final NodeTable nodes;
  private final int[] indexInPart;

  /**
   * Indices of nodes.
   *
   * @param ids node numbers
   * @param indexInPart by row of {@code nodes}
   */
  NodeIndexColumn(Column ids, NodeTable nodes, int[] indexInPart) {
    this.ids = ids;
    this.nodes = nodes;
    this.indexInPart = indexInPart;
  }

  @Override
  public long rows() {
    return ids.rows();
  }

  @Override
  public ElementType type() {
    return ElementType.INT32;
  }

  @Override
  public String place() {
    return ids.place();
  }

  @Override
  public void read(long from, int count, int[] out, int at) {
    long[] numbers = new long[count];
    ids.read(from, count, numbers, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] = indexInPart[nodes.row(numbers[i], ids, from + i)];
    }
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    int[] values = new int[count];
    read(from, count, values, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] = values[i];
    }
  }

  @Override
  public void read(long from, int count, long[] out, int at) {
    int[] values = new int[count];
    read(from, count, values, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] = values[i];
    }
  }
}
