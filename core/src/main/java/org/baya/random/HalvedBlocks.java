package org.baya.random;

import java.util.Arrays;

/** Blocks of many entities that two purposes have half of each, made once for both. */
final class HalvedBlocks {
  private final Threefry threefry;
  private final int[][] words;
  private final long[] entities;
  private int n;
  private int step;

  HalvedBlocks(long seed, long code, int capacity) {
    threefry = new Threefry(seed, code);
    words = new int[Threefry.WORDS][capacity];
    entities = new long[capacity];
  }

  /** The first words of half 0 or 1. */
  int[] high(int half) {
    return words[2 * half];
  }

  /** The second words of half 0 or 1. */
  int[] low(int half) {
    return words[2 * half + 1];
  }

  /** Makes the blocks of n entities, unless they are there: comparing takes a tenth of the time. */
  void load(long[] wanted, int n, int step) {
    if (n == this.n && step == this.step && Arrays.equals(wanted, 0, n, entities, 0, n)) {
      return;
    }
    System.arraycopy(wanted, 0, entities, 0, n);
    this.n = n;
    this.step = step;
    threefry.fill(entities, 0, n, step, 0, words[0], words[1], words[2], words[3]);
  }
}
