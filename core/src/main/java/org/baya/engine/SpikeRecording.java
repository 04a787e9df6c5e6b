package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.model.TimeGrid;

/**
 * The spikes of some nodes of one population, kept in memory at 8 bytes a spike; made by {@link
 * Simulation#record}. Spikes are ordered by time, then node.
 *
 * <p>To be read between runs.
 */
public final class SpikeRecording implements SpikeListener {
  private static final int NOT_RECORDED = -1;

  private final CompiledPopulation population;
  private final TimeGrid grid;
  private final RecordingWindow window;
  private final int[] ids;

  /** Place of each node of the population among {@link #ids}. */
  private final int[] indexOf;

  private int[] steps = new int[1024];
  private int[] indices = new int[1024];
  private int size;

  SpikeRecording(CompiledPopulation population, int[] ids, TimeGrid grid, RecordingWindow window) {
    this.population = population;
    this.grid = grid;
    this.window = window;
    this.ids = ids.clone();
    indexOf = new int[population.size()];
    Arrays.fill(indexOf, NOT_RECORDED);
    for (int i = 0; i < ids.length; i++) {
      indexOf[ids[i]] = i;
    }
  }

  @Override
  public void spikes(long[] keys, int n) {
    int first = population.firstNode();
    int nodes = indexOf.length;
    for (int i = 0; i < n; i++) {
      int local = SpikeList.node(keys[i]) - first;
      if (local >= 0 && local < nodes && indexOf[local] != NOT_RECORDED) {
        int step = SpikeList.step(keys[i]);
        if (window.contains(step)) {
          add(step + 1, indexOf[local]);
        }
      }
    }
  }

  private void add(int endStep, int index) {
    if (size == steps.length) {
      int room = Math.max(size, Math.min(2 * size, Integer.MAX_VALUE - 8));
      steps = Arrays.copyOf(steps, room);
      indices = Arrays.copyOf(indices, room);
    }
    steps[size] = endStep;
    indices[size++] = index;
  }

  /** The recorded population. */
  public CompiledPopulation population() {
    return population;
  }

  /** The recorded nodes, 0-based inside the population. */
  public int[] ids() {
    return ids.clone();
  }

  /** Number of spikes so far. */
  public int size() {
    return size;
  }

  /**
   * The array behind the times, not a copy: the first {@link #size()} elements are the spikes'
   * times in steps.
   */
  public int[] steps() {
    return steps;
  }

  /**
   * The array behind the nodes, not a copy: the first {@link #size()} elements are places among
   * {@link #ids()}.
   */
  public int[] indices() {
    return indices;
  }

  /** Time of each spike [ms]: the end of the step in which the threshold was crossed. */
  public double[] timesMs() {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = grid.timeMs(steps[i]);
    }
    return times;
  }

  /** Node of each spike, 0-based inside the population. */
  public int[] nodes() {
    int[] nodes = new int[size];
    for (int i = 0; i < size; i++) {
      nodes[i] = ids[indices[i]];
    }
    return nodes;
  }
}
