package org.baya.random;

/**
 * Chooses k different numbers out of {@code 0..n-1}; every set has the same probability, and every
 * order of it.
 *
 * <p>Implementation overview: up to half of the numbers are drawn one after the other, repeats
 * again, with a bit for each number that is taken; more are dealt from a deck that is shuffled as
 * far as needed (R. Durstenfeld: Algorithm 235: random permutation, CACM 7, 1964, <a
 * href="https://doi.org/10.1145/364520.364540">doi:10.1145/364520.364540</a>). Bits and deck are
 * put back afterwards, so a choice takes time proportional to k.
 *
 * <p>Not safe for use by several threads.
 */
public final class DistinctChoice {
  private static final int BITS = Long.SIZE;

  /** A bit for each number, none set between calls. */
  private long[] taken = {};

  /** Every number at its own place between calls. */
  private int[] deck = {};

  /** About how many words a choice consumes. */
  public static long words(int n, int k) {
    if (2L * k > n) {
      return k;
    }
    // the mean of n * ln(n / (n - k)) to second order
    double share = n == 0 ? 0 : (double) k / n;
    return (long) (k * (1 + share * (0.5 + share / 2)));
  }

  /**
   * Chooses.
   *
   * @param n how many numbers there are
   * @param k how many are chosen, at most n
   * @param out length at least k, receives them in random order
   */
  public void choose(RandomStream stream, int n, int k, int[] out) {
    if (k > n) {
      throw new IllegalArgumentException(k + " different numbers out of " + n);
    }
    if (2L * k > n) {
      deal(stream, n, k, out);
    } else {
      pick(stream, n, k, out);
    }
  }

  private void pick(RandomStream stream, int n, int k, int[] out) {
    int words = (n + BITS - 1) / BITS;
    if (taken.length < words) {
      taken = new long[words];
    }
    final long[] taken = this.taken;
    int i = 0;
    while (i < k) {
      int x = stream.nextInt(n);
      long word = taken[x >>> 6];
      long bit = 1L << x;
      if ((word & bit) == 0) {
        taken[x >>> 6] = word | bit;
        out[i++] = x;
      }
    }
    for (i = 0; i < k; i++) {
      taken[out[i] >>> 6] = 0;
    }
  }

  private void deal(RandomStream stream, int n, int k, int[] out) {
    if (deck.length < n) {
      deck = new int[n];
      putBack(n);
    }
    final int[] deck = this.deck;
    for (int i = 0; i < k; i++) {
      int j = i + stream.nextInt(n - i);
      int x = deck[j];
      deck[j] = deck[i];
      deck[i] = x;
      out[i] = x;
    }
    putBack(n);
  }

  private void putBack(int n) {
    for (int i = 0; i < n; i++) {
      deck[i] = i;
    }
  }
}
