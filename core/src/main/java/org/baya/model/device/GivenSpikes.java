package org.baya.model.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.SpikeTrain;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/** What the devices with given spike times share: their parameters and the way to the time grid. */
final class GivenSpikes {
  private static final Parameter TIMES =
      Parameter.vector(
          "spike_times",
          "ms",
          List.of(),
          Range.NON_NEGATIVE,
          "times of the spikes, relative to origin: multiples of the resolution above 0");
  private static final Parameter WEIGHTS =
      Parameter.vector(
          "spike_weights",
          "",
          List.of(),
          Range.FINITE,
          "factor on the weight for each spike; empty: 1");
  private static final Parameter MULTIPLICITIES =
      Parameter.vector(
          "spike_multiplicities",
          "",
          List.of(),
          Range.NON_NEGATIVE,
          "how often each spike counts, whole numbers; empty: 1");

  private static final Parameter OFFGRID =
      Parameter.flag(
          "allow_offgrid_times",
          false,
          "whether times between two steps are rounded up; otherwise they are errors");
  private static final Parameter SHIFT =
      Parameter.flag(
          "shift_now_spikes",
          false,
          "whether spikes at time 0 come a step later; otherwise they are errors");

  private GivenSpikes() {}

  static List<Parameter> parameters(boolean weights) {
    List<Parameter> all = new ArrayList<>(List.of(TIMES));
    if (weights) {
      all.add(WEIGHTS);
    }
    all.addAll(List.of(MULTIPLICITIES, OFFGRID, SHIFT));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  static Stimulus stimulus(Parameters p, boolean weights, DeviceNode node) {
    Optional<SpikeTrain> given = node.given();
    double[] times = given.isPresent() ? given.get().timesMs() : p.vector(TIMES);
    double[] factors =
        given.isPresent() ? given.get().factors() : weights ? p.vector(WEIGHTS) : new double[0];
    double[] counts = given.isPresent() ? new double[0] : p.vector(MULTIPLICITIES);
    requireLength("spike_weights", factors, times.length);
    requireLength("spike_multiplicities", counts, times.length);
    boolean shift = p.flag(SHIFT);
    if (given.isEmpty() && !p.flag(OFFGRID)) {
      requireGrid(times, node.grid());
    }
    return onGrid(times, factors, counts, shift, ActiveWindow.of(p), node.grid());
  }

  private static void requireGrid(double[] times, TimeGrid grid) {
    for (int i = 0; i < times.length; i++) {
      if (!grid.isOnGrid(times[i])) {
        throw new InvalidInputException(
            "spike_times["
                + i
                + "] = "
                + times[i]
                + " ms; allowed are multiples of the resolution "
                + grid.resolutionMs()
                + " ms; allow_offgrid_times rounds others up");
      }
    }
  }

  private static Stimulus onGrid(
      double[] times,
      double[] factors,
      double[] counts,
      boolean shift,
      ActiveWindow window,
      TimeGrid grid) {
    long first = window.firstSpikeStep(grid);
    long end = window.endSpikeStep(grid);
    int[] steps = new int[times.length];
    double[] kept = new double[factors.length == 0 ? 0 : times.length];
    int n = 0;
    for (int i = 0; i < times.length; i++) {
      boolean now = shift && times[i] == 0;
      double time = now ? grid.resolutionMs() : requireTime(times[i]);
      long step = grid.stepsUp(window.originMs() + time) - 1;
      if (step > Integer.MAX_VALUE) {
        throw new InvalidInputException("spike time " + times[i] + " ms is beyond 2^31 steps");
      }
      int count = counts.length == 0 ? 1 : requireWhole(counts[i]);
      if (step < first || step >= end) {
        continue;
      }
      if (n + count > steps.length) {
        steps = Arrays.copyOf(steps, Math.toIntExact(2L * n + count));
        kept = Arrays.copyOf(kept, kept.length == 0 ? 0 : steps.length);
      }
      Arrays.fill(steps, n, n + count, (int) step);
      if (kept.length > 0) {
        Arrays.fill(kept, n, n + count, factors[i]);
      }
      n += count;
    }
    return sorted(Arrays.copyOf(steps, n), kept);
  }

  /**
   * The spikes by time, those of one step in the order given.
   *
   * @param factors of each spike, at least as many as steps, or empty if all are 1
   */
  private static Stimulus sorted(int[] steps, double[] factors) {
    int n = steps.length;
    if (isEachOne(factors, n)) {
      Arrays.sort(steps);
      return new Stimulus.Spikes(steps, Optional.empty());
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = (long) steps[i] << 32 | i;
    }
    Arrays.sort(keys);
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      steps[i] = (int) (keys[i] >>> 32);
      sorted[i] = factors[(int) keys[i]];
    }
    return new Stimulus.Spikes(steps, Optional.of(sorted));
  }

  private static boolean isEachOne(double[] factors, int n) {
    for (int i = 0; i < Math.min(n, factors.length); i++) {
      if (factors[i] != 1) {
        return false;
      }
    }
    return true;
  }

  private static double requireTime(double time) {
    if (!(time > 0) || time == Double.POSITIVE_INFINITY) {
      throw new InvalidInputException("spike time " + time + " ms; allowed is a finite time > 0");
    }
    if (TimeGrid.tics(time) == 0) {
      throw new InvalidInputException(
          "spike time " + time + " ms rounds to 0; allowed is a time of at least 0.001 ms");
    }
    return time;
  }

  private static int requireWhole(double count) {
    if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          "spike_multiplicities has the element " + count + "; allowed are whole numbers");
    }
    return (int) count;
  }

  private static void requireLength(String name, double[] values, int length) {
    if (values.length != 0 && values.length != length) {
      throw new InvalidInputException(
          name + " has " + values.length + " elements but there are " + length + " spike times");
    }
  }
}
