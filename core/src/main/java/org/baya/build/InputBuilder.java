package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.PoissonInput;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.random.Purpose;

/**
 * Turns the projections of stimulators that act without spikes (Poisson, currents) into inputs of
 * shards.
 */
final class InputBuilder {
  private final ShardLayout layout;
  private final TimeGrid grid;
  private final long seed;
  private final long[] dropped;
  private final long[] changedDelays;
  private final List<Map<PoissonKey, PoissonList>> poisson = new ArrayList<>();
  private final List<Map<Integer, List<CurrentSource>>> currents = new ArrayList<>();

  /** What the synapses of one Poisson input share. */
  private record PoissonKey(int projection, double mean, long firstStep, long endStep) {
    /**
     * The same in every shard, so that a target's inputs are added in one order wherever it lies.
     */
    static final Comparator<PoissonKey> ORDER =
        Comparator.comparingInt(PoissonKey::projection)
            .thenComparingDouble(PoissonKey::mean)
            .thenComparingLong(PoissonKey::firstStep)
            .thenComparingLong(PoissonKey::endStep);
  }

  private record CurrentSource(Stimulus.Current stimulus, double weight, int delaySteps) {
    /**
     * The current in a step of the target. A current reaches the potential one step after its
     * delay.
     */
    double at(long step) {
      int i = Arrays.binarySearch(stimulus.steps(), step - delaySteps - 1);
      int change = i >= 0 ? i : -i - 2;
      return change < 0 ? 0 : weight * stimulus.amplitudes()[change];
    }
  }

  /** Growing columns of one Poisson input. */
  private static final class PoissonList {
    private final List<Character> slots = new ArrayList<>();
    private final List<Long> entities = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    PoissonInput input(PoissonKey key) {
      char[] slot = new char[slots.size()];
      for (int i = 0; i < slot.length; i++) {
        slot[i] = slots.get(i);
      }
      return new PoissonInput(
          key.mean,
          key.firstStep,
          key.endStep,
          Purpose.POISSON.at(key.projection),
          slot,
          entities.stream().mapToLong(Long::longValue).toArray(),
          weights.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /**
   * Inputs of a layout, none yet.
   *
   * @param projections number of projections of the network
   */
  InputBuilder(ShardLayout layout, TimeGrid grid, long seed, int projections) {
    this.layout = layout;
    this.grid = grid;
    this.seed = seed;
    dropped = new long[projections];
    changedDelays = new long[projections];
    for (int shard = 0; shard < layout.shards(); shard++) {
      poisson.add(new LinkedHashMap<>());
      currents.add(new HashMap<>());
    }
  }

  /** Adds all edges of a projection. */
  void add(ResolvedProjection projection, List<Stimulus> stimuli) {
    EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
    SlotRouter router = new SlotRouter(projection, layout.slotOf());
    boolean[] all = layout.allShards();
    edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
    while (edges.next()) {
      int kept = edges.load(layout.slotOf(), all);
      edges.evaluate();
      int[] places = router.route(edges, kept);
      changedDelays[projection.index()] += edges.changedDelays();
      for (int k = 0; k < kept; k++) {
        switch (stimuli.get(edges.sources()[k])) {
          case Stimulus.Poisson stimulus -> addPoisson(projection, stimulus, edges, k, places[k]);
          case Stimulus.Current stimulus -> addCurrent(projection, stimulus, edges, k);
          case Stimulus.Spikes ignored ->
              throw new IllegalStateException("given spikes have synapses");
        }
      }
    }
    dropped[projection.index()] = edges.droppedEdges();
  }

  /** Edges of a projection that its drop formula left out. */
  long dropped(int projection) {
    return dropped[projection];
  }

  /** Edges of a projection whose delay is another than its column says. */
  long changedDelays(int projection) {
    return changedDelays[projection];
  }

  private void addPoisson(
      ResolvedProjection projection,
      Stimulus.Poisson stimulus,
      EdgeEvaluator edges,
      int k,
      int place) {
    int delay = edges.delaySteps()[k];
    long end = stimulus.endStep() == Long.MAX_VALUE ? Long.MAX_VALUE : stimulus.endStep() + delay;
    PoissonKey key =
        new PoissonKey(
            projection.index(), stimulus.meanPerStep(), stimulus.firstStep() + delay, end);
    PoissonList list = poisson.get(place >>> 16).computeIfAbsent(key, ignored -> new PoissonList());
    list.slots.add((char) place);
    list.entities.add(edges.edge(k));
    list.weights.add(edges.weights()[k]);
  }

  private void addCurrent(
      ResolvedProjection projection, Stimulus.Current stimulus, EdgeEvaluator edges, int k) {
    int place = layout.slotOf()[projection.to().firstNode() + edges.targets()[k]];
    currents
        .get(place >>> 16)
        .computeIfAbsent(place & 0xFFFF, slot -> new ArrayList<>())
        .add(new CurrentSource(stimulus, edges.weights()[k], edges.delaySteps()[k]));
  }

  /** Poisson inputs of a shard, in the order of projections. */
  List<PoissonInput> poisson(int shard) {
    List<PoissonInput> inputs = new ArrayList<>();
    poisson.get(shard).entrySet().stream()
        .sorted(Map.Entry.comparingByKey(PoissonKey.ORDER))
        .forEach(entry -> inputs.add(entry.getValue().input(entry.getKey())));
    return inputs;
  }

  /** Current changes of a shard, in the order of steps. */
  CurrentInput currents(int shard, List<Slab> slabs) {
    List<Change> changes = new ArrayList<>();
    currents
        .get(shard)
        .forEach((slot, sources) -> {
          int slab = slabOf(slabs, slot);
          int lane = laneOf(slabs.get(slab), slot);
          TreeSet<Long> steps = new TreeSet<>();
          sources.forEach(source ->
              Arrays.stream(source.stimulus.steps())
                  .forEach(step -> steps.add(step + source.delaySteps + 1)));
          for (long step : steps) {
            if (step < Integer.MAX_VALUE) {
              changes.add(
                  new Change(
                      (int) step,
                      slab,
                      lane,
                      sources.stream().mapToDouble(source -> source.at(step)).sum()));
            }
          }
        });
    changes.sort(Change.ORDER);
    return new CurrentInput(
        changes.stream().mapToInt(Change::step).toArray(),
        changes.stream().mapToInt(Change::slab).toArray(),
        changes.stream().mapToInt(Change::lane).toArray(),
        changes.stream().mapToDouble(Change::amplitude).toArray());
  }

  private record Change(int step, int slab, int lane, double amplitude) {
    static final Comparator<Change> ORDER =
        Comparator.comparingInt(Change::step)
            .thenComparingInt(Change::slab)
            .thenComparingInt(Change::lane);
  }

  private static int slabOf(List<Slab> slabs, int slot) {
    int slab = 0;
    while (slab + 1 < slabs.size() && slabs.get(slab + 1).firstSlot() <= slot) {
      slab++;
    }
    return slab;
  }

  private static int laneOf(Slab slab, int slot) {
    int lanes = Dynamics.LANES;
    int inSlab = slot - slab.firstSlot();
    return inSlab / (slab.dynamics().slots() * lanes) * lanes + inSlab % lanes;
  }
}
