package org.baya.connect.algebra;

/** A mask seen from one side of two populations: a row for every node there. Immutable. */
abstract class RowMask {
  /** Rows that are made to guess a density. */
  private static final int SAMPLES = 16;

  /** About which part of all pairs it holds; tells which of two masks is better made. */
  abstract double density();

  /** Whether no pair is in it more than once. */
  boolean isSet() {
    return true;
  }

  /** A new cursor; one for each thread. */
  abstract RowCursor cursor();

  /** The density found in some rows. */
  static double sampled(RowCursor cursor, int rows, int nodes) {
    int samples = Math.min(SAMPLES, rows);
    double sum = 0;
    for (int k = 0; k < samples; k++) {
      sum += cursor.size((int) ((long) rows * k / samples));
    }
    return samples == 0 || nodes == 0 ? 0 : sum / samples / nodes;
  }
}
