package org.baya.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Synapses from one population to another.
 *
 * @param name unique in the network
 * @param from name of the source population
 * @param to name of the target population
 * @param connectivity which pairs
 * @param synapse values by name: {@code weight} (default 1.0, in the unit of the target's
 *     receptor), {@code delay} [ms] (default 1.0), {@code receptor} (NEST's port, from 1; default
 *     1, or 0 for models without ports), and the synapse model's own parameters
 * @param synapseModel a name of the catalogue, {@code static_synapse} by default
 * @param drop edges for which this formula is true are left out, and counted
 * @param store where the synapses are while the network runs
 */
public record Projection(
    String name,
    String from,
    String to,
    Connectivity connectivity,
    Map<String, Value> synapse,
    String synapseModel,
    Optional<String> drop,
    Store store) {
  /** The model of synapses whose weight never changes. */
  public static final String STATIC_SYNAPSE = "static_synapse";

  /** The synapse value that names the population whose spikes modulate the synapses. */
  public static final String VOLUME_TRANSMITTER = "volume_transmitter";

  public Projection {
    synapse = Collections.unmodifiableMap(new LinkedHashMap<>(synapse));
  }

  /** A projection whose synapses are in memory. */
  public Projection(
      String name,
      String from,
      String to,
      Connectivity connectivity,
      Map<String, Value> synapse,
      String synapseModel,
      Optional<String> drop) {
    this(name, from, to, connectivity, synapse, synapseModel, drop, Store.MEMORY);
  }

  /** A projection of static synapses with default weight and delay. */
  public static Projection of(String name, String from, String to, Connectivity connectivity) {
    return new Projection(name, from, to, connectivity, Map.of(), STATIC_SYNAPSE, Optional.empty());
  }

  /** The names of all populations that it needs. */
  public Set<String> populations() {
    Set<String> needed = new LinkedHashSet<>(List.of(from, to));
    if (synapse.get(VOLUME_TRANSMITTER) instanceof Value.Formula transmitter) {
      needed.add(transmitter.text());
    }
    return needed;
  }

  /** The same projection with one more synapse value. */
  public Projection with(String parameter, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(synapse);
    more.put(parameter, value);
    return new Projection(name, from, to, connectivity, more, synapseModel, drop, store);
  }

  /** The same projection with a number for one synapse value. */
  public Projection with(String parameter, double value) {
    return with(parameter, Value.of(value));
  }

  /** The same projection with a formula for one synapse value. */
  public Projection with(String parameter, String formula) {
    return with(parameter, Value.formula(formula));
  }

  /** The same projection with synapses of another model. */
  public Projection withSynapseModel(String model) {
    return new Projection(name, from, to, connectivity, synapse, model, drop, store);
  }

  /** The same projection without the edges for which {@code formula} is true. */
  public Projection dropping(String formula) {
    return new Projection(
        name, from, to, connectivity, synapse, synapseModel, Optional.of(formula), store);
  }

  /** The same projection with its synapses elsewhere. */
  public Projection storedIn(Store store) {
    return new Projection(name, from, to, connectivity, synapse, synapseModel, drop, store);
  }
}
