package org.baya.random;

/**
 * Number of marked balls among those drawn from an urn without putting back.
 *
 * <p>Implementation overview: few draws are made ball by ball; more come from ratio of uniforms,
 * algorithm HRUA* (E. Stadlober: The ratio of uniforms approach for generating discrete random
 * variates, J. Comput. Appl. Math. 31, 1990, <a
 * href="https://doi.org/10.1016/0377-0427(90)90349-5">doi:10.1016/0377-0427(90)90349-5</a>), whose
 * constants appear below. Marked and unmarked, drawn and left may change places, so the smaller of
 * each is used. Logarithms of factorials are taken as differences, which keeps urns of up to 2^53
 * balls exact to ten digits.
 */
public final class Hypergeometric {
  /** Up to so many draws are made one by one. */
  private static final long FEW = 10;

  /** {@code 2 * sqrt(2 / e)}: width of the hat. */
  private static final double D1 = 2 * Math.sqrt(2 / Math.E);

  /** {@code 3 - 2 * sqrt(3 / e)}: what rounding to whole numbers adds to it. */
  private static final double D2 = 3 - 2 * Math.sqrt(3 / Math.E);

  /** The probability of values farther out than so many standard deviations is below 1e-50. */
  private static final double FARTHEST = 16;

  private Hypergeometric() {}

  /**
   * One value.
   *
   * @param marked marked balls in the urn, at least 0
   * @param unmarked the others, at least 0; at most 2^53 together
   * @param drawn balls drawn, 0 to all of them
   */
  public static long sample(RandomStream stream, long marked, long unmarked, long drawn) {
    long all = marked + unmarked;
    if (drawn > all - drawn) {
      return marked - sample(stream, marked, unmarked, all - drawn);
    }
    if (marked > unmarked) {
      return drawn - sample(stream, unmarked, marked, drawn);
    }
    // the number of marked among the drawn is the number of drawn among the marked
    long few = Math.min(marked, drawn);
    return few <= FEW
        ? urn(stream, Math.max(marked, drawn), all, few)
        : reject(stream, marked, unmarked, drawn);
  }

  private static long urn(RandomStream stream, long marked, long all, long draws) {
    long found = 0;
    for (long i = 0; i < draws; i++) {
      found += stream.nextLong(all - i) < marked - found ? 1 : 0;
    }
    return found;
  }

  /** For at most half of the balls marked and at most half drawn. */
  private static long reject(RandomStream stream, long marked, long unmarked, long drawn) {
    double all = (double) marked + unmarked;
    double p = marked / all;
    double mean = drawn * p;
    double variance = mean * (1 - p) * ((all - drawn) / (all - 1));
    double width = Math.sqrt(variance + 0.5);
    double a = mean + 0.5;
    double h = D1 * width + D2;
    double mode = Math.floor((drawn + 1.0) * (marked + 1.0) / (all + 2));
    double end = Math.min(Math.min(drawn, marked) + 1.0, Math.floor(a + FARTHEST * width));
    while (true) {
      double x = stream.nextOpenDouble();
      double y = stream.nextOpenDouble();
      double w = a + h * (y - 0.5) / x;
      if (!(w >= 0 && w < end)) {
        continue;
      }
      double k = Math.floor(w);
      double t =
          LogFactorial.ratio(mode, k)
              + LogFactorial.ratio(marked - mode, marked - k)
              + LogFactorial.ratio(drawn - mode, drawn - k)
              + LogFactorial.ratio(unmarked - drawn + mode, unmarked - drawn + k);
      if (x * (4 - x) - 3 <= t) {
        return (long) k;
      }
      if (x * (x - t) < 1 && 2 * Math.log(x) <= t) {
        return (long) k;
      }
    }
  }
}
