package org.baya.io.sonata;

/** Times on the grid, free of the rounding that a product with a decimal resolution brings. */
final class GridTimes {
  private static final double TICS_PER_MS = 1000;

  private GridTimes() {}

  /**
   * {@code step} times {@code resolutionMs}, the nearest double to that decimal: 3 steps of 0.1 ms
   * are 0.3 ms.
   */
  static double timeMs(long step, double resolutionMs) {
    return step * Math.rint(resolutionMs * TICS_PER_MS) / TICS_PER_MS;
  }
}
