package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;
import org.baya.model.Recordable;
import org.baya.model.TimeGrid;

/** A multimeter: reads some variables of some neurons of one population at regular times. */
final class Sampler {
  private final SampleSteps times;
  private final int nodes;
  private final List<List<Probe>> probes = new ArrayList<>();
  private final double[][] rows;
  private final SampleListener listener;
  private final TimeGrid grid;

  /**
   * One node in one shard.
   *
   * @param column its place among the sampled nodes
   */
  private record Probe(Slab slab, int lane, int column, List<Recordable> variables) {}

  Sampler(
      CompiledNetwork network,
      CompiledPopulation population,
      int[] ids,
      List<String> variables,
      SampleSteps times,
      SampleListener listener) {
    this.times = times;
    this.nodes = ids.length;
    this.listener = listener;
    this.grid = network.grid();
    if (nodes == 0) {
      Recordables.require(network, population, variables);
    }
    rows = new double[network.windowSteps() / times.everySteps() + 1][nodes * variables.size()];
    network.shards().forEach(shard -> probes.add(new ArrayList<>()));
    for (int column = 0; column < ids.length; column++) {
      int place = network.slotOf()[population.firstNode() + ids[column]];
      Slab slab = Recordables.slab(network.shards().get(place >>> 16), place & 0xFFFF);
      slab.keepSums();
      List<Recordable> read = new ArrayList<>();
      variables.forEach(name -> read.add(Recordables.of(slab.dynamics(), name, population)));
      probes.get(place >>> 16).add(new Probe(slab, lane(slab, place & 0xFFFF), column, read));
    }
  }

  private static int lane(Slab slab, int slot) {
    int inSlab = slot - slab.firstSlot();
    return inSlab / (slab.dynamics().slots() * Dynamics.LANES) * Dynamics.LANES
        + inSlab % Dynamics.LANES;
  }

  /**
   * First step at or after {@code step} at whose end a shard is sampled; {@link Integer#MAX_VALUE}
   * if never.
   */
  int nextStep(int shard, int step) {
    return probes.get(shard).isEmpty() ? Integer.MAX_VALUE : times.next(step);
  }

  /**
   * Reads the nodes of a shard at the end of {@code step}, a sampling step of the window that
   * begins at {@code windowStart}.
   */
  void read(int shard, int step, int windowStart) {
    double[] row = row(step, windowStart);
    List<Probe> here = probes.get(shard);
    for (int i = 0; i < here.size(); i++) {
      Probe probe = here.get(i);
      Slab slab = probe.slab;
      int s = slab.stateIndex(probe.lane);
      int c = slab.coefficientIndex(probe.lane);
      for (int v = 0; v < probe.variables.size(); v++) {
        row[v * nodes + probe.column] =
            probe.variables.get(v).reader().read(slab.state(), s, slab.coefficients(), c);
      }
    }
  }

  private double[] row(int step, int windowStart) {
    return rows[(step - times.next(windowStart)) / times.everySteps()];
  }

  /** Hands the samples of a finished window to the listener. */
  void publish(int windowStart, int windowEnd) {
    for (int step = times.next(windowStart); step < windowEnd; step = times.next(step + 1)) {
      listener.sample(grid.timeMs(step + 1L), row(step, windowStart));
    }
  }
}
