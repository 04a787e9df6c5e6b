package org.baya.connect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * A compressed sparse matrix as edges: those of row r lie at {@code pointers[r]..pointers[r+1]-1},
 * and are numbered by where they lie. Stored zeros are edges too.
 */
public final class SparseEdges implements EdgeList {
  private final Order order;
  private final long[] pointers;
  private final Column indices;
  private final Map<String, Column> columns;

  /**
   * Edges of a matrix.
   *
   * @param order whose rows the matrix compresses, sources (CSC of target x source) or targets
   *     (CSR)
   * @param rows nodes that have a row
   * @param indices the other end of each edge
   * @param columns one value per edge, by name
   * @throws InvalidInputException unless the pointers begin with 0, never fall, and end with the
   *     number of edges
   */
  public SparseEdges(
      Order order, int rows, Column pointers, Column indices, Map<String, Column> columns) {
    this.order = order;
    this.indices = indices;
    this.columns = new LinkedHashMap<>(columns);
    if (pointers.length() != rows + 1L) {
      throw new InvalidInputException(
          pointers.place(),
          "has "
              + pointers.length()
              + " row pointers; "
              + rows
              + (order == Order.BY_SOURCE ? " sources" : " targets")
              + " need "
              + (rows + 1L));
    }
    this.pointers = new long[rows + 1];
    pointers.read(0, rows + 1, this.pointers, 0);
    checkPointers(pointers.place());
    columns.values().forEach(this::checkLength);
  }

  private void checkPointers(String place) {
    if (pointers[0] != 0) {
      throw new InvalidInputException(
          place, "the first row pointer is " + pointers[0] + "; allowed is 0");
    }
    for (int row = 1; row < pointers.length; row++) {
      if (pointers[row] < pointers[row - 1]) {
        throw new InvalidInputException(
            place,
            "row pointer "
                + row
                + " is "
                + pointers[row]
                + " after "
                + pointers[row - 1]
                + "; pointers must not fall");
      }
    }
    checkLength(indices);
  }

  private void checkLength(Column column) {
    if (column.width() != 1 || column.rows() != size()) {
      throw new InvalidInputException(
          column.place(), "has " + column.length() + " numbers; the row pointers end at " + size());
    }
  }

  private Column column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  @Override
  public Order order() {
    return order;
  }

  @Override
  public int parts() {
    return pointers.length - 1;
  }

  @Override
  public long size() {
    return pointers[pointers.length - 1];
  }

  @Override
  public Set<String> columns() {
    return columns.keySet();
  }

  @Override
  public String place(String column) {
    Column found = columns.get(column);
    return (found == null ? indices : found).place();
  }

  @Override
  public ElementType type(String column) {
    return column(column).type();
  }

  @Override
  public Reader reader() {
    return new SparseReader();
  }

  /** Reads stretches: rows beside each other are one. */
  private final class SparseReader implements Reader {
    private final int[] own = new int[BLOCK];
    private final long[] starts = new long[BLOCK];
    private final int[] lengths = new int[BLOCK];
    private int[] parts = {};
    private int next;
    private int to;
    private long position;
    private long end;
    private int stretches;
    private int n;

    @Override
    public void seek(int[] parts, int from, int to) {
      this.parts = parts;
      this.next = from;
      this.to = to;
      position = 0;
      end = 0;
    }

    @Override
    public int next() {
      n = 0;
      stretches = 0;
      while (n < BLOCK && (position < end || next < to)) {
        if (position == end) {
          position = pointers[parts[next]];
          end = pointers[parts[next] + 1];
          next++;
        }
        take((int) Math.min(BLOCK - n, end - position));
      }
      return n;
    }

    private void take(int edges) {
      if (edges == 0) {
        return;
      }
      int last = stretches - 1;
      if (last >= 0 && starts[last] + lengths[last] == position) {
        lengths[last] += edges;
      } else {
        starts[stretches] = position;
        lengths[stretches++] = edges;
      }
      Arrays.fill(own, n, n + edges, parts[next - 1]);
      n += edges;
      position += edges;
    }

    private void others(int[] out) {
      for (int s = 0, at = 0; s < stretches; at += lengths[s++]) {
        indices.read(starts[s], lengths[s], out, at);
      }
    }

    @Override
    public void sources(int[] out) {
      if (order == Order.BY_SOURCE) {
        System.arraycopy(own, 0, out, 0, n);
      } else {
        others(out);
      }
    }

    @Override
    public void targets(int[] out) {
      if (order == Order.BY_TARGET) {
        System.arraycopy(own, 0, out, 0, n);
      } else {
        others(out);
      }
    }

    @Override
    public void numbers(long[] out) {
      for (int s = 0, at = 0; s < stretches; at += lengths[s++]) {
        for (int i = 0; i < lengths[s]; i++) {
          out[at + i] = starts[s] + i;
        }
      }
    }

    @Override
    public void column(String name, double[] out) {
      Column column = SparseEdges.this.column(name);
      for (int s = 0, at = 0; s < stretches; at += lengths[s++]) {
        column.read(starts[s], lengths[s], out, at);
      }
    }
  }
}
