package org.baya.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.baya.error.InvalidInputException;

/**
 * Poisson counts of one fixed small mean by table look-up, for input that draws millions of them.
 *
 * <p>Implementation overview: exact inversion. The count is the number of thresholds {@code
 * floor(2^64 P(X <= k))} that a 64-bit uniform reaches, so every probability is right to 2^-63. A
 * guide of 4,096 entries, indexed by the top 12 bits, holds the count where these bits decide it
 * alone (more than 98 of 100 draws); otherwise the thresholds' upper halves are compared with 32
 * bits, and only when these tie (about one draw in 10^8) a second word is needed. (The guide is the
 * method of H.-C. Chen, Y. Asau: On generating random variates from an empirical distribution, AIIE
 * Transactions 6, 1974.)
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class PoissonTable {
  /**
   * Means below this are allowed; from here on {@link Poisson} is about as fast and needs no table.
   */
  public static final double MAX_MEAN = 16;

  /** What {@link #count(int)} returns when 32 bits do not decide. */
  public static final int UNDECIDED = -1;

  private static final int GUIDE_BITS = 12;
  private static final int SHIFT = 32 - GUIDE_BITS;
  private static final MathContext PRECISION = new MathContext(60);
  private static final BigDecimal TWO_64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));

  private final double mean;
  private final long[] thresholds;
  private final byte[] guide;

  /**
   * The table of a mean.
   *
   * @param mean expected count, from 0 to below {@link #MAX_MEAN}
   */
  public PoissonTable(double mean) {
    if (!(mean >= 0 && mean < MAX_MEAN)) {
      throw new InvalidInputException(
          "poisson: mean is " + mean + " but a table needs one from 0 to below " + MAX_MEAN);
    }
    this.mean = mean;
    thresholds = thresholds(mean);
    guide = guide(thresholds);
  }

  /** The expected count. */
  public double mean() {
    return mean;
  }

  /** The largest count that can come. */
  public int largest() {
    return thresholds.length;
  }

  /** The count for 32 uniform bits, or {@link #UNDECIDED} when it depends on further bits. */
  public int count(int bits) {
    int guess = guide[bits >>> SHIFT];
    return guess >= 0 ? guess : search(bits, ~guess);
  }

  /** The count for 64 uniform bits. */
  public int count(int bits, int furtherBits) {
    return count(thresholds, ((long) bits << 32) | Integer.toUnsignedLong(furtherBits));
  }

  /** The count from one word of the stream, rarely two. */
  public int draw(RandomStream stream) {
    int bits = stream.nextInt();
    int count = count(bits);
    return count == UNDECIDED ? count(bits, stream.nextInt()) : count;
  }

  /**
   * The counts of n words.
   *
   * @param words length at least n, 32 uniform bits each
   * @param counts length at least n; receives each word's count or {@link #UNDECIDED}
   * @return whether any is undecided
   */
  boolean counts(int n, int[] words, int[] counts) {
    final byte[] guide = this.guide;
    int signs = 0;
    for (int i = 0; i < n; i++) {
      int bits = words[i];
      // the mask changes nothing but frees the loop of a range check
      int count = guide[(bits >>> SHIFT) & (guide.length - 1)];
      if (count < 0) {
        count = search(bits, ~count);
      }
      signs |= count;
      counts[i] = count;
    }
    return signs < 0;
  }

  /** Compares upper halves from threshold {@code first} on. */
  private int search(int bits, int first) {
    long value = Integer.toUnsignedLong(bits);
    int k = first;
    while (k < thresholds.length && value > thresholds[k] >>> 32) {
      k++;
    }
    return k < thresholds.length && value == thresholds[k] >>> 32 ? UNDECIDED : k;
  }

  /** How many thresholds, ascending as unsigned numbers, are at most {@code value}. */
  private static int count(long[] thresholds, long value) {
    int k = 0;
    while (k < thresholds.length && Long.compareUnsigned(value, thresholds[k]) >= 0) {
      k++;
    }
    return k;
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

  /**
   * Per value of the top bits: the count they decide, or the complement of the least count that is
   * possible.
   */
  private static byte[] guide(long[] thresholds) {
    byte[] guide = new byte[1 << GUIDE_BITS];
    for (int i = 0; i < guide.length; i++) {
      long first = (long) i << (64 - GUIDE_BITS);
      int least = count(thresholds, first);
      int most = count(thresholds, first | (-1L >>> GUIDE_BITS));
      guide[i] = (byte) (least == most ? least : ~least);
    }
    return guide;
  }
}
