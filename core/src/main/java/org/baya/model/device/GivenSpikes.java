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
    List<Spike> spikes = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      boolean now = shift && times[i] == 0;
      double time = now ? grid.resolutionMs() : requireTime(times[i]);
      long step = grid.stepsUp(window.originMs() + time) - 1;
      if (step > Integer.MAX_VALUE) {
        throw new InvalidInputException("spike time " + times[i] + " ms is beyond 2^31 steps");
      }
      int count = counts.length == 0 ? 1 : requireWhole(counts[i]);
      for (int n = 0; n < count && step >= first && step < end; n++) {
        spikes.add(new Spike((int) step, factors.length == 0 ? 1 : factors[i]));
      }
    }
    spikes.sort((a, b) -> Integer.compare(a.step, b.step));
    int[] steps = spikes.stream().mapToInt(Spike::step).toArray();
    double[] sorted = spikes.stream().mapToDouble(Spike::factor).toArray();
    return new Stimulus.Spikes(
        steps,
        Arrays.stream(sorted).allMatch(f -> f == 1) ? Optional.empty() : Optional.of(sorted));
  }

  private record Spike(int step, double factor) {}

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
