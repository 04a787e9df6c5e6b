package org.baya.io.sonata;

import org.baya.array.Column;
import org.baya.error.InvalidInputException;

/** A column of real numbers that are computed as they are read. */
abstract class RealColumn implements Column {

  @Override
  public final void read(long from, int count, int[] out, int at) {
    double[] values = new double[count];
    read(from, count, values, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] = (int) values[i];
      if (out[at + i] != values[i]) {
        throw misfit(from + i, values[i], "a 32-bit whole number");
      }
    }
  }

  @Override
  public final void read(long from, int count, long[] out, int at) {
    double[] values = new double[count];
    read(from, count, values, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] = (long) values[i];
      if (out[at + i] != values[i]) {
        throw misfit(from + i, values[i], "a whole number");
      }
    }
  }

  private InvalidInputException misfit(long row, double value, String allowed) {
    return new InvalidInputException(
        place(), "row " + row + " is " + value + "; allowed is " + allowed);
  }
}
