package org.baya.random;

/** The finalizer of SplitMix64, by which hashes and codes are mixed. */
public final class SplitMix {
  /** The increment of SplitMix64: 2^64 divided by the golden ratio, made odd. */
  public static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private SplitMix() {}

  /**
   * A bijection in which every bit depends on every other (S. Vigna's constants, after D.
   * Stafford's variant 13 of MurmurHash3).
   */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
