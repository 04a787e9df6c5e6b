package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import org.baya.compiled.PlasticProjection;
import org.baya.compiled.SynapseTable;
import org.baya.error.SimulationException;
import org.baya.model.TimeGrid;

/** Collects the present weights of one projection from the tables of all shards. */
final class WeightReader {
  private final PlasticProjection projection;
  private final TimeGrid grid;
  private final long[] edges;
  private final int[] sources;
  private final int[] targets;
  private final int[] delays;
  private final double[] weights;
  private int size;

  /** A reader with room for {@code synapses} synapses. */
  private WeightReader(PlasticProjection projection, TimeGrid grid, int synapses) {
    this.projection = projection;
    this.grid = grid;
    edges = new long[synapses];
    sources = new int[synapses];
    targets = new int[synapses];
    delays = new int[synapses];
    weights = new double[synapses];
  }

  /**
   * A shard's part of the projection.
   *
   * @param map of the shard
   */
  record Part(PlasticRunner runner, SlotMap map) {}

  /** The weights after {@code now} steps. */
  static SynapseWeights read(
      PlasticProjection projection, List<Part> parts, TimeGrid grid, int now) {
    long synapses = 0;
    for (Part part : parts) {
      synapses += part.runner.table().weights().length;
    }
    if (synapses > Integer.MAX_VALUE - 8) {
      throw new SimulationException(
          "projection '" + projection.name() + "' has more than 2^31 synapses to read at once");
    }
    WeightReader reader = new WeightReader(projection, grid, (int) synapses);
    for (Part part : parts) {
      if (part.runner.table().modulated()) {
        part.runner.catchUp(now);
      }
      reader.add(part, now);
    }
    return reader.sorted();
  }

  private void add(Part part, int now) {
    SynapseTable rows = part.runner.table().rows();
    for (int row = 0; row < rows.sources(); row++) {
      int word = rows.rows()[row];
      int end = rows.rows()[row + 1];
      int synapse = word < end ? rows.directory()[word] : 0;
      int delay = 0;
      for (int group = word + 1; group < end; group++) {
        delay += SynapseTable.delayDifference(rows.directory()[group]);
        for (int i = SynapseTable.synapses(rows.directory()[group]); i > 0; i--) {
          edges[size] = part.runner.table().numbers().at(synapse);
          sources[size] = row;
          targets[size] = part.map.node(rows.slots()[synapse]) - projection.to().firstNode();
          delays[size] = delay;
          weights[size] = part.runner.weight(row, synapse, now);
          size++;
          synapse++;
        }
      }
    }
  }

  private SynapseWeights sorted() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(edges[a], edges[b]));
    long[] number = new long[size];
    int[] source = new int[size];
    int[] target = new int[size];
    double[] delayMs = new double[size];
    double[] weight = new double[size];
    for (int i = 0; i < size; i++) {
      int from = order[i];
      number[i] = edges[from];
      source[i] = sources[from];
      target[i] = targets[from];
      delayMs[i] = grid.timeMs(delays[from]);
      weight[i] = weights[from];
    }
    return new SynapseWeights(number, source, target, delayMs, weight);
  }
}
