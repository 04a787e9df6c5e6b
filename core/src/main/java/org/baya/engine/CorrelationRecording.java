package org.baya.engine;

import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.error.InvalidInputException;
import org.baya.model.TimeGrid;

/**
 * Histogram of the time differences between the spikes of two populations: bin k counts the pairs
 * of a spike of the first at t1 and one of the second at t2 with
 *
 * <pre>
 * (k - 1/2) delta_tau - tau_max &lt;= t2 - t1 &lt; (k + 1/2) delta_tau - tau_max
 * </pre>
 *
 * <p>A pair counts if the later of its spikes is in the counting time. Delays play no part.
 *
 * <p>Implementation overview: the numbers of spikes of the last steps stand in two rings, so a step
 * with spikes costs as many additions as the histogram covers steps, whatever the number of pairs.
 *
 * <p>To be read between runs.
 */
public final class CorrelationRecording implements SpikeListener {
  private final CompiledPopulation[] populations;
  private final RecordingWindow window;
  private final TimeGrid grid;
  private final int binSteps;
  private final int reach;
  private final long[] histogram;

  /** Spikes of the last steps by population, at {@code step % length}. */
  private final long[][] recent;

  /** Steps that the elements of {@link #recent} stand for. */
  private final int[] stepOf;

  private final long[] events = new long[2];
  private final int[] now = new int[2];

  CorrelationRecording(
      CompiledPopulation first, CompiledPopulation second, CorrelationBins bins, TimeGrid grid) {
    populations = new CompiledPopulation[] {first, second};
    window = RecordingWindow.of(bins.startMs(), bins.stopMs(), grid);
    this.grid = grid;
    binSteps = steps("delta_tau", bins.deltaTauMs(), grid);
    int maxSteps = steps("tau_max", bins.tauMaxMs(), grid);
    if (binSteps % 2 == 0) {
      throw new InvalidInputException(
          "delta_tau",
          bins.deltaTauMs()
              + " ms; allowed are odd multiples of the resolution "
              + grid.resolutionMs()
              + " ms");
    }
    if (maxSteps % binSteps != 0) {
      throw new InvalidInputException(
          "tau_max", bins.tauMaxMs() + " ms; allowed are multiples of delta_tau");
    }
    reach = maxSteps + binSteps / 2;
    histogram = new long[2 * (maxSteps / binSteps) + 1];
    recent = new long[2][reach + 1];
    stepOf = new int[reach + 1];
  }

  private static int steps(String name, double ms, TimeGrid grid) {
    long steps = grid.stepsExact(ms);
    if (steps < 1 || steps > 1 << 24) {
      throw new InvalidInputException(
          name,
          ms
              + " ms; allowed are positive multiples of the resolution "
              + grid.resolutionMs()
              + " ms");
    }
    return (int) steps;
  }

  @Override
  public void spikes(long[] keys, int n) {
    for (int i = 0; i < n; ) {
      int step = SpikeList.step(keys[i]);
      now[0] = 0;
      now[1] = 0;
      for (; i < n && SpikeList.step(keys[i]) == step; i++) {
        count(SpikeList.node(keys[i]));
      }
      if (now[0] + now[1] > 0) {
        advance(step);
      }
    }
  }

  private void count(int node) {
    for (int p = 0; p < 2; p++) {
      int local = node - populations[p].firstNode();
      now[p] += local >= 0 && local < populations[p].size() ? 1 : 0;
    }
  }

  private void advance(int step) {
    int at = step % stepOf.length;
    recent[0][at] = now[0];
    recent[1][at] = now[1];
    stepOf[at] = step;
    if (!window.contains(step)) {
      return;
    }
    events[0] += now[0];
    events[1] += now[1];
    histogram[bin(0)] += (long) now[0] * now[1];
    for (int lag = 1; lag <= Math.min(reach, step); lag++) {
      int then = (step - lag) % stepOf.length;
      if (stepOf[then] == step - lag) {
        histogram[bin(lag)] += now[1] * recent[0][then];
        histogram[bin(-lag)] += now[0] * recent[1][then];
      }
    }
  }

  private int bin(int lag) {
    return (lag + reach) / binSteps;
  }

  /** Number of pairs by bin. */
  public long[] histogram() {
    return histogram.clone();
  }

  /** The time difference in the middle of each bin [ms]. */
  public double[] lagsMs() {
    double[] lags = new double[histogram.length];
    for (int bin = 0; bin < lags.length; bin++) {
      lags[bin] = grid.timeMs((long) binSteps * (bin - histogram.length / 2));
    }
    return lags;
  }

  /** Number of spikes of either population in the counting time. */
  public long[] events() {
    return events.clone();
  }
}
