package org.baya.app.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.app.report.Grouping;
import org.baya.app.report.SpikeTable;
import org.baya.app.report.SpikeTimes;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.engine.SpikeListener;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.SpikeFile;

/** Keeps the spikes of the recorded nodes of one population: 8 bytes a spike. */
final class SpikeRecorder implements SpikeListener {
  private final CompiledPopulation population;
  private final int[] ids;

  /** Place of each node of the population among {@code ids}; -1 if it is not recorded. */
  private final int[] indexOf;

  private int[] steps = new int[1024];
  private int[] indices = new int[1024];
  private int count;

  /**
   * A recorder.
   *
   * @param ids recorded nodes
   */
  SpikeRecorder(CompiledPopulation population, int[] ids) {
    this.population = population;
    this.ids = ids;
    this.indexOf = new int[population.size()];
    Arrays.fill(indexOf, -1);
    for (int i = 0; i < ids.length; i++) {
      indexOf[ids[i]] = i;
    }
  }

  @Override
  public void spikes(long[] keys, int n) {
    int first = population.firstNode();
    int size = population.size();
    for (int i = 0; i < n; i++) {
      int local = SpikeList.node(keys[i]) - first;
      if (local >= 0 && local < size && indexOf[local] >= 0) {
        add(SpikeList.step(keys[i]) + 1, indexOf[local]);
      }
    }
  }

  private void add(int endStep, int index) {
    if (count == steps.length) {
      int room = Math.max(count, Math.min(2 * count, Integer.MAX_VALUE - 8));
      steps = Arrays.copyOf(steps, room);
      indices = Arrays.copyOf(indices, room);
    }
    steps[count] = endStep;
    indices[count++] = index;
  }

  /** The spikes for the report. */
  SpikeTable table(double resolutionMs) {
    SpikeTimes times = new SpikeTimes.OfSteps(steps, count, resolutionMs);
    return new SpikeTable(population.name(), ids.length, times, indices, grouping());
  }

  private Grouping grouping() {
    int[] groups = population.groupOf();
    if (groups.length == 0) {
      return Grouping.single(population.name(), ids.length);
    }
    return Grouping.of(
        IntStream.of(ids).map(id -> groups[id]).toArray(), List.copyOf(population.groupNames()));
  }

  /** The spikes for the file, with the names that {@code outputs} give population and nodes. */
  SpikeFile.Train train(Outputs outputs) {
    int[] nodes = new int[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = ids[indices[i]];
    }
    return new SpikeFile.Train(outputs.names(population.name()), steps, nodes, count);
  }
}
