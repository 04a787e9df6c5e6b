package org.baya.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Shard;
import org.baya.compiled.SynapseTable;
import org.baya.compiled.TargetSlots;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;

/**
 * Finds synapses in a built network. Targets of a source are a row of each shard. For sources of a
 * target the slots of its shard are searched, about two nanoseconds for each synapse of that shard;
 * an index would take four bytes more for every synapse. To which projection a synapse belongs is
 * not stored; {@link org.baya.build.NetworkEdges} reads projections one by one.
 */
public final class Connections {
  private final CompiledNetwork network;
  private final List<TargetSlots> slots;

  private Connections(CompiledNetwork network) {
    this.network = network;
    slots = network.shards().stream().map(TargetSlots::of).toList();
  }

  /** The connections of a network. */
  public static Connections of(CompiledNetwork network) {
    return new Connections(network);
  }

  /** The synapses that leave a node, by target's shard, then as they are stored. */
  public List<Connection> targetsOf(String population, int node) {
    return row(global(population, node), target -> true);
  }

  /** The synapses from one node to another. */
  public List<Connection> between(String from, int source, String to, int target) {
    int wanted = global(to, target);
    return row(global(from, source), node -> node == wanted);
  }

  /** The synapses that reach a node, by source. */
  public List<Connection> sourcesOf(String population, int node) {
    int target = global(population, node);
    int place = network.slotOf()[target];
    List<Connection> found = new ArrayList<>();
    if (place >= 0) {
      int shard = place >>> 16;
      for (SynapseTable table : network.shards().get(shard).rows()) {
        search(table, slots.get(shard), place & 0xFFFF, target, found);
      }
    }
    return found;
  }

  private int global(String population, int node) {
    CompiledPopulation found = network.population(population);
    if (node < 0 || node >= found.size()) {
      throw new InvalidInputException(
          "population '"
              + population
              + "' has no node "
              + node
              + "; "
              + (found.size() == 0 ? "it is empty" : "allowed is 0 to " + (found.size() - 1)));
    }
    return found.firstNode() + node;
  }

  private List<Connection> row(int source, IntPredicate wanted) {
    List<Connection> found = new ArrayList<>();
    for (int shard = 0; shard < network.shards().size(); shard++) {
      TargetSlots targets = slots.get(shard);
      Shard of = network.shards().get(shard);
      for (SynapseTable table : of.rows()) {
        int row = source - table.firstSource();
        if (row >= 0 && row < table.sources()) {
          collect(table, targets, row, wanted, found);
        }
      }
    }
    return found;
  }

  /** Adds the synapses of a row whose target is wanted. */
  private void collect(
      SynapseTable table,
      TargetSlots targets,
      int row,
      IntPredicate wanted,
      List<Connection> found) {
    int word = table.rows()[row];
    int end = table.rows()[row + 1];
    if (word == end) {
      return;
    }
    int synapse = table.directory()[word++];
    for (int delay = 0; word < end; word++) {
      int group = table.directory()[word];
      delay += SynapseTable.delayDifference(group);
      for (int left = SynapseTable.synapses(group); left > 0; left--) {
        int slot = table.slots()[synapse];
        if (wanted.test(targets.node()[slot])) {
          found.add(
              connection(
                  table.firstSource() + row,
                  targets.node()[slot],
                  targets.receptor()[slot],
                  delay,
                  table.weights().weight(synapse)));
        }
        synapse++;
      }
    }
  }

  /** Adds the synapses of a table that reach a target. */
  private void search(
      SynapseTable table, TargetSlots targets, int firstSlot, int target, List<Connection> found) {
    int lane = firstSlot % Dynamics.LANES;
    for (int row = 0; row < table.sources(); row++) {
      int from = table.first(row);
      if (reaches(table.slots(), from, table.behind(row), lane, target, targets.node())) {
        collect(table, targets, row, node -> node == target, found);
      }
    }
  }

  /** Whether one of the synapses {@code from .. to - 1} reaches the target, which has that lane. */
  private static boolean reaches(char[] slots, int from, int to, int lane, int target, int[] node) {
    for (int k = from; k < to; k++) {
      if (slots[k] % Dynamics.LANES == lane && node[slots[k]] == target) {
        return true;
      }
    }
    return false;
  }

  private Connection connection(
      int source, int target, int receptor, int delaySteps, double weight) {
    CompiledPopulation from = populationOf(source);
    CompiledPopulation to = populationOf(target);
    return new Connection(
        from.name(),
        source - from.firstNode(),
        to.name(),
        target - to.firstNode(),
        receptor,
        network.grid().timeMs(delaySteps),
        weight);
  }

  private CompiledPopulation populationOf(int node) {
    for (CompiledPopulation population : network.populations()) {
      if (node >= population.firstNode() && node < population.firstNode() + population.size()) {
        return population;
      }
    }
    throw new IllegalStateException("node " + node);
  }
}
