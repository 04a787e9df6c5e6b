package org.baya.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Dynamics;
import org.baya.model.Recordable;
import org.baya.model.Signal;

/** What can be recorded of the nodes of a compiled network. */
public final class Recordables {
  private Recordables() {}

  /**
   * The unit of a variable of a population; empty if none of its nodes has it.
   *
   * @param variable name of a recordable
   */
  public static String unit(
      CompiledNetwork network, CompiledPopulation population, String variable) {
    for (Signal signal : population.signals()) {
      if (signal.name().equals(variable)) {
        return signal.unit();
      }
    }
    for (Dynamics dynamics : kinds(network, population)) {
      for (Recordable recordable : dynamics.recordables()) {
        if (recordable.name().equals(variable)) {
          return recordable.unit();
        }
      }
    }
    return "";
  }

  /**
   * Refuses variables that no node of a population has; a population without nodes may have any.
   */
  static void require(
      CompiledNetwork network, CompiledPopulation population, List<String> variables) {
    List<String> names = new ArrayList<>();
    population.signals().forEach(signal -> names.add(signal.name()));
    for (Dynamics dynamics : kinds(network, population)) {
      dynamics.recordables().forEach(recordable -> names.add(recordable.name()));
    }
    for (String variable : variables) {
      if (!names.isEmpty() && !names.contains(variable)) {
        throw unknown(variable, names, population);
      }
    }
  }

  /** A variable of one neuron. */
  static Recordable of(Dynamics dynamics, String variable, CompiledPopulation population) {
    List<String> names = new ArrayList<>();
    for (Recordable recordable : dynamics.recordables()) {
      if (recordable.name().equals(variable)) {
        return recordable;
      }
      names.add(recordable.name());
    }
    throw unknown(variable, names, population);
  }

  private static InvalidInputException unknown(
      String variable, List<String> names, CompiledPopulation population) {
    return new InvalidInputException(
        "record." + variable,
        "population '"
            + population.name()
            + "' ("
            + population.model()
            + ") has no such recordable; "
            + Names.hint(variable, names));
  }

  /** The dynamics that occur in a population; none of stimulators. */
  private static Set<Dynamics> kinds(CompiledNetwork network, CompiledPopulation population) {
    Set<Dynamics> kinds = new HashSet<>();
    int end = population.firstNode() + (population.neurons() ? population.size() : 0);
    for (int node = population.firstNode(); node < end; node++) {
      int place = network.slotOf()[node];
      kinds.add(slab(network.shards().get(place >>> 16), place & 0xFFFF).dynamics());
    }
    return kinds;
  }

  /** The slab of a shard that has an input slot. */
  static Slab slab(Shard shard, int slot) {
    for (Slab slab : shard.slabs()) {
      if (slot >= slab.firstSlot() && slot < slab.firstSlot() + slab.slots()) {
        return slab;
      }
    }
    throw new IllegalArgumentException("no slab has slot " + slot);
  }
}
