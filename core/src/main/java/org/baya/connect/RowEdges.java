package org.baya.connect;

import java.util.Arrays;
import java.util.Set;
import org.baya.array.ElementType;

/**
 * Edges that a rule makes row by row: the row of a node is all edges that leave it (order
 * BY_SOURCE) or reach it (BY_TARGET). Edge i of row r has the number {@code r << 32 | i}. They have
 * no columns.
 */
public abstract class RowEdges implements EdgeList {
  private static final int UNKNOWN = -1;

  private final Order order;
  private final int rows;
  private final String place;
  private volatile long size = UNKNOWN;

  /**
   * Edges of a rule.
   *
   * @param order whose rows these are
   * @param rows number of nodes that have a row
   * @param place for error messages
   */
  protected RowEdges(Order order, int rows, String place) {
    if (order == Order.NONE) {
      throw new IllegalArgumentException("rows belong to sources or to targets");
    }
    this.order = order;
    this.rows = rows;
    this.place = place;
  }

  /** A rule's way to make rows; one for each thread. */
  public interface Row {
    /** How many edges a row has. */
    default int count(int row) {
      return draw(row);
    }

    /**
     * Makes a row.
     *
     * @return how many edges it has
     */
    int draw(int row);

    /**
     * The other ends of the edges of the row drawn last, 0-based; valid up to its count, until the
     * next call.
     */
    int[] nodes();
  }

  /** A new way to make rows. */
  protected abstract Row row();

  @Override
  public final Order order() {
    return order;
  }

  @Override
  public final int parts() {
    return rows;
  }

  @Override
  public long size() {
    if (size == UNKNOWN) {
      Row row = row();
      long sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += row.count(i);
      }
      size = sum;
    }
    return size;
  }

  @Override
  public Set<String> columns() {
    return Set.of();
  }

  @Override
  public ElementType type(String column) {
    throw new IllegalStateException("rules have no columns");
  }

  @Override
  public final String place(String column) {
    return place;
  }

  @Override
  public final Reader reader() {
    return new RowReader(row());
  }

  /**
   * Packs short rows into one block and cuts long ones. A block is pieces of rows; the ends that
   * all edges of a piece share, and their numbers, are written out only where they are asked for.
   */
  private final class RowReader implements Reader {
    private final Row row;
    private final int[] other = new int[BLOCK];
    private final int[] rowOf = new int[BLOCK];
    private final int[] firstOf = new int[BLOCK];
    private final int[] endOf = new int[BLOCK];
    private int[] parts = {};
    private int next;
    private int to;
    private int present;
    private int done;
    private int count;
    private int pieces;
    private int n;

    RowReader(Row row) {
      this.row = row;
    }

    @Override
    public void seek(int[] parts, int from, int to) {
      this.parts = parts;
      this.next = from;
      this.to = to;
      done = 0;
      count = 0;
    }

    @Override
    public int next() {
      n = 0;
      pieces = 0;
      while (n < BLOCK && (done < count || next < to)) {
        if (done == count) {
          present = parts[next++];
          done = 0;
          count = row.draw(present);
        }
        if (done < count) {
          take(Math.min(BLOCK - n, count - done));
        }
      }
      return n;
    }

    private void take(int edges) {
      System.arraycopy(row.nodes(), done, other, n, edges);
      rowOf[pieces] = present;
      firstOf[pieces] = done;
      n += edges;
      done += edges;
      endOf[pieces++] = n;
    }

    @Override
    public void sources(int[] out) {
      if (order == Order.BY_SOURCE) {
        rows(out);
      } else {
        System.arraycopy(other, 0, out, 0, n);
      }
    }

    @Override
    public void targets(int[] out) {
      if (order == Order.BY_TARGET) {
        rows(out);
      } else {
        System.arraycopy(other, 0, out, 0, n);
      }
    }

    private void rows(int[] out) {
      int begin = 0;
      for (int piece = 0; piece < pieces; piece++) {
        Arrays.fill(out, begin, endOf[piece], rowOf[piece]);
        begin = endOf[piece];
      }
    }

    @Override
    public void numbers(long[] out) {
      int begin = 0;
      for (int piece = 0; piece < pieces; piece++) {
        long first = ((long) rowOf[piece] << 32) + firstOf[piece] - begin;
        count(first, begin, endOf[piece], out);
        begin = endOf[piece];
      }
    }

    private static void count(long first, int from, int to, long[] out) {
      for (int i = from; i < to; i++) {
        out[i] = first + i;
      }
    }

    @Override
    public void column(String name, double[] out) {
      throw new IllegalStateException("rules have no columns");
    }
  }
}
