package org.baya.space;

import java.util.Arrays;

/**
 * A set of node numbers that is filled in any order and emptied in ascending order, in a time that
 * follows from how many it holds: a bit for each node, and a bit for each word of these that is not
 * empty.
 */
public final class NodeSet {
  private final long[] words;
  private final long[] filled;

  /** An empty set of nodes below a number. */
  public NodeSet(int nodes) {
    words = new long[(nodes + 63) >>> 6];
    filled = new long[(words.length + 63) >>> 6];
  }

  /** Adds a node. */
  public void add(int node) {
    int word = node >>> 6;
    words[word] |= 1L << node;
    filled[word >>> 6] |= 1L << word;
  }

  /**
   * Removes all.
   *
   * @param out receives them, ascending
   * @return how many there were
   */
  public int drain(int[] out) {
    int n = 0;
    for (int i = 0; i < filled.length; i++) {
      for (long rest = filled[i]; rest != 0; rest &= rest - 1) {
        int word = (i << 6) + Long.numberOfTrailingZeros(rest);
        for (long bits = words[word]; bits != 0; bits &= bits - 1) {
          out[n++] = (word << 6) + Long.numberOfTrailingZeros(bits);
        }
        words[word] = 0;
      }
    }
    Arrays.fill(filled, 0);
    return n;
  }
}
