package org.baya.engine;

import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.model.TimeGrid;

/**
 * The spikes of one population, kept in memory at 8 bytes a spike; made by {@link
 * Simulation#record}. Spikes are ordered by time, then node.
 *
 * <p>To be read between runs.
 */
public final class SpikeRecording implements SpikeListener {
  private final CompiledPopulation population;
  private final TimeGrid grid;
  private final SpikeList spikes = new SpikeList(1024);

  SpikeRecording(CompiledPopulation population, TimeGrid grid) {
    this.population = population;
    this.grid = grid;
  }

  @Override
  public void spikes(long[] keys, int n) {
    int first = population.firstNode();
    int end = first + population.size();
    for (int i = 0; i < n; i++) {
      int node = SpikeList.node(keys[i]);
      if (node >= first && node < end) {
        spikes.add(SpikeList.step(keys[i]), node - first);
      }
    }
  }

  /** Number of spikes so far. */
  public int size() {
    return spikes.size();
  }

  /** Time of each spike [ms]: the end of the step in which the threshold was crossed. */
  public double[] timesMs() {
    double[] times = new double[spikes.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = grid.timeMs(SpikeList.step(spikes.keys()[i]) + 1L);
    }
    return times;
  }

  /** Node of each spike, 0-based inside the population. */
  public int[] nodes() {
    int[] nodes = new int[spikes.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = SpikeList.node(spikes.keys()[i]);
    }
    return nodes;
  }
}
