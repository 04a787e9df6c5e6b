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
import org.baya.io.sonata.SpikeLog;

/**
 * Keeps the spikes of the recorded nodes of one population, 8 bytes a spike, and appends them to a
 * log that survives the process.
 */
final class SpikeRecorder implements SpikeListener, AutoCloseable {
  private final CompiledPopulation population;
  private final int[] ids;

  /** Place of each node of the population among {@code ids}; -1 if it is not recorded. */
  private final int[] indexOf;

  private final SpikeLog log;
  private int[] fresh = new int[1024];

  private int[] steps = new int[1024];
  private int[] indices = new int[1024];
  private int count;

  /**
   * A recorder.
   *
   * @param ids recorded nodes
   * @param log closed with this recorder
   */
  SpikeRecorder(CompiledPopulation population, int[] ids, SpikeLog log) {
    this.population = population;
    this.ids = ids;
    this.log = log;
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
    int added = 0;
    if (fresh.length < 2 * n) {
      fresh = new int[2 * Math.max(n, fresh.length)];
    }
    for (int i = 0; i < n; i++) {
      int local = SpikeList.node(keys[i]) - first;
      if (local >= 0 && local < size && indexOf[local] >= 0) {
        int endStep = SpikeList.step(keys[i]) + 1;
        fresh[2 * added] = endStep;
        fresh[2 * added++ + 1] = local;
        add(endStep, indexOf[local]);
      }
    }
    log.append(fresh, added);
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

  /** Removes the log. */
  @Override
  public void close() {
    log.close();
  }
}
