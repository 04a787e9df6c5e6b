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
 * <p>A pair counts if the later of its spikes is in the counting time. Delays play no part. A
 * second histogram adds, for each pair, the product of the weights of its two nodes.
 *
 * <p>Implementation overview: the numbers of spikes of the last steps, and the sums of their
 * weights, stand in rings, so a step with spikes costs as many additions as the histogram covers
 * steps, whatever the number of pairs.
 *
 * <p>To be read between runs.
 */
public final class CorrelationRecording implements SpikeListener {
  private final CompiledPopulation[] populations;
  private final RecordingWindow window;
  private final TimeGrid grid;
  private final int binSteps;
  private final int reach;
  private final double[][] weights = new double[2][];
  private final long[] counts;
  private final double[] sums;

  /** Spikes of the last steps by population, at {@code step % length}. */
  private final long[][] recent;

  /** Weights of the spikes of the last steps, likewise. */
  private final double[][] recentWeight;

  /** Steps that the elements of {@link #recent} stand for. */
  private final int[] stepOf;

  private final long[] events = new long[2];
  private final int[] now = new int[2];
  private final double[] weightNow = new double[2];

  CorrelationRecording(
      CompiledPopulation first,
      CompiledPopulation second,
      CorrelationBins bins,
      CorrelationWeights weights,
      TimeGrid grid) {
    populations = new CompiledPopulation[] {first, second};
    for (int p = 0; p < 2; p++) {
      this.weights[p] = weights.of(p, populations[p]);
    }
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
    counts = new long[2 * (maxSteps / binSteps) + 1];
    sums = new double[counts.length];
    recent = new long[2][reach + 1];
    recentWeight = new double[2][reach + 1];
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
      weightNow[0] = 0;
      weightNow[1] = 0;
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
      if (local >= 0 && local < populations[p].size()) {
        now[p]++;
        weightNow[p] += weights[p][weights[p].length == 1 ? 0 : local];
      }
    }
  }

  private void advance(int step) {
    int at = step % stepOf.length;
    for (int p = 0; p < 2; p++) {
      recent[p][at] = now[p];
      recentWeight[p][at] = weightNow[p];
    }
    stepOf[at] = step;
    if (!window.contains(step)) {
      return;
    }
    events[0] += now[0];
    events[1] += now[1];
    add(bin(0), 1, at, 0);
    for (int lag = 1; lag <= Math.min(reach, step); lag++) {
      int then = (step - lag) % stepOf.length;
      if (stepOf[then] == step - lag) {
        add(bin(lag), 1, then, 0);
        add(bin(-lag), 0, then, 1);
      }
    }
  }

  /** Adds the pairs of the present spikes of one population and the earlier ones of the other. */
  private void add(int bin, int present, int then, int other) {
    counts[bin] += now[present] * recent[other][then];
    sums[bin] += weightNow[present] * recentWeight[other][then];
  }

  private int bin(int lag) {
    return (lag + reach) / binSteps;
  }

  /** Number of pairs by bin: NEST's count_histogram. */
  public long[] counts() {
    return counts.clone();
  }

  /** Sum over the pairs of the product of both weights, by bin: NEST's histogram. */
  public double[] histogram() {
    return sums.clone();
  }

  /** The time difference in the middle of each bin [ms]. */
  public double[] lagsMs() {
    double[] lags = new double[counts.length];
    for (int bin = 0; bin < lags.length; bin++) {
      lags[bin] = grid.timeMs((long) binSteps * (bin - counts.length / 2));
    }
    return lags;
  }

  /** Number of spikes of either population in the counting time. */
  public long[] events() {
    return events.clone();
  }
}
