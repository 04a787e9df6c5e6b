package org.baya.engine;

import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Shard;
import org.baya.compiled.WaveInput;
import org.baya.model.TimeGrid;

/**
 * A multimeter of stimulators: reads what some nodes of one population send at regular times. The
 * sample at time t is what is sent in the step that ends at t; a current's targets feel it first at
 * t + delay + one step.
 */
final class SignalSampler {
  private final SampleSteps times;
  private final SentSignal[] signals;
  private final double[] row;
  private final SampleListener listener;
  private final TimeGrid grid;

  /**
   * A multimeter.
   *
   * @param population one that has signals
   * @param variables how often the signal is listed
   */
  SignalSampler(
      CompiledNetwork network,
      CompiledPopulation population,
      int[] ids,
      int variables,
      SampleSteps times,
      SampleListener listener) {
    this.times = times;
    this.listener = listener;
    grid = network.grid();
    signals = new SentSignal[ids.length];
    row = new double[ids.length * variables];
    SentSignal[] byNode = new SentSignal[population.size()];
    for (int i = 0; i < ids.length; i++) {
      if (byNode[ids[i]] == null) {
        byNode[ids[i]] =
            new SentSignal(population.stimuli().get(ids[i]), network.seed(), network.grid());
      }
      signals[i] = byNode[ids[i]];
    }
    addSynapses(network, population.firstNode(), byNode);
  }

  /** Tells the signals that need it their synapses, in all shards. */
  private static void addSynapses(CompiledNetwork network, int firstNode, SentSignal[] byNode) {
    for (Shard shard : network.shards()) {
      for (WaveInput wave : shard.waves()) {
        int[] nodes = wave.nodes();
        for (int i = 0; i < nodes.length && wave.process().isIndividual(); i++) {
          int node = nodes[i] - firstNode;
          if (node >= 0 && node < byNode.length && byNode[node] != null) {
            byNode[node].add(wave.purpose(), wave.arrivals().entities()[i]);
          }
        }
      }
    }
    for (SentSignal signal : byNode) {
      if (signal != null) {
        signal.sort();
      }
    }
  }

  /** Hands the samples of a finished window to the listener. */
  void publish(int windowStart, int windowEnd) {
    for (int step = times.next(windowStart); step < windowEnd; step = times.next(step + 1)) {
      for (int i = 0; i < row.length; i++) {
        row[i] = signals[i % signals.length].at(step);
      }
      listener.sample(grid.timeMs(step + 1L), row);
    }
  }
}
