package org.baya.build;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of numbers that only grows. What is written stays where it is, in pages: an array that is
 * copied whenever it is full would keep the garbage collector busy.
 */
final class IntLog {
  private static final int SMALLEST_PAGE = 1 << 10;
  private static final int LARGEST_PAGE = 1 << 19;

  private final List<int[]> pages = new ArrayList<>();
  private int[] page = {};
  private int used;

  /** Adds a number. */
  void append(int number) {
    if (used == page.length) {
      page = new int[Math.clamp(2L * page.length, SMALLEST_PAGE, LARGEST_PAGE)];
      pages.add(page);
      used = 0;
    }
    page[used++] = number;
  }

  /** Where the next number will be. */
  long end() {
    return used == page.length ? (long) pages.size() << 32 : pages.size() - 1L << 32 | used;
  }

  /** Copies the n numbers from {@code begin} on, which {@link #end} once was. */
  void copy(long begin, int n, int[] out, int at) {
    int number = (int) (begin >>> 32);
    int from = (int) begin;
    for (int left = n; left > 0; number++) {
      int[] next = pages.get(number);
      int count = Math.min(left, next.length - from);
      System.arraycopy(next, from, out, at + n - left, count);
      left -= count;
      from = 0;
    }
  }
}
