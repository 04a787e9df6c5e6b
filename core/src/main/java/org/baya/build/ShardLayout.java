package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.compiled.Shard;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;

/**
 * Which neuron lies where: neurons of equal dynamics and parameters stand side by side, in blocks;
 * every shard gets an equal share of each kind, so that all have as much to do.
 *
 * <p>The accumulator of a shard (its slots times the steps that are delivered at once, in doubles)
 * is sized to stay in a core's second-level cache together with the rows that are being delivered.
 */
final class ShardLayout {
  /** Bytes of accumulator per shard: two thirds of a 2 MB second-level cache. */
  private static final int ACCUMULATOR_BYTES = 5 << 18;

  /** Enough shards that a worker which is done early finds something to take over... */
  private static final int SHARDS_PER_WORKER = 2;

  /** ... unless they became too small for their overhead. */
  private static final int MIN_BLOCKS = 64;

  private static final int LANES = Dynamics.LANES;

  /** A block of neurons of that many ports fills a shard. */
  private static final int MAX_PORTS = Shard.MAX_SLOTS / LANES;

  private final List<List<Run>> shards = new ArrayList<>();
  private final int[] slotOf;

  /**
   * Consecutive blocks of one kind of neuron in one shard.
   *
   * @param nodes node numbers inside the population, in lane order, without padding
   * @param sets parameter set of each
   * @param firstSlot first slot within the shard
   */
  record Run(
      ResolvedPopulation population, Dynamics dynamics, int[] nodes, int[] sets, int firstSlot) {
    int blocks() {
      return (nodes.length + LANES - 1) / LANES;
    }

    int slots() {
      return blocks() * LANES * dynamics.slots();
    }
  }

  /**
   * Lays out all neurons.
   *
   * @param nodes number of nodes of the network
   * @param deliverySteps steps that are delivered at once
   * @param workers shards come in multiples of it where there are enough neurons
   */
  ShardLayout(List<ResolvedPopulation> populations, int nodes, int deliverySteps, int workers) {
    List<Run> kinds = new ArrayList<>();
    populations.stream()
        .filter(ResolvedPopulation::isNeurons)
        .forEach(population -> kinds.addAll(kinds(population)));
    slotOf = new int[nodes];
    Arrays.fill(slotOf, -1);
    cut(kinds, deliverySteps, workers);
  }

  /** {@code shard << 16 | slot} of each neuron's first slot, -1 for other nodes. */
  int[] slotOf() {
    return slotOf;
  }

  int shards() {
    return shards.size();
  }

  /** True for every shard. */
  boolean[] allShards() {
    boolean[] all = new boolean[shards.size()];
    Arrays.fill(all, true);
    return all;
  }

  List<Run> runs(int shard) {
    return shards.get(shard);
  }

  int slots(int shard) {
    return shards.get(shard).stream().mapToInt(Run::slots).sum();
  }

  /** One run per kind of dynamics in the population, its neurons ordered by parameter set. */
  private static List<Run> kinds(ResolvedPopulation population) {
    int[] sets = population.sets();
    int count = 0;
    for (int set : sets) {
      count = Math.max(count, set + 1);
    }
    int[] example = new int[count];
    int[] start = new int[count + 1];
    for (int node = sets.length - 1; node >= 0; node--) {
      example[sets[node]] = node;
      start[sets[node] + 1]++;
    }
    for (int set = 0; set < count; set++) {
      start[set + 1] += start[set];
    }
    int[] order = new int[sets.length];
    int[] next = start.clone();
    for (int node = 0; node < sets.length; node++) {
      order[next[sets[node]]++] = node;
    }
    Map<Dynamics, List<Integer>> setsByKind = new LinkedHashMap<>();
    for (int set = 0; set < count; set++) {
      if (start[set + 1] > start[set]) {
        setsByKind
            .computeIfAbsent(
                NeuronKinds.dynamics(population, example[set]), kind -> new ArrayList<>())
            .add(set);
      }
    }
    List<Run> runs = new ArrayList<>();
    setsByKind.forEach(
        (kind, members) -> runs.add(collect(population, kind, members, start, order, sets)));
    return runs;
  }

  private static Run collect(
      ResolvedPopulation population,
      Dynamics kind,
      List<Integer> members,
      int[] start,
      int[] order,
      int[] sets) {
    int size = members.stream().mapToInt(set -> start[set + 1] - start[set]).sum();
    int[] nodes = new int[size];
    int at = 0;
    for (int set : members) {
      int count = start[set + 1] - start[set];
      System.arraycopy(order, start[set], nodes, at, count);
      at += count;
    }
    int[] setOf = new int[size];
    for (int i = 0; i < size; i++) {
      setOf[i] = sets[nodes[i]];
    }
    return new Run(population, kind, nodes, setOf, 0);
  }

  private void cut(List<Run> kinds, int deliverySteps, int workers) {
    long total = 0;
    long blocks = 0;
    int largestBlock = 0;
    for (Run kind : kinds) {
      total += (long) kind.blocks() * LANES * kind.dynamics().slots();
      blocks += kind.blocks();
      largestBlock = Math.max(largestBlock, LANES * kind.dynamics().slots());
    }
    // A shard may get up to a block more than its share.
    long capacity =
        Math.max(
            1,
            Math.min(Shard.MAX_SLOTS, ACCUMULATOR_BYTES / Double.BYTES / deliverySteps)
                - largestBlock);
    long needed =
        Math.max(
            (total + capacity - 1) / capacity,
            Math.min((long) SHARDS_PER_WORKER * workers, blocks / MIN_BLOCKS));
    long count = Math.max(1, Math.min(blocks, Math.ceilDiv(needed, workers) * workers));
    for (long shard = 0; shard < count; shard++) {
      shards.add(new ArrayList<>());
    }
    int[] filled = new int[shards.size()];
    kinds.forEach(kind -> spread(kind, filled));
  }

  /**
   * Gives every shard an equal share of a kind's blocks; what does not divide goes to those that
   * are filled least, which so never differ by more than a block.
   *
   * @param filled slots of each shard; modified
   */
  private void spread(Run kind, int[] filled) {
    int slotsPerBlock = LANES * kind.dynamics().slots();
    int[] share = new int[filled.length];
    Arrays.fill(share, kind.blocks() / filled.length);
    IntStream.range(0, filled.length)
        .boxed()
        .sorted(Comparator.comparingInt(shard -> filled[shard]))
        .limit(kind.blocks() % filled.length)
        .forEach(shard -> share[shard]++);
    int block = 0;
    for (int shard = 0; shard < filled.length; shard++) {
      if (share[shard] > 0) {
        place(kind, block, block + share[shard], shard);
        block += share[shard];
        filled[shard] += share[shard] * slotsPerBlock;
      }
    }
  }

  private void place(Run kind, int block, int endBlock, int shard) {
    int from = block * LANES;
    int to = Math.min(kind.nodes().length, endBlock * LANES);
    int firstSlot = slots(shard);
    if (shard > 0xFFFF) {
      throw new InvalidInputException(
          "too many neurons: more than 65,536 shards of 65,536 input slots");
    }
    if (firstSlot + (long) (endBlock - block) * LANES * kind.dynamics().slots() > Shard.MAX_SLOTS) {
      throw new InvalidInputException(
          "populations." + kind.population().name(),
          kind.dynamics().slots() + " receptor ports per neuron; allowed are up to " + MAX_PORTS);
    }
    int[] nodes = Arrays.copyOfRange(kind.nodes(), from, to);
    int[] sets = Arrays.copyOfRange(kind.sets(), from, to);
    shards.get(shard).add(new Run(kind.population(), kind.dynamics(), nodes, sets, firstSlot));
    for (int i = 0; i < nodes.length; i++) {
      int slot = firstSlot + i / LANES * LANES * kind.dynamics().slots() + i % LANES;
      slotOf[kind.population().firstNode() + nodes[i]] = shard << 16 | slot;
    }
  }
}
