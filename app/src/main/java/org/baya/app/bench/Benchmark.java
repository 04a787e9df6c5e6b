package org.baya.app.bench;

import java.util.List;
import java.util.Optional;

/** One thing that {@code baya bench} measures: one class, and one line in {@link Benchmarks}. */
public interface Benchmark {
  /** The name by which it is asked for. */
  String name();

  /** What it measures, in one sentence for the help. */
  String description();

  /** What its series differ in, as the head of a column. */
  String seriesTitle();

  /** The figures that are set beside those of others and the targets. */
  List<Figure> compared();

  /** Further figures that are shown. */
  List<Figure> details();

  /** What is asked of one figure of a series; empty if nothing is. */
  Optional<Target> target(Series series, Figure figure);

  /** Measures. */
  List<Series> run(Conditions conditions);
}
