package org.baya.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.error.InvalidInputException;

/**
 * Poisson counts of one fixed small mean by comparison with thresholds, for input that draws
 * millions of them.
 *
 * <p>Implementation overview: exact inversion of a mixture. A count k owns {@code floor(2^15 P(k))}
 * of the 2^15 values of a 15-bit uniform, one count after the other, which leaves a few values to
 * nobody. They stand for what was rounded off: only if one of them is drawn (about one draw in
 * 5,000), 64 further bits choose from the distribution of the remainders. So every probability is
 * right to 2^-63.
 *
 * <p>Immutable; safe for use by several threads.
 */
final class PoissonTable {
  /**
   * Means below this are allowed; from here on {@link Poisson} is about as fast and needs no table.
   */
  static final double MAX_MEAN = 16;

  private static final MathContext PRECISION = new MathContext(60);
  private static final BigDecimal TWO_64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));
  private static final BigDecimal RANGE = BigDecimal.valueOf(ThresholdCount.RANGE);

  /** Probabilities below it cannot be drawn. */
  private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(25);

  private final ThresholdCount owned;
  private final long[] remainders;

  /**
   * The table of a mean.
   *
   * @param mean expected count, from 0 to below {@link #MAX_MEAN}
   */
  PoissonTable(double mean) {
    if (!(mean >= 0 && mean < MAX_MEAN)) {
      throw new InvalidInputException(
          "poisson: mean is " + mean + " but a table needs one from 0 to below " + MAX_MEAN);
    }
    List<BigDecimal> values = values(mean);
    owned = new ThresholdCount(ends(values));
    remainders = remainders(values);
  }

  /**
   * Comparison of 15 bits: the count, or {@link ThresholdCount#size} where {@link #remainder}
   * decides.
   */
  ThresholdCount owned() {
    return owned;
  }

  /** The count that 64 uniform bits choose from the remainders. */
  int remainder(long bits) {
    int k = 0;
    while (k < remainders.length && Long.compareUnsigned(bits, remainders[k]) >= 0) {
      k++;
    }
    return k;
  }

  /** {@code 2^15 P(k)} for k = 0, 1, ... */
  private static List<BigDecimal> values(double mean) {
    BigDecimal exactMean = new BigDecimal(mean);
    BigDecimal probability = BigDecimal.ONE.divide(exp(exactMean), PRECISION);
    List<BigDecimal> found = new ArrayList<>();
    for (int k = 1; k <= mean || probability.compareTo(NEGLIGIBLE) > 0; k++) {
      found.add(probability.multiply(RANGE, PRECISION));
      probability =
          probability.multiply(exactMean, PRECISION).divide(BigDecimal.valueOf(k), PRECISION);
    }
    return found;
  }

  /** The value after the last that count k owns, for k = 0, 1, ... up to the last that owns one. */
  private static int[] ends(List<BigDecimal> values) {
    int[] ends = new int[values.size()];
    int end = 0;
    int n = 0;
    for (int k = 0; k < ends.length; k++) {
      int own = values.get(k).intValue();
      end += own;
      ends[k] = end;
      n = own > 0 ? k + 1 : n;
    }
    return Arrays.copyOf(ends, n);
  }

  /** {@code floor(2^64 Q(X <= k))}, Q the law of the remainders, as far as below 2^64 - 1. */
  private static long[] remainders(List<BigDecimal> values) {
    BigDecimal all = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      all = all.add(fraction(value));
    }
    long[] found = new long[values.size()];
    int n = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      sum = sum.add(fraction(value));
      long scaled = all.signum() == 0 ? -1L : scale(sum.divide(all, PRECISION));
      if (scaled == -1L) {
        break;
      }
      found[n++] = scaled;
    }
    return Arrays.copyOf(found, n);
  }

  private static BigDecimal fraction(BigDecimal value) {
    return value.remainder(BigDecimal.ONE);
  }

  /** 2^64 times a probability, rounded down, at most 2^64 - 1. */
  private static long scale(BigDecimal probability) {
    BigInteger scaled = probability.multiply(TWO_64, PRECISION).toBigInteger();
    return scaled.bitLength() > 64 ? -1L : scaled.longValue();
  }

  /** The exponential of a number in [0, 16) by its power series. */
  private static BigDecimal exp(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal negligible = BigDecimal.ONE.movePointLeft(PRECISION.getPrecision());
    for (int i = 1; term.compareTo(negligible) > 0; i++) {
      term = term.multiply(x, PRECISION).divide(BigDecimal.valueOf(i), PRECISION);
      sum = sum.add(term, PRECISION);
    }
    return sum;
  }
}
