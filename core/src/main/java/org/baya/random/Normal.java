package org.baya.random;

/**
 * Normal distribution; values are {@code mean + std * z} with a standard normal z.
 *
 * <p>Implementation overview: z comes from the ziggurat (G. Marsaglia, W. W. Tsang: The ziggurat
 * method for generating random variables, J. Stat. Softw. 5(8), 2000, <a
 * href="https://doi.org/10.18637/jss.v005.i08">doi:10.18637/jss.v005.i08</a>) with 1,024 layers of
 * equal area. The layer, the sign and the 53-bit abscissa come from disjoint bits of one 64-bit
 * word, which avoids the correlation of the original (J. A. Doornik: An improved ziggurat method to
 * generate normal random samples, 2005). All but 4 of 1,000 values need that one word. The method
 * is exact up to the rounding of doubles.
 *
 * @param mean finite
 * @param std standard deviation, finite, at least 0
 */
public record Normal(double mean, double std) implements Distribution {
  private static final int LAYERS = 1024;

  /** How far the bit above the layer's is shifted to become 0 or 2. */
  private static final int SIGN_SHIFT = 9;

  /** A little more than {@link #TAIL}, for rounding. */
  private static final double COMMON = 4.1;

  /** Start of the tail for which the layers end at density 1. */
  private static final double TAIL = 4.0388498461095045;

  /**
   * Right edges of the layers, from the widest, index 0 (whose rectangle stands for the tail too),
   * down to 0 at index {@code LAYERS}.
   */
  private static final double[] EDGES = new double[LAYERS + 1];

  /** The density {@code exp(-x*x/2)} at each edge. */
  private static final double[] DENSITIES = new double[LAYERS + 1];

  static {
    double tailArea = Math.exp(-0.5 * TAIL * TAIL) * tailRatio(TAIL);
    double area = TAIL * Math.exp(-0.5 * TAIL * TAIL) + tailArea;
    EDGES[0] = area / Math.exp(-0.5 * TAIL * TAIL);
    EDGES[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      double below = EDGES[i - 1];
      EDGES[i] = Math.sqrt(-2 * Math.log(area / below + Math.exp(-0.5 * below * below)));
    }
    for (int i = 0; i <= LAYERS; i++) {
      DENSITIES[i] = Math.exp(-0.5 * EDGES[i] * EDGES[i]);
    }
  }

  public Normal {
    check(mean, std);
  }

  /** Fails unless the parameters are allowed. */
  public static void check(double mean, double std) {
    Parameters.finite("normal", "mean", mean);
    Parameters.notNegative("normal", "std", std);
  }

  /** One value; the parameters are not checked. */
  public static double sample(RandomStream stream, double mean, double std) {
    return mean + std * standard(stream);
  }

  /**
   * The first value of each of n streams, equal to {@link #sample} from each; the parameters are
   * not checked.
   *
   * @param out length at least n
   * @param rare length at least n; receives the rows whose values may be beyond {@value #COMMON}
   *     standard deviations
   * @return how many these are
   */
  public static int fill(
      StreamBlock streams, int n, double mean, double std, double[] out, int[] rare) {
    double[] uniforms = streams.uniforms(n);
    int missed = inside(uniforms, streams.secondWords(), n, mean, std, out, rare);
    for (int k = 0; k < missed; k++) {
      int i = rare[k];
      out[i] = sample(streams.at(i), mean, std);
    }
    return missed;
  }

  /** Whether values that are not rare are within bounds, see {@link #fill}. */
  public static boolean isCommonlyWithin(double mean, double std, double low, double high) {
    return mean - COMMON * std >= low && mean + COMMON * std <= high;
  }

  /**
   * The second value of each of some streams, equal to what {@link #sample} gives after the first;
   * NaN where the two need more than two numbers.
   *
   * @param rows numbers of the streams
   * @param out receives them at {@code rows}
   */
  public static void again(
      StreamBlock streams, int[] rows, int n, double mean, double std, double[] out) {
    streams.loadSecond(rows, n);
    for (int k = 0; k < n; k++) {
      long first = streams.bits(rows[k], 0);
      long second = streams.bits(rows[k], 1);
      double value = mean + std * (sign(second) * abscissa(second));
      out[rows[k]] = isInside(first) && isInside(second) ? value : Double.NaN;
    }
  }

  private static int layer(long bits) {
    return (int) bits & (LAYERS - 1);
  }

  private static double sign(long bits) {
    return 1 - ((bits >>> SIGN_SHIFT) & 2);
  }

  private static double abscissa(long bits) {
    return (bits >>> 11) * 0x1.0p-53 * EDGES[layer(bits)];
  }

  /** Whether a draw lies inside the rectangle of its layer for sure. */
  private static boolean isInside(long bits) {
    return abscissa(bits) < EDGES[layer(bits) + 1];
  }

  /**
   * Fills in the values that lie inside the rectangle of their layer for sure, and something for
   * the others, which it lists: a loop without branches.
   *
   * @param words the lower 32 bits of each draw: layer and sign
   * @return how many are listed
   */
  private static int inside(
      double[] uniforms, int[] words, int n, double mean, double std, double[] out, int[] missed) {
    final double[] edges = EDGES;
    int count = 0;
    for (int i = 0; i < n; i++) {
      int layer = words[i] & (LAYERS - 1);
      double x = uniforms[i] * edges[layer];
      out[i] = mean + std * ((1 - ((words[i] >>> SIGN_SHIFT) & 2)) * x);
      missed[count] = i;
      count += x < edges[layer + 1] ? 0 : 1;
    }
    return count;
  }

  /** One standard normal value. */
  public static double standard(RandomStream stream) {
    while (true) {
      long bits = stream.nextLong();
      int layer = layer(bits);
      double sign = sign(bits);
      double x = abscissa(bits);
      if (x < EDGES[layer + 1]) {
        return sign * x;
      }
      if (layer == 0) {
        return sign * tail(stream);
      }
      double low = DENSITIES[layer];
      if (low + stream.nextDouble() * (DENSITIES[layer + 1] - low) < Math.exp(-0.5 * x * x)) {
        return sign * x;
      }
    }
  }

  /**
   * A value above {@link #TAIL} (G. Marsaglia: Generating a variable from the tail of the normal
   * distribution, 1964).
   */
  private static double tail(RandomStream stream) {
    double x;
    double y;
    do {
      x = -Math.log(stream.nextOpenDouble()) / TAIL;
      y = -Math.log(stream.nextOpenDouble());
    } while (y + y < x * x);
    return TAIL + x;
  }

  /**
   * Mills' ratio (area of the tail above x by the density at x) as Laplace's continued fraction,
   * which converges fast for x > 3.
   */
  private static double tailRatio(double x) {
    double fraction = x;
    for (int i = 200; i > 0; i--) {
      fraction = x + i / fraction;
    }
    return 1 / fraction;
  }

  @Override
  public double draw(RandomStream stream) {
    return sample(stream, mean, std);
  }

  @Override
  public String toString() {
    return "normal(" + mean + ", " + std + ")";
  }
}
