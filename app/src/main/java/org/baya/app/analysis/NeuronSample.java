package org.baya.app.analysis;

/**
 * Some of the neurons of a population, the same ones in every run: one is drawn by a hash from each
 * of equally long runs of successive neurons, so that no regular pattern of their order is met.
 */
final class NeuronSample {
  private NeuronSample() {}

  /** At most {@code most} of {@code neurons}, ascending; all if there are no more. */
  static int[] of(int neurons, int most) {
    int size = Math.min(neurons, most);
    int[] sample = new int[size];
    for (int k = 0; k < size; k++) {
      long from = (long) neurons * k / size;
      long length = (long) neurons * (k + 1) / size - from;
      sample[k] = (int) (from + Long.remainderUnsigned(mix(k), length));
    }
    return sample;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long a = z + 0x9E3779B97F4A7C15L;
    long b = (a ^ a >>> 30) * 0xBF58476D1CE4E5B9L;
    long c = (b ^ b >>> 27) * 0x94D049BB133111EBL;
    return c ^ c >>> 31;
  }
}
