package org.baya.random;

import java.util.Arrays;

/**
 * The counts of {@link PoissonTrains} in one group of eight steps, for any number of targets. Small
 * counts lie four to an int, so that what a network draws ahead stays in its caches.
 */
public final class TrainCounts {
  /** Where the counts of step s of a group lie: the row, and the lowest bit in its numbers. */
  private static final int[] PACKED_ROWS = {0, 0, 0, 0, 1, 1, 1, 1};

  private static final int[] PACKED_SHIFTS = {0, 16, 8, 24, 0, 16, 8, 24};
  private static final int[] WHOLE_ROWS = {0, 1, 2, 3, 4, 5, 6, 7};
  private static final int[] WHOLE_SHIFTS = new int[PoissonTrains.STEPS];

  private static final int BYTE = 0xFF;

  /** Two bytes in lanes of 16 bits. */
  private static final int BYTES = BYTE << Short.SIZE | BYTE;

  private static final int LANE = 0xFFFF;

  /** As many bytes as a lane can sum up. */
  private static final int SUMMED = LANE / BYTE;

  private final int[] rowOf;
  private final int[] shiftOf;
  private final int mask;
  private final int[][] rows;

  private TrainCounts(int[] rowOf, int[] shiftOf, int mask, int targets) {
    this.rowOf = rowOf;
    this.shiftOf = shiftOf;
    this.mask = mask;
    rows = new int[rowOf[PoissonTrains.STEPS - 1] + 1][targets];
  }

  /** Counts of one byte. */
  static TrainCounts packed(int targets) {
    return new TrainCounts(PACKED_ROWS, PACKED_SHIFTS, BYTE, targets);
  }

  /** Counts of 32 bits. */
  static TrainCounts whole(int targets) {
    return new TrainCounts(WHOLE_ROWS, WHOLE_SHIFTS, -1, targets);
  }

  /** Numbers that hold the counts of a step; target i is element i. */
  public int[] row(int step) {
    return rows[rowOf[step % PoissonTrains.STEPS]];
  }

  /** How far the counts of a step are shifted to the left in their {@link #row}. */
  public int shift(int step) {
    return shiftOf[step % PoissonTrains.STEPS];
  }

  /** What remains of a number of a row, once shifted back. */
  public int mask() {
    return mask;
  }

  /** The count of one target. */
  public int get(int target, int step) {
    return row(step)[target] >>> shift(step) & mask;
  }

  /** Replaces the count of one target. */
  void set(int target, int step, int count) {
    int[] row = row(step);
    row[target] = row[target] & ~(mask << shift(step)) | count << shift(step);
  }

  /**
   * The sums over all targets.
   *
   * @param totals receives one for each step of the group
   */
  public void totals(long[] totals) {
    if (mask == BYTE) {
      totalsOfBytes(totals);
      return;
    }
    for (int step = 0; step < totals.length; step++) {
      totals[step] = 0;
      for (int count : row(step)) {
        totals[step] += count;
      }
    }
  }

  private void totalsOfBytes(long[] totals) {
    Arrays.fill(totals, 0);
    for (int first = 0; first < totals.length; first += Integer.BYTES) {
      int[] row = row(first);
      for (int from = 0; from < row.length; from += SUMMED) {
        long sums = sumsOfBytes(row, from, Math.min(row.length, from + SUMMED));
        for (int step = first; step < first + Integer.BYTES; step++) {
          int shift = shift(step);
          totals[step] +=
              sums >>> (shift & Byte.SIZE) * Integer.BYTES + (shift & Short.SIZE) & LANE;
        }
      }
    }
  }

  /**
   * The sums of the four bytes of some numbers, in lanes of 16 bits: first those of bytes 0 and 2.
   */
  private static long sumsOfBytes(int[] row, int from, int to) {
    int even = 0;
    int odd = 0;
    for (int i = from; i < to; i++) {
      even += row[i] & BYTES;
      odd += row[i] >>> Byte.SIZE & BYTES;
    }
    return (long) odd << Integer.SIZE | Integer.toUnsignedLong(even);
  }
}
