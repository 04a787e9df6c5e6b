package org.baya.compiled;

import java.util.List;

/**
 * The targets that one worker advances: at most {@link #MAX_SLOTS} input slots with everything that
 * reaches them.
 *
 * @param slots input slots, padding included
 * @param slabs neurons
 * @param synapses synapse tables, in the order in which they are delivered
 * @param poisson Poisson inputs, in the order of projections
 * @param trains other random spike trains, in the order of projections
 * @param currents changes of stimulation currents
 * @param waves currents that change all the time, in the order of projections
 */
public record Shard(
    int slots,
    List<Slab> slabs,
    List<SynapseTable> synapses,
    List<PoissonInput> poisson,
    List<TrainInput> trains,
    CurrentInput currents,
    List<WaveInput> waves) {
  /** Slots are numbered by a {@code char}. */
  public static final int MAX_SLOTS = 0x10000;

  public Shard {
    slabs = List.copyOf(slabs);
    synapses = List.copyOf(synapses);
    poisson = List.copyOf(poisson);
    trains = List.copyOf(trains);
    waves = List.copyOf(waves);
  }

  /** Number of stored synapses. */
  public long synapseCount() {
    return synapses.stream().mapToLong(table -> table.slots().length).sum();
  }
}
