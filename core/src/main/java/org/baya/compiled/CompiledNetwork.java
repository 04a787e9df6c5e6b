package org.baya.compiled;

import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.TimeGrid;

/**
 * A network ready to run.
 *
 * @param seed of every random number drawn while running
 * @param populations in the order of their node numbers
 * @param windowSteps steps that all shards may advance without hearing from each other: at most the
 *     smallest delay
 * @param deliverySteps steps for which known synaptic events are delivered at once: a multiple of
 *     {@code windowSteps}
 * @param maxDelaySteps largest delay of a stored synapse
 * @param shards the targets
 * @param slotOf {@code shard << 16 | slot} of each neuron's first input slot, by node number; -1
 *     for other nodes
 * @param given spikes without factors known beforehand
 * @param weighted spikes with factors known beforehand
 * @param plastic projections whose synapses change
 * @param procedural synapses that are drawn again for every spike
 * @param volumes volume transmitters
 */
public record CompiledNetwork(
    String name,
    long seed,
    TimeGrid grid,
    List<CompiledPopulation> populations,
    int windowSteps,
    int deliverySteps,
    int maxDelaySteps,
    List<Shard> shards,
    int[] slotOf,
    SpikeSchedule given,
    SpikeSchedule weighted,
    List<PlasticProjection> plastic,
    List<ProceduralGroup> procedural,
    List<VolumeSignal> volumes) {

  public CompiledNetwork {
    populations = List.copyOf(populations);
    shards = List.copyOf(shards);
    plastic = List.copyOf(plastic);
    procedural = List.copyOf(procedural);
    volumes = List.copyOf(volumes);
  }

  /**
   * The plastic projection of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public PlasticProjection plastic(String wanted) {
    return plastic.stream()
        .filter(p -> p.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInputException(
                "no projection '"
                    + wanted
                    + "' of plastic synapses; "
                    + Names.hint(wanted, plastic.stream().map(PlasticProjection::name).toList())));
  }

  /** The population of that name. */
  public CompiledPopulation population(String wanted) {
    return populations.stream()
        .filter(p -> p.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInputException(
                "unknown population '"
                    + wanted
                    + "'; "
                    + Names.hint(
                        wanted, populations.stream().map(CompiledPopulation::name).toList())));
  }

  /** Number of stored synapses. */
  public long synapses() {
    return shards.stream().mapToLong(Shard::synapseCount).sum();
  }

  /** Number of neurons. */
  public long neurons() {
    return populations.stream()
        .filter(CompiledPopulation::neurons)
        .mapToLong(CompiledPopulation::size)
        .sum();
  }

  /** Bytes of the stored synapses. */
  public long synapseBytes() {
    return shards.stream().mapToLong(Shard::synapseBytes).sum();
  }
}
