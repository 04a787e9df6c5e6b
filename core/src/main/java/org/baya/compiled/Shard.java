package org.baya.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The targets that one worker advances: at most {@link #MAX_SLOTS} input slots with everything that
 * reaches them.
 *
 * @param slots input slots, padding included
 * @param slabs neurons
 * @param synapses static synapse tables, in the order in which they are delivered
 * @param plastic plastic synapse tables, in the order of projections, delivered after static ones
 * @param traces decays of the neurons' spike traces; none if no plastic synapse reads them
 * @param poisson Poisson inputs, in the order of projections
 * @param trains other random spike trains, in the order of projections
 * @param currents changes of stimulation currents
 * @param waves currents that change all the time, in the order of projections
 */
public record Shard(
    int slots,
    List<Slab> slabs,
    List<SynapseTable> synapses,
    List<PlasticTable> plastic,
    Optional<TraceDecays> traces,
    List<PoissonInput> poisson,
    List<TrainInput> trains,
    CurrentInput currents,
    List<WaveInput> waves) {
  /** Slots are numbered by a {@code char}. */
  public static final int MAX_SLOTS = 0x10000;

  public Shard {
    slabs = List.copyOf(slabs);
    synapses = List.copyOf(synapses);
    plastic = List.copyOf(plastic);
    poisson = List.copyOf(poisson);
    trains = List.copyOf(trains);
    waves = List.copyOf(waves);
  }

  /** The rows of all synapses: of static ones, then of plastic ones. */
  public List<SynapseTable> rows() {
    List<SynapseTable> all = new ArrayList<>(synapses);
    plastic.forEach(table -> all.add(table.rows()));
    return all;
  }

  /** Number of stored synapses. */
  public long synapseCount() {
    return synapses.stream().mapToLong(table -> table.synapses()).sum()
        + plastic.stream().mapToLong(table -> table.rows().synapses()).sum();
  }

  /** Bytes of the stored synapses. */
  public long synapseBytes() {
    return synapses.stream().mapToLong(SynapseTable::sizeBytes).sum()
        + plastic.stream().mapToLong(PlasticTable::sizeBytes).sum();
  }
}
