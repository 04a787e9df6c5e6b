package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.PopulationStatistics;

/**
 * Everything that {@code summary.json} says about a finished run, apart from its spikes.
 *
 * @param name of the experiment
 * @param version of Baya
 * @param command the command line, one word an element
 * @param seed of all random streams
 * @param threads that simulated
 * @param resolutionMs length of a step [ms]
 * @param durationMs biological time that was simulated [ms]
 * @param transientMs beginning of the run that rates and statistics leave out [ms]
 * @param statistics of the groups of all recorded spikes, in their order
 */
public record RunSummary(
    String name,
    String version,
    List<String> command,
    long seed,
    int threads,
    double resolutionMs,
    double durationMs,
    double transientMs,
    NetworkCounts network,
    Timing timing,
    Activity activity,
    List<PopulationStatistics> statistics,
    Machine machine) {

  /** Copies the lists. */
  public RunSummary {
    command = List.copyOf(command);
    statistics = List.copyOf(statistics);
  }

  /** Wall time over biological time of the simulation; NaN when nothing was simulated. */
  public double realTimeFactor() {
    return durationMs > 0 ? timing.simulateS() * 1000 / durationMs : Double.NaN;
  }

  /** Number of neuron updates: neurons times steps. */
  public double updates() {
    return resolutionMs > 0 ? network.neurons() * Math.rint(durationMs / resolutionMs) : 0;
  }
}
