package org.baya.connect;

/**
 * Edges that lie somewhere one after the other, numbered in that order; their parts are blocks of
 * {@link #BLOCK}.
 */
abstract class StoredEdges implements EdgeList {

  @Override
  public final Order order() {
    return Order.NONE;
  }

  @Override
  public final boolean isNumberedThrough() {
    return true;
  }

  @Override
  public final int parts() {
    return Math.toIntExact((size() + BLOCK - 1) / BLOCK);
  }

  /** Reads blocks. */
  abstract class BlockReader implements Reader {
    private int[] parts = {};
    private int next;
    private int to;
    private long first;
    private int n;

    @Override
    public final void seek(int[] parts, int from, int to) {
      this.parts = parts;
      this.next = from;
      this.to = to;
    }

    @Override
    public final int next() {
      n = 0;
      if (next < to) {
        first = (long) parts[next++] * BLOCK;
        n = (int) Math.min(BLOCK, size() - first);
      }
      return n;
    }

    @Override
    public final void numbers(long[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = first + i;
      }
    }

    /** Number of the first edge of the block. */
    final long first() {
      return first;
    }

    /** Edges of the block. */
    final int n() {
      return n;
    }
  }
}
