package org.baya.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A synapse by the book: all spikes of both sides as lists of times at the synapse [ms], every
 * trace a sum over them. Slow, and nothing like the engine's way.
 */
final class SpikePairs {
  private final List<Double> sources = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private double now;

  /** What a spike does to the weight. */
  @FunctionalInterface
  interface Rule {
    double apply(double weight, SpikePairs spikes);
  }

  /**
   * The weight that the last spike of the source leaves.
   *
   * @param sourceTimes ascending
   * @param targetTimes when the target's spikes reach the synapse, ascending
   */
  static double weight(
      double start, double[] sourceTimes, double[] targetTimes, Rule onTarget, Rule onSource) {
    SpikePairs spikes = new SpikePairs();
    double weight = start;
    int next = 0;
    for (double source : sourceTimes) {
      while (next < targetTimes.length && targetTimes[next] < source + 1e-6) {
        spikes.now = targetTimes[next++];
        weight = onTarget.apply(weight, spikes);
        spikes.targets.add(spikes.now);
      }
      spikes.now = source;
      weight = onSource.apply(weight, spikes);
      spikes.sources.add(source);
    }
    return weight;
  }

  /** All earlier spikes of the source, decayed. */
  double sourceTrace(double tau) {
    return trace(sources, Double.NEGATIVE_INFINITY, tau);
  }

  /** All spikes of the source after the target's last one, decayed. */
  double sourceTraceSinceTarget(double tau) {
    return trace(sources, targets.isEmpty() ? Double.NEGATIVE_INFINITY : targets.getLast(), tau);
  }

  /** All earlier spikes of the target, decayed. */
  double targetTrace(double tau) {
    return trace(targets, Double.NEGATIVE_INFINITY, tau);
  }

  private double trace(List<Double> times, double after, double tau) {
    double sum = 0;
    for (double time : times) {
      // A spike that came with the target's last one counts as after it.
      sum += time < now - 1e-6 && time > after - 1e-6 ? Math.exp((time - now) / tau) : 0;
    }
    return sum;
  }

  /** The source's last spike, decayed; time 0 counts as one. */
  double lastSource(double tau) {
    return Math.exp((lastSourceTime() - now) / tau);
  }

  private double lastSourceTime() {
    return sources.isEmpty() ? 0 : sources.getLast();
  }

  /** The target's last spike before now, decayed. */
  double lastTarget(double tau) {
    double last = Double.NEGATIVE_INFINITY;
    for (double time : targets) {
      last = time < now - 1e-6 ? time : last;
    }
    return Math.exp((last - now) / tau);
  }

  /** Whether the target has spiked since the source's last spike. */
  boolean targetSinceSource() {
    return !targets.isEmpty() && targets.getLast() > lastSourceTime() + 1e-6;
  }
}
