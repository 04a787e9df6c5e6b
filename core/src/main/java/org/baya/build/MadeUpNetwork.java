package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.baya.compiled.Arrivals;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.PoissonInput;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SpikeSchedule;
import org.baya.compiled.SynapseTable;
import org.baya.model.Dynamics;
import org.baya.model.TimeGrid;
import org.baya.random.Purpose;

/**
 * A small network that goes through the same loops as the one that is being built: the same kinds
 * of neurons, forms of weights, windows and stretches, Poisson input if that has any. Its wiring
 * and its spikes are made up.
 */
final class MadeUpNetwork {
  /** Windows for which there are given spikes. */
  private static final int WINDOWS = 1000;

  /**
   * Their loops are called often enough in a thousand windows that the last compiler takes them.
   */
  private static final int SHARDS = 8;

  /** Poisson inputs of a shard; each draws once in eight steps. */
  private static final int INPUTS = 4;

  /** Nodes that send, neurons and others. */
  private static final int SENDERS = 1024;

  /** Every so many senders have no synapses. */
  private static final int SILENT = 8;

  private static final int GROUPS = 6;
  private static final int SYNAPSES = 4;

  /** So many neurons in a thousand spike within a millisecond. */
  private static final double SPIKES_PER_MS = 5e-3;

  /** One of so many neurons spikes all the time. */
  private static final int ALL_PER_ACTIVE = 16;

  private static final double STRONG_PA = 1500;

  /** Enough for {@link org.baya.array.LongSort} to sort them as it sorts many. */
  private static final int MANY_SPIKES = 64;

  private static final int FEWEST_SPIKES = 8;
  private static final int MOST_SPIKES = 150;
  private static final double POISSON_MEAN = 1.6;

  private final Blueprint blueprint;
  private final List<ShardLayout.Run> kinds;
  private final List<WeightForm> forms;
  private final Random random = new Random(1);

  private MadeUpNetwork(Blueprint blueprint, List<ShardLayout.Run> kinds, List<WeightForm> forms) {
    this.blueprint = blueprint;
    this.kinds = kinds;
    this.forms = forms;
  }

  /**
   * Makes one up.
   *
   * @param kinds a few neurons of each kind
   * @param forms of the weights
   */
  static CompiledNetwork like(
      Blueprint blueprint, List<ShardLayout.Run> kinds, List<WeightForm> forms, boolean poisson) {
    return new MadeUpNetwork(blueprint, kinds, forms).network(poisson);
  }

  private CompiledNetwork network(boolean poisson) {
    TimeGrid grid = blueprint.grid();
    int window = blueprint.windowSteps();
    int apart = Math.max(1, blueprint.deliverySteps() / 2);
    List<Shard> shards = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      shards.add(shard(grid, window, apart, poisson));
    }
    CompiledPopulation senders =
        new CompiledPopulation(
            "senders", "", 0, SENDERS, true, new int[0], List.of(), List.of(), List.of());
    return new CompiledNetwork(
        "made up",
        1,
        grid,
        List.of(senders),
        window,
        blueprint.deliverySteps(),
        window + GROUPS * apart,
        shards,
        new int[SENDERS],
        spikes(window),
        SpikeSchedule.EMPTY,
        List.of(),
        List.of(),
        List.of());
  }

  private Shard shard(TimeGrid grid, int window, int apart, boolean poisson) {
    List<Slab> slabs = new ArrayList<>();
    int slots = 0;
    for (ShardLayout.Run kind : kinds) {
      Slab slab =
          new SlabBuilder(
                  new ShardLayout.Run(
                      kind.population(), kind.dynamics(), kind.nodes(), kind.sets(), slots),
                  grid,
                  1)
              .build();
      for (int lane = 0; lane < slab.lanes(); lane++) {
        slab.node()[lane] = random.nextInt(SENDERS);
        slab.drive()[lane] = lane % ALL_PER_ACTIVE == 0 ? STRONG_PA : 0;
      }
      slots += slab.slots();
      slabs.add(slab);
    }
    List<SynapseTable> tables = new ArrayList<>();
    for (WeightForm form : forms) {
      tables.add(table(form, slots, window, apart));
    }
    return new Shard(
        slots,
        slabs,
        tables,
        List.of(),
        Optional.empty(),
        poisson ? Collections.nCopies(INPUTS, poisson(slots)) : List.of(),
        List.of(),
        new CurrentInput(new int[0], new int[0], new int[0], new double[0]),
        List.of());
  }

  private SynapseTable table(WeightForm form, int slots, int window, int apart) {
    int[] rows = new int[SENDERS + 1];
    int[] directory = new int[SENDERS * (1 + GROUPS)];
    int words = 0;
    int synapses = 0;
    for (int sender = 0; sender < SENDERS; sender++) {
      if (sender % SILENT > 0) {
        directory[words++] = synapses;
        for (int group = 0; group < GROUPS; group++) {
          directory[words++] = SynapseTable.group(group == 0 ? window : apart, SYNAPSES);
          synapses += SYNAPSES;
        }
      }
      rows[sender + 1] = words;
    }
    WeightColumns weights = form.columns(1);
    weights.allocate(0, synapses);
    return new SynapseTable(
        0, rows, directory, synapses, slots(synapses, slots), weights.finished(0));
  }

  private char[] slots(int n, int among) {
    char[] slots = new char[n];
    for (int i = 0; i < n; i++) {
      slots[i] = (char) random.nextInt(among);
    }
    return slots;
  }

  private PoissonInput poisson(int slots) {
    int n = slots / Dynamics.LANES * Dynamics.LANES;
    long[] entities = new long[n];
    char[] neighbours = new char[n];
    for (int i = 0; i < n; i++) {
      neighbours[i] = (char) i;
      entities[i] = i;
    }
    return new PoissonInput(
        POISSON_MEAN,
        0,
        Integer.MAX_VALUE,
        Purpose.POISSON,
        new Arrivals(neighbours, entities, new double[n]));
  }

  /** Given spikes, in the order of windows; within a window they are sorted by whoever runs it. */
  private SpikeSchedule spikes(int window) {
    double mean =
        blueprint.populations().stream()
                .filter(ResolvedPopulation::isNeurons)
                .mapToLong(ResolvedPopulation::size)
                .sum()
            * SPIKES_PER_MS
            * window
            * blueprint.grid().resolutionMs();
    int usual = (int) Math.clamp(mean, FEWEST_SPIKES, MOST_SPIKES);
    SpikeList spikes = new SpikeList(WINDOWS * Math.max(usual, MANY_SPIKES));
    for (int w = 0; w < WINDOWS; w++) {
      int n = w % 2 == 0 ? usual : Math.max(usual, MANY_SPIKES);
      for (int i = 0; i < n; i++) {
        spikes.add(w * window + random.nextInt(window), random.nextInt(SENDERS));
      }
    }
    return new SpikeSchedule(Arrays.copyOf(spikes.keys(), spikes.size()), new double[0]);
  }
}
