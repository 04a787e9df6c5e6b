package org.baya.app.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Repeated measurements of one thing.
 *
 * @param name what distinguishes it from other series of the benchmark
 * @param runs at least one, in the order of time
 */
public record Series(String name, List<RunResult> runs) {

  public Series {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("no runs");
    }
  }

  /** The first run, for what all have in common. */
  public RunResult first() {
    return runs.getFirst();
  }

  /** The median of a figure over the runs. */
  public double median(Figure figure) {
    return Medians.of(runs.stream().mapToDouble(run -> run.figure(figure)).toArray());
  }

  /** The medians of all figures. */
  public Map<Figure, Double> medians() {
    Map<Figure, Double> medians = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      medians.put(figure, median(figure));
    }
    return medians;
  }

  /** Whether all runs gave the same spikes. */
  public boolean sameSpikes() {
    return runs.stream().map(RunResult::spikeChecksum).distinct().count() == 1;
  }
}
