package org.baya.connect.rule;

import org.baya.connect.EdgeList;

/** A reader that remembers its block. */
abstract class RuleEdgesReader implements EdgeList.Reader {
  private long first;
  private int n;

  @Override
  public void seek(long firstEdge, int count) {
    first = firstEdge;
    n = count;
  }

  @Override
  public final void column(String name, double[] out) {
    throw new IllegalStateException("rules have no columns");
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
