package org.baya.build;

/**
 * Loops over the edges of a block. Each is a method of its own: C2 compiles small methods in
 * milliseconds, and a build is over in a second.
 */
final class EdgeLoops {
  /** Exponent bits of a double: all set in infinities and NaN. */
  private static final long EXPONENT = 0x7FF0000000000000L;

  private EdgeLoops() {}

  /** Lists the edges whose target lies in one of the {@code owned} shards; returns how many. */
  static int select(int[] targets, int n, int[] slotOf, int base, boolean[] owned, int[] pick) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
      pick[kept] = i;
      kept += owned[slotOf[base + targets[i]] >>> 16] ? 1 : 0;
    }
    return kept;
  }

  /** {@code out[k] = from[pick[k]]}. */
  static void gather(int[] from, int[] pick, int n, int[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = from[pick[k]];
    }
  }

  /** {@code out[k] = from[index[k]]}. */
  static void gather(double[] from, int[] index, int n, double[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = from[index[k]];
    }
  }

  /** The largest of n numbers, where negative ones count as the largest of all. */
  static int largest(int[] values, int n) {
    int largest = 0;
    for (int i = 0; i < n; i++) {
      largest =
          Math.max(largest, values[i] & Integer.MAX_VALUE | values[i] >> 31 & Integer.MAX_VALUE);
    }
    return largest;
  }

  /** Lists the edges whose drop formula gave 0; returns how many. */
  static int positionsKept(double[] dropped, int n, int[] keep) {
    int kept = 0;
    for (int k = 0; k < n; k++) {
      keep[kept] = k;
      kept += dropped[k] == 0 ? 1 : 0;
    }
    return kept;
  }

  /**
   * Whether no value is infinite or NaN. Without a branch in the loop, which so becomes vector
   * instructions.
   */
  static boolean allFinite(double[] values, int n) {
    long infinite = 0;
    for (int k = 0; k < n; k++) {
      long exponent = Double.doubleToRawLongBits(values[k]) & EXPONENT;
      infinite |= (exponent - EXPONENT >>> 63) - 1;
    }
    return infinite == 0;
  }

  /** Whether all numbers are within 1 to {@code most}. */
  static boolean allWithin(int[] steps, int n, int most) {
    int outside = 0;
    for (int k = 0; k < n; k++) {
      outside |= steps[k] - 1 | most - steps[k];
    }
    return outside >= 0;
  }
}
