package org.baya.connect;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.ElementType;

/**
 * Edges made from those of another list, one from each or none: part by part, with the same numbers
 * and columns.
 */
abstract class DerivedEdges implements EdgeList {
  private static final long UNKNOWN = -1;

  private final EdgeList base;
  private volatile long size = UNKNOWN;

  DerivedEdges(EdgeList base) {
    this.base = base;
  }

  final EdgeList base() {
    return base;
  }

  @Override
  public final int parts() {
    return base.parts();
  }

  @Override
  public long size() {
    if (size == UNKNOWN) {
      Reader reader = reader();
      int[] parts = new int[parts()];
      Arrays.setAll(parts, i -> i);
      reader.seek(parts, 0, parts.length);
      long sum = 0;
      for (int n = reader.next(); n > 0; n = reader.next()) {
        sum += n;
      }
      size = sum;
    }
    return size;
  }

  @Override
  public final Set<String> columns() {
    return base.columns();
  }

  @Override
  public final String place(String column) {
    return base.place(column);
  }

  @Override
  public final ElementType type(String column) {
    return base.type(column);
  }

  @Override
  public final OptionalDouble constant(String column) {
    return base.constant(column);
  }

  /** Makes edges of a block of the other list. */
  abstract class DerivedReader implements Reader {
    private final Reader reader = base.reader();
    private final int[] sources = new int[BLOCK];
    private final int[] targets = new int[BLOCK];
    private final long[] numbers = new long[BLOCK];
    private final int[] kept = new int[BLOCK];
    private final double[] values = new double[BLOCK];
    private int n;

    /**
     * Makes edges, at most one from each.
     *
     * @param sources of the n edges it is made from; receives those of the edges made
     * @param targets likewise
     * @param numbers of the edges it is made from
     * @param kept receives, for every edge made, the index of the one it was made from, ascending
     * @return how many were made
     */
    abstract int derive(int[] sources, int[] targets, long[] numbers, int n, int[] kept);

    @Override
    public final void seek(int[] parts, int from, int to) {
      reader.seek(parts, from, to);
    }

    @Override
    public final int next() {
      n = 0;
      while (n == 0) {
        int given = reader.next();
        if (given == 0) {
          return 0;
        }
        reader.sources(sources);
        reader.targets(targets);
        reader.numbers(numbers);
        n = derive(sources, targets, numbers, given, kept);
      }
      for (int i = 0; i < n; i++) {
        numbers[i] = numbers[kept[i]];
      }
      return n;
    }

    @Override
    public final void sources(int[] out) {
      System.arraycopy(sources, 0, out, 0, n);
    }

    @Override
    public final void targets(int[] out) {
      System.arraycopy(targets, 0, out, 0, n);
    }

    @Override
    public final void numbers(long[] out) {
      System.arraycopy(numbers, 0, out, 0, n);
    }

    @Override
    public final void column(String name, double[] out) {
      reader.column(name, values);
      for (int i = 0; i < n; i++) {
        out[i] = values[kept[i]];
      }
    }
  }
}
