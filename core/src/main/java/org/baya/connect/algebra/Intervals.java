package org.baya.connect.algebra;

import java.util.Arrays;

/** The intervals of one row, disjoint and ascending: a buffer that is filled again and again. */
final class Intervals {
  private int[] bounds = new int[4];
  private int length;

  void clear() {
    length = 0;
  }

  /** Appends {@code from .. to - 1}, which must not lie below the last interval. */
  void add(int from, int to) {
    if (from >= to) {
      return;
    }
    if (length > 0 && bounds[length - 1] == from) {
      bounds[length - 1] = to;
      return;
    }
    if (length == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * length);
    }
    bounds[length] = from;
    bounds[length + 1] = to;
    length += 2;
  }

  /** Number of intervals. */
  int count() {
    return length / 2;
  }

  /** First number of interval k. */
  int from(int k) {
    return bounds[2 * k];
  }

  /** Behind the last number of interval k. */
  int to(int k) {
    return bounds[2 * k + 1];
  }

  /** How many numbers there are. */
  int size() {
    int size = 0;
    for (int k = 0; k < length; k += 2) {
      size += bounds[k + 1] - bounds[k];
    }
    return size;
  }

  /** The number at a place of the ascending list of all. */
  int number(int place) {
    int left = place;
    int k = 0;
    while (left >= bounds[k + 1] - bounds[k]) {
      left -= bounds[k + 1] - bounds[k];
      k += 2;
    }
    return bounds[k] + left;
  }

  /** Becomes the numbers that are in both. */
  void intersect(Intervals a, Intervals b) {
    clear();
    for (int x = 0, y = 0; x < a.length && y < b.length; ) {
      add(Math.max(a.bounds[x], b.bounds[y]), Math.min(a.bounds[x + 1], b.bounds[y + 1]));
      if (a.bounds[x + 1] < b.bounds[y + 1]) {
        x += 2;
      } else {
        y += 2;
      }
    }
  }

  /** Becomes the numbers of a that are not in b. */
  void subtract(Intervals a, Intervals b) {
    clear();
    int y = 0;
    for (int x = 0; x < a.length; x += 2) {
      int from = a.bounds[x];
      int to = a.bounds[x + 1];
      while (y < b.length && b.bounds[y + 1] <= from) {
        y += 2;
      }
      for (int z = y; z < b.length && b.bounds[z] < to; z += 2) {
        add(from, b.bounds[z]);
        from = Math.max(from, b.bounds[z + 1]);
      }
      add(from, to);
    }
  }

  /** Becomes the numbers below {@code limit} that are not in a. */
  void complement(Intervals a, int limit) {
    clear();
    int from = 0;
    for (int x = 0; x < a.length && a.bounds[x] < limit; x += 2) {
      add(from, a.bounds[x]);
      from = a.bounds[x + 1];
    }
    add(from, limit);
  }
}
