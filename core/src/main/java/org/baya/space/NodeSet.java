package org.baya.space;

import java.util.Arrays;

/**
 * A set of node numbers that is filled in any order and emptied in ascending order, in a time that
 * follows from how many it holds: a bit for each node, and a bit for each word of these that is not
 * empty.
 */
public final class NodeSet {
  /** That many nodes of a word are written without asking how many there are. */
  private static final int FEW = 3;

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
        n = empty(word, out, n);
      }
    }
    Arrays.fill(filled, 0);
    return n;
  }

  /** Empties a word. */
  private int empty(int word, int[] out, int from) {
    long bits = words[word];
    words[word] = 0;
    int first = word << 6;
    int count = Long.bitCount(bits);
    if (count <= FEW && from + FEW <= out.length) {
      // Words hold few nodes, but one time this many and one time that: a loop would be guessed
      // wrong at most of them.
      for (int i = 0; i < FEW; i++) {
        out[from + i] = first + Long.numberOfTrailingZeros(bits);
        bits &= bits - 1;
      }
    } else {
      int n = from;
      for (; bits != 0; bits &= bits - 1) {
        out[n++] = first + Long.numberOfTrailingZeros(bits);
      }
    }
    return from + count;
  }
}
