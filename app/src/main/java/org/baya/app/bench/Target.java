package org.baya.app.bench;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of one figure of the V1 core at one resolution, on two cores.
 *
 * @param nest what NEST 3.9.0 (-O3, two threads) was measured to need for the same network on such
 *     cores, lowest
 * @param nestHigh the highest
 * @param required bound that must be kept
 * @param aim bound that is hoped for
 */
public record Target(
    Figure figure, double resolutionMs, double nest, double nestHigh, double required, double aim) {
  /** Neurons of the network that the targets are for. */
  public static final long NEURONS = 51_978;

  /** Simulated time that the targets are for [ms]. */
  public static final double DURATION_MS = 1000;

  /** All targets, by resolution. */
  public static final List<Target> V1 =
      List.of(
          new Target(Figure.SETUP, 0.1, 16.3, 16.3, 2.0, 1.0),
          new Target(Figure.SIMULATE, 0.1, 24, 26, 1.5, 0.7),
          new Target(Figure.TOTAL, 0.1, 43, 43, 4, 2),
          new Target(Figure.PEAK_MEMORY, 0.1, 3.2e9, 3.2e9, 1.5e9, 0.7e9),
          new Target(Figure.SETUP, 1.0, 18.7, 18.7, 2.0, 1.0),
          new Target(Figure.SIMULATE, 1.0, 8, 11, 0.6, 0.3),
          new Target(Figure.TOTAL, 1.0, 30, 30, 4, 2),
          new Target(Figure.PEAK_MEMORY, 1.0, 3.1e9, 3.1e9, 1.5e9, 0.7e9));

  /** The target of a figure if {@code run} is of the network and time that targets are for. */
  public static Optional<Target> of(Figure figure, RunResult run) {
    boolean comparable = run.neurons() == NEURONS && run.durationMs() == DURATION_MS;
    return V1.stream()
        .filter(target ->
            comparable && target.figure == figure && target.resolutionMs == run.resolutionMs())
        .findFirst();
  }

  /** How a value stands to the bounds: {@code aim}, {@code required} or {@code missed}. */
  public String verdict(double value) {
    return value <= aim ? "aim" : value <= required ? "required" : "missed";
  }
}
