package org.baya.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.baya.error.InvalidInputException;

/**
 * Poisson counts of one fixed small mean by comparison with thresholds, for input that draws
 * millions of them.
 *
 * <p>Implementation overview: exact inversion. The count is the number of thresholds {@code
 * floor(2^64 P(X <= k))} that a 64-bit uniform reaches, so every probability is right to 2^-63. The
 * upper 16 bits are compared first, in a loop of vector instructions; only where they tie with a
 * threshold (about one draw in 5,000) are the others needed.
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
  private static final int SHORT_BITS = 16;
  private static final int LARGEST_SHORT = 0xFFFF;

  private final long[] thresholds;
  private final ThresholdCount upperBits;

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
    thresholds = thresholds(mean);
    upperBits = new ThresholdCount(shorten(thresholds));
  }

  /** The largest count that can come. */
  int largest() {
    return thresholds.length;
  }

  /** Comparison of the upper 16 of 64 bits with those of the thresholds. */
  ThresholdCount upperBits() {
    return upperBits;
  }

  /** The count for 64 uniform bits. */
  int count(long bits) {
    int k = 0;
    while (k < thresholds.length && Long.compareUnsigned(bits, thresholds[k]) >= 0) {
      k++;
    }
    return k;
  }

  /** Nothing is above 16 bits that are all set, so one threshold there is enough. */
  private static int[] shorten(long[] thresholds) {
    int[] all = new int[thresholds.length];
    int n = 0;
    for (long threshold : thresholds) {
      int upper = (int) (threshold >>> (Long.SIZE - SHORT_BITS));
      all[n++] = upper;
      if (upper == LARGEST_SHORT) {
        break;
      }
    }
    return Arrays.copyOf(all, n);
  }

  /** {@code floor(2^64 P(X <= k))} for k = 0, 1, ... as far as it is below 2^64 - 1. */
  private static long[] thresholds(double mean) {
    BigDecimal exactMean = new BigDecimal(mean);
    BigDecimal probability = BigDecimal.ONE.divide(exp(exactMean), PRECISION);
    BigDecimal sum = probability;
    long[] found = new long[128];
    int k = 0;
    long scaled = scale(sum);
    while (scaled != -1L) {
      found[k] = scaled;
      k++;
      probability =
          probability.multiply(exactMean, PRECISION).divide(BigDecimal.valueOf(k), PRECISION);
      sum = sum.add(probability, PRECISION);
      scaled = scale(sum);
    }
    return Arrays.copyOf(found, k);
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
