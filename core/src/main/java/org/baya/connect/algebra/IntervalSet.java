package org.baya.connect.algebra;

import java.util.Arrays;
import org.baya.error.InvalidInputException;

/**
 * A set of node numbers as disjoint intervals in ascending order. It may be infinite: the numbers
 * end at 2^31 - 1, which no population reaches.
 */
public final class IntervalSet {
  /** Behind the last number. */
  private static final int END = Integer.MAX_VALUE;

  /** No number. */
  public static final IntervalSet EMPTY = new IntervalSet(new int[0], 0);

  /** All numbers from 0. */
  public static final IntervalSet N = new IntervalSet(new int[] {0, END}, 2);

  /** Interval k is {@code bounds[2k] .. bounds[2k + 1] - 1}. */
  private final int[] bounds;

  private IntervalSet(int[] bounds, int length) {
    this.bounds = Arrays.copyOf(bounds, length);
  }

  /**
   * The numbers from {@code low} to {@code high}, both included.
   *
   * @throws InvalidInputException if low is negative or high is below low
   */
  public static IntervalSet of(long low, long high) {
    if (low < 0 || high < low || high >= END) {
      throw new InvalidInputException(
          "the interval (" + low + ", " + high + ") needs 0 <= low <= high < " + END);
    }
    return new IntervalSet(new int[] {(int) low, (int) high + 1}, 2);
  }

  /** The numbers of a list, in any order; repeated ones count once. */
  public static IntervalSet of(int... numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    if (sorted.length > 0 && (sorted[0] < 0 || sorted[sorted.length - 1] == END)) {
      throw new InvalidInputException(
          (sorted[0] < 0 ? sorted[0] : END) + " is no node number; allowed is 0 to " + (END - 1));
    }
    int[] bounds = new int[2 * sorted.length];
    int n = 0;
    for (int number : sorted) {
      if (n > 0 && number < bounds[n - 1]) {
        continue;
      }
      if (n > 0 && number == bounds[n - 1]) {
        bounds[n - 1] = number + 1;
      } else {
        bounds[n++] = number;
        bounds[n++] = number + 1;
      }
    }
    return new IntervalSet(bounds, n);
  }

  /** Numbers that are in either. */
  public IntervalSet plus(IntervalSet other) {
    return combine(other, 0b1110);
  }

  /** Numbers that are in this one and not in the other. */
  public IntervalSet minus(IntervalSet other) {
    return combine(other, 0b0100);
  }

  /** Numbers that are in both. */
  public IntervalSet times(IntervalSet other) {
    return combine(other, 0b1000);
  }

  /** Numbers from 0 that are not in it. */
  public IntervalSet complement() {
    return N.minus(this);
  }

  /**
   * One pass over both lists of bounds.
   *
   * @param truth bit {@code 2a + b} says whether a number is kept, a: whether it is in this set, b:
   *     whether it is in the other
   */
  private IntervalSet combine(IntervalSet other, int truth) {
    int[] result = new int[bounds.length + other.bounds.length + 2];
    int n = 0;
    boolean inside = false;
    for (int a = 0, b = 0; a < bounds.length || b < other.bounds.length; ) {
      int at =
          Math.min(
              a < bounds.length ? bounds[a] : END, b < other.bounds.length ? other.bounds[b] : END);
      while (a < bounds.length && bounds[a] == at) {
        a++;
      }
      while (b < other.bounds.length && other.bounds[b] == at) {
        b++;
      }
      boolean now = (truth >> (2 * (a & 1) + (b & 1)) & 1) != 0;
      if (now != inside) {
        result[n++] = at;
        inside = now;
      }
    }
    return new IntervalSet(result, n);
  }

  /** Whether a number is in it. */
  public boolean contains(int number) {
    int at = Arrays.binarySearch(bounds, number);
    return at >= 0 ? at % 2 == 0 : (-at - 1) % 2 == 1;
  }

  /** How many numbers below {@code limit} are in it. */
  public int count(int limit) {
    int count = 0;
    for (int k = 0; k < bounds.length && bounds[k] < limit; k += 2) {
      count += Math.min(limit, bounds[k + 1]) - bounds[k];
    }
    return count;
  }

  /** Writes the part below {@code limit}. */
  void copyTo(Intervals out, int limit) {
    out.clear();
    for (int k = 0; k < bounds.length && bounds[k] < limit; k += 2) {
      out.add(bounds[k], Math.min(limit, bounds[k + 1]));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntervalSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** As it is written in the text form. */
  @Override
  public String toString() {
    if (equals(N)) {
      return "N";
    }
    if (bounds.length > 0 && bounds[bounds.length - 1] == END) {
      return "(N - " + complement() + ")";
    }
    StringBuilder text = new StringBuilder("[");
    for (int k = 0; k < bounds.length; k += 2) {
      int last = bounds[k + 1] - 1;
      text.append(k == 0 ? "" : ", ");
      text.append(last == bounds[k] ? Integer.toString(last) : "(" + bounds[k] + ", " + last + ")");
    }
    return text.append(']').toString();
  }
}
