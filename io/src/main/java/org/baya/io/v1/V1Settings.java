package org.baya.io.v1;

import org.baya.error.InvalidInputException;

/**
 * Which network to generate.
 *
 * @param radiusUm radius of the cylinder [um], in (0, {@value #FULL_RADIUS_UM}]
 * @param seed of all random numbers; the network does not depend on the number of threads
 * @param threads number of threads to generate with, at least 1
 * @param gains factors on the published weights
 */
public record V1Settings(double radiusUm, long seed, int threads, V1Gains gains) {
  /** Radius of the model's core, which holds 51,978 cells [um]. */
  public static final double CORE_RADIUS_UM = 400.0;

  /** Radius of the whole model [um]. */
  public static final double FULL_RADIUS_UM = 845.0;

  /** Checks radius and threads. */
  public V1Settings {
    if (!(radiusUm > 0.0 && radiusUm <= FULL_RADIUS_UM)) {
      throw new InvalidInputException(
          "radius", radiusUm + " um is not above 0 and at most " + FULL_RADIUS_UM + " um");
    }
    if (threads < 1) {
      throw new InvalidInputException("threads", threads + " is not at least 1");
    }
  }

  /** The network of this radius with the gains of the core. */
  public static V1Settings of(double radiusUm, long seed, int threads) {
    return new V1Settings(radiusUm, seed, threads, V1Gains.core());
  }
}
