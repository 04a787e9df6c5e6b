package org.baya.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.compiled.Weights;
import org.baya.kernel.Delivery;
import org.baya.kernel.Kernels;
import org.baya.kernel.NeuronKernel;
import org.baya.model.Dynamics;
import org.baya.model.Routing;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;

/**
 * Neurons of one kind in the shards that the engine would run, at 0.1 ms, advanced window by window
 * as the engine does. Under input, each neuron receives spikes at 500 Hz (as in the measurements of
 * NEST): one event in 20 updates.
 */
final class CellGroup {
  static final double RESOLUTION_MS = 0.1;
  private static final double EVENTS_PER_UPDATE = 500 * RESOLUTION_MS / 1000;

  /** Steps after which the input repeats. */
  private static final int PATTERN = 1000;

  private final List<Shard> shards;
  private final NeuronKernel kernel;
  private final Weights weights;
  private final char[][] eventSlots;
  private final int[][][] events;
  private final double[] input;
  private final SpikeList spikes = new SpikeList(1 << 16);
  private final boolean driven;
  private int step;

  /** Keeps reads ahead from being left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private int read;

  /**
   * Neurons as they start.
   *
   * @param fastest whether to take the fastest kernel
   * @param weight of each event; 0 for no events
   * @param window the most steps of a call of {@link #advance}
   */
  CellGroup(Cell cell, int neurons, boolean fastest, double weight, int window, long seed) {
    shards = NetworkBuilder.build(network(cell, neurons), 1).network().shards();
    kernel = kernel(shards.getFirst().slabs().getFirst(), fastest);
    weights = new Weights.Constant(weight);
    eventSlots = new char[shards.size()][];
    events = new int[shards.size()][PATTERN][Delivery.HEADER + 1];
    SplittableRandom random = new SplittableRandom(seed);
    for (int shard = 0; shard < shards.size(); shard++) {
      drawEvents(shard, random);
    }
    input = new double[shards.stream().mapToInt(Shard::slots).max().orElse(0) * window];
    driven = weight != 0;
  }

  /** Neurons to whose ports a source is connected that never spikes: silent ports need no state. */
  private static Network network(Cell cell, int neurons) {
    Network alone = Network.of("cells", RESOLUTION_MS).with(cell.population(neurons));
    Slab example = NetworkBuilder.build(alone, 1).network().shards().getFirst().slabs().getFirst();
    if (example.dynamics().routing() != Routing.BY_PORT) {
      return alone;
    }
    Network network = alone.with(Population.of("silence", "spike_train_injector", 1));
    for (int port = 1; port <= example.dynamics().slots(); port++) {
      network =
          network.with(
              Projection.of("to_" + port, "silence", "cells", Connectivity.rule("all_to_all"))
                  .with("receptor", port)
                  .with("delay", RESOLUTION_MS));
    }
    return network;
  }

  /** Has all state stored, also what nothing but a recording reads. */
  CellGroup storingAll() {
    shards.forEach(shard -> shard.slabs().forEach(Slab::keepSums));
    return this;
  }

  private static NeuronKernel kernel(Slab slab, boolean fastest) {
    if (fastest && ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new IllegalStateException("start the JVM with --add-modules jdk.incubator.vector");
    }
    return fastest ? Kernels.fastest(slab.dynamics()) : Kernels.plain();
  }

  private void drawEvents(int shard, SplittableRandom random) {
    char[] targets = slots(shards.get(shard));
    int cells = targets.length / shards.get(shard).slabs().getFirst().dynamics().slots();
    char[] drawn = new char[(int) (2 * EVENTS_PER_UPDATE * cells * PATTERN) + 2 * PATTERN];
    int size = 0;
    for (int n = 0; n < PATTERN; n++) {
      int from = size;
      int more = (int) (EVENTS_PER_UPDATE * cells + random.nextDouble());
      for (int i = 0; i < more; i++) {
        drawn[size++] = targets[random.nextInt(targets.length)];
      }
      if (more > 0) {
        events[shard][n][Delivery.HEADER] = Delivery.group(0, more);
        Delivery.close(events[shard][n], 0, Delivery.HEADER + 1, from, size);
      } else {
        events[shard][n] = new int[0];
      }
    }
    eventSlots[shard] = Arrays.copyOf(drawn, size);
  }

  /** The input slots of a shard's neurons, without those of padding. */
  private static char[] slots(Shard shard) {
    char[] slots = new char[shard.slots()];
    int size = 0;
    for (Slab slab : shard.slabs()) {
      int blockSlots = slab.dynamics().slots() * Dynamics.LANES;
      for (int slot = 0; slot < slab.slots(); slot++) {
        int lane = slot / blockSlots * Dynamics.LANES + slot % Dynamics.LANES;
        if (slab.node()[lane] >= 0) {
          slots[size++] = (char) (slab.firstSlot() + slot);
        }
      }
    }
    return Arrays.copyOf(slots, size);
  }

  /** Advances all neurons by a window; returns how many spiked. */
  int advance(int steps) {
    spikes.clear();
    for (int i = 0; i < shards.size(); i++) {
      Shard shard = shards.get(i);
      if (driven) {
        for (int n = 0; n < steps; n++) {
          int[] due = events[i][(step + n) % PATTERN];
          read +=
              Delivery.add(due, due.length, eventSlots[i], weights, input, n * shard.slots(), 0);
        }
      }
      List<Slab> slabs = shard.slabs();
      for (int j = 0; j < slabs.size(); j++) {
        Slab slab = slabs.get(j);
        kernel.advance(slab, input, slab.firstSlot(), shard.slots(), step, steps, spikes);
      }
    }
    step = (step + steps) % PATTERN;
    return spikes.size();
  }

  /** The state of all neurons, without that of padding, which kernels may advance or not. */
  double[] state() {
    return shards.stream()
        .flatMap(shard -> shard.slabs().stream())
        .flatMapToDouble(CellGroup::state)
        .toArray();
  }

  private static DoubleStream state(Slab slab) {
    return IntStream.range(0, slab.lanes())
        .filter(lane -> slab.node()[lane] >= 0)
        .flatMap(lane ->
            IntStream.range(0, slab.dynamics().states())
                .map(variable -> slab.stateIndex(lane) + variable * Dynamics.LANES))
        .mapToDouble(at -> slab.state()[at]);
  }
}
