package org.baya.app.bench;

import java.util.List;
import java.util.Optional;

/** Nothing but what every benchmark begins with: {@link Calibration}. */
final class MachineBench implements Benchmark {
  @Override
  public String name() {
    return "machine";
  }

  @Override
  public String description() {
    return "only what the machine gives.";
  }

  @Override
  public String seriesTitle() {
    return "";
  }

  @Override
  public List<Figure> compared() {
    return List.of();
  }

  @Override
  public List<Figure> details() {
    return List.of();
  }

  @Override
  public Optional<Target> target(Series series, Figure figure) {
    return Optional.empty();
  }

  @Override
  public List<Series> run(Conditions conditions) {
    return List.of();
  }
}
