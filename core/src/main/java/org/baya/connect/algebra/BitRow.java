package org.baya.connect.algebra;

/**
 * A set of numbers below a limit that is filled in any order and emptied in ascending order, at a
 * cost of its members: a bit for each number, and a bit for each word of bits.
 */
final class BitRow {
  private final long[] words;
  private final long[] used;

  BitRow(int limit) {
    words = new long[(limit >>> 6) + 1];
    used = new long[(words.length >>> 6) + 1];
  }

  /** Adds a number; returns 1 if it is new, otherwise 0. */
  int add(int number) {
    int word = number >>> 6;
    long before = words[word];
    words[word] = before | 1L << number;
    used[word >>> 6] |= 1L << word;
    return (int) (~before >>> number & 1);
  }

  boolean contains(int number) {
    return (words[number >>> 6] >>> number & 1) != 0;
  }

  /** Removes all. */
  void clear() {
    for (int block = 0; block < used.length; block++) {
      for (long rest = used[block]; rest != 0; rest &= rest - 1) {
        words[block << 6 | Long.numberOfTrailingZeros(rest)] = 0;
      }
      used[block] = 0;
    }
  }

  /**
   * Writes the numbers, ascending, each plus {@code base}, and removes them.
   *
   * @return index behind the last in {@code out}
   */
  int drain(int base, int[] out, int at) {
    int n = at;
    for (int block = 0; block < used.length; block++) {
      for (long rest = used[block]; rest != 0; rest &= rest - 1) {
        int word = block << 6 | Long.numberOfTrailingZeros(rest);
        int first = base + (word << 6);
        for (long bits = words[word]; bits != 0; bits &= bits - 1) {
          out[n++] = first + Long.numberOfTrailingZeros(bits);
        }
        words[word] = 0;
      }
      used[block] = 0;
    }
    return n;
  }

  /** Writes the numbers below {@code limit} that are not in it, each plus base, and removes all. */
  int drainGaps(int base, int limit, int[] out, int at) {
    int n = at;
    for (int word = 0; word << 6 < limit; word++) {
      int first = base + (word << 6);
      int left = limit - (word << 6);
      long mask = left >= 64 ? -1L : (1L << left) - 1;
      for (long bits = ~words[word] & mask; bits != 0; bits &= bits - 1) {
        out[n++] = first + Long.numberOfTrailingZeros(bits);
      }
    }
    clear();
    return n;
  }
}
