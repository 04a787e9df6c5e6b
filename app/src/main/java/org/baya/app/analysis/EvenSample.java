package org.baya.app.analysis;

/**
 * Some of many, the same ones every time: one is drawn by a hash from each of equally long runs of
 * successive ones, so that all parts are represented and no regular pattern is met.
 */
public final class EvenSample {
  private EvenSample() {}

  /** At most {@code most} of {@code count} indices, ascending; all if there are no more. */
  static int[] of(int count, int most) {
    int[] sample = new int[Math.min(count, most)];
    for (int k = 0; k < sample.length; k++) {
      sample[k] = (int) pick(k, sample.length, count);
    }
    return sample;
  }

  /** The index drawn from run {@code k} of {@code runs} runs over {@code total}. */
  public static long pick(int k, int runs, long total) {
    long from = total * k / runs;
    long length = total * (k + 1) / runs - from;
    return length == 1 ? from : from + Long.remainderUnsigned(mix(k), length);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long a = z + 0x9E3779B97F4A7C15L;
    long b = (a ^ a >>> 30) * 0xBF58476D1CE4E5B9L;
    long c = (b ^ b >>> 27) * 0x94D049BB133111EBL;
    return c ^ c >>> 31;
  }
}
