package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.PoissonInput;
import org.baya.compiled.ProceduralGroup;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.compiled.TrainInput;
import org.baya.kernel.Kernels;
import org.baya.kernel.NeuronKernel;
import org.baya.random.PoissonTables;

/**
 * One shard in motion: what waits for delivery, its inputs, its neurons. Used by one worker at a
 * time.
 */
final class ShardRunner {
  private static final double[] NONE = {};

  private final int number;
  private final Shard shard;
  private final List<DelayWheel> wheels = new ArrayList<>();
  private final List<ScaledWheel> scaledWheels = new ArrayList<>();
  private final List<ProceduralGroup> proceduralGroups;
  private final List<EventWheel> eventWheels = new ArrayList<>();
  private final List<PlasticRunner> plastic = new ArrayList<>();
  private final Optional<TargetHistory> history;
  private final Optional<SlotMap> map;
  private final int maxDelay;
  private final List<PoissonSource> poisson = new ArrayList<>();
  private final List<NeuronKernel> kernels = new ArrayList<>();
  private final List<TrainSource> trains = new ArrayList<>();
  private final CurrentDrive currents;
  private final CurrentFilters filters;
  private final List<Sampler> samplers;
  private final int window;
  private final int stretch;
  private double[] kept = NONE;
  private final FiniteCheck finiteCheck;
  private long events;

  ShardRunner(CompiledNetwork network, int number, List<Sampler> samplers, PoissonTables tables) {
    this.number = number;
    this.shard = network.shards().get(number);
    this.samplers = samplers;
    this.finiteCheck = new FiniteCheck(network, shard);
    window = network.windowSteps();
    stretch = network.deliverySteps();
    if (stretch > window) {
      kept = new double[stretch * shard.slots()];
    }
    int steps = network.maxDelaySteps() + network.windowSteps() + 1;
    for (SynapseTable table : shard.synapses()) {
      wheels.add(new DelayWheel(table, steps, network.deliverySteps()));
      if (network.weighted().keys().length > 0) {
        scaledWheels.add(new ScaledWheel(table, steps));
      }
    }
    proceduralGroups = network.procedural();
    for (ProceduralGroup group : proceduralGroups) {
      eventWheels.add(new EventWheel(group.form()));
    }
    maxDelay = network.maxDelaySteps();
    map =
        shard.plastic().isEmpty()
            ? Optional.empty()
            : Optional.of(new SlotMap(shard.slabs(), shard.slots()));
    history =
        shard
            .traces()
            .map(decays -> new TargetHistory(map.orElseThrow(), network.slotOf(), decays));
    for (PlasticTable table : shard.plastic()) {
      plastic.add(new PlasticRunner(table, history, steps));
    }
    for (PoissonInput input : shard.poisson()) {
      poisson.add(new PoissonSource(input, network.seed(), tables));
    }
    for (TrainInput input : shard.trains()) {
      trains.add(new TrainSource(input, network.seed()));
    }
    currents = new CurrentDrive(shard, network.seed());
    filters = new CurrentFilters(shard);
  }

  /** Chooses the kernels of a run that ends with {@code endStep}; all give the same bits. */
  void prepare(int endStep) {
    kernels.clear();
    long lanes = 0;
    for (Slab slab : shard.slabs()) {
      lanes += slab.lanes();
    }
    for (Slab slab : shard.slabs()) {
      kernels.add(Kernels.forUpdates(slab.dynamics(), lanes * endStep));
    }
  }

  /** Stops the run if a neuron is no longer finite, see {@link FiniteCheck#run}. */
  void checkFinite(int step, int lastStep) {
    finiteCheck.run(step, lastStep);
  }

  /** Input slots of the shard. */
  int slots() {
    return shard.slots();
  }

  /** Synaptic events so far: spikes times synapses, and Poisson spikes. */
  long events() {
    return events;
  }

  /** Queues the synapses of spikes that were exchanged at the end of the last window. */
  void emit(long[] spikes, int n) {
    for (int i = 0; i < wheels.size(); i++) {
      events += wheels.get(i).emit(spikes, 0, n);
    }
    for (int i = 0; i < plastic.size(); i++) {
      events += plastic.get(i).emit(spikes, 0, n);
    }
  }

  /** Takes over what has been drawn for this shard. */
  void collect(ProceduralDelivery procedural) {
    events += procedural.collect(number, eventWheels);
  }

  /** As {@link #emit} for spikes with factors. */
  void emitScaled(long[] spikes, double[] factors, int from, int to) {
    for (int i = 0; i < scaledWheels.size(); i++) {
      events += scaledWheels.get(i).emit(spikes, factors, from, to);
    }
    for (int i = 0; i < plastic.size(); i++) {
      events += plastic.get(i).emitScaled(spikes, factors, from, to);
    }
  }

  /**
   * Lets plastic synapses forget the past once it has grown long; all spikes up to {@code now} have
   * been queued.
   *
   * @param required whether to do so even if it is short
   */
  void forgetPast(int now, boolean required) {
    if (history.isPresent() && (required || history.get().isLarge())) {
      for (int i = 0; i < plastic.size(); i++) {
        plastic.get(i).catchUp(now);
      }
      history.get().forget(now - maxDelay);
    }
  }

  /** Plastic synapses, in the order of projections. */
  List<PlasticRunner> plastic() {
    return plastic;
  }

  /** Which neuron a slot belongs to; there if the shard has plastic synapses. */
  SlotMap map() {
    return map.orElseThrow();
  }

  /** Sets how many of the targets' spikes are kept before old ones are forgotten. */
  void historyLimit(long entries) {
    history.ifPresent(targets -> targets.limit(entries));
  }

  /**
   * Where input is summed up: memory of its own as long as events are delivered before the window
   * in which they are due, otherwise the worker's, which is in its cache.
   */
  private double[] accumulator(double[] workers) {
    return kept.length > 0 ? kept : workers;
  }

  /** A run may end within a stretch whose events have been delivered. */
  private void keepBeyond(int steps) {
    if (stretch == window && steps < stretch && kept.length == 0) {
      kept = new double[stretch * shard.slots()];
    }
  }

  private void forgetAt(int step) {
    if (stretch == window && step % stretch == 0) {
      kept = NONE;
    }
  }

  /** Where the slice of a step begins in the accumulator. */
  private int slice(int step) {
    return step % stretch * shard.slots();
  }

  /**
   * Adds the input of {@code steps} steps.
   *
   * @param workers memory that all shards of a worker use in turn: zeros
   */
  void deliver(int firstStep, int steps, double[] workers) {
    keepBeyond(steps);
    double[] sum = accumulator(workers);
    if (firstStep % stretch == 0) {
      beginStretch(firstStep, sum);
    }
    for (int n = 0; n < steps; n++) {
      int step = firstStep + n;
      int at = slice(step);
      deliverLate(step, sum, at);
      for (int i = 0; i < scaledWheels.size(); i++) {
        scaledWheels.get(i).deliver(step, sum, at);
      }
      for (int i = 0; i < plastic.size(); i++) {
        plastic.get(i).deliver(step, sum, at);
      }
      for (int i = 0; i < poisson.size(); i++) {
        events += poisson.get(i).deliver(step, sum, at);
      }
      for (int i = 0; i < trains.size(); i++) {
        events += trains.get(i).deliver(step, sum, at);
      }
    }
  }

  /**
   * Adds what is known to be due in a stretch: tables and groups that are not stored, in the order
   * of their first projections.
   */
  private void beginStretch(int step, double[] sum) {
    int table = 0;
    for (int i = 0; i < eventWheels.size(); i++) {
      for (; table < proceduralGroups.get(i).tablesBefore(); table++) {
        wheels.get(table).begin(step, sum, 0, shard.slots());
      }
      eventWheels.get(i).begin(step, stretch, sum, 0, shard.slots());
    }
    for (; table < wheels.size(); table++) {
      wheels.get(table).begin(step, sum, 0, shard.slots());
    }
  }

  /** Adds what has become due since the stretch began, in the same order. */
  private void deliverLate(int step, double[] sum, int at) {
    int table = 0;
    for (int i = 0; i < eventWheels.size(); i++) {
      for (; table < proceduralGroups.get(i).tablesBefore(); table++) {
        wheels.get(table).deliver(step, sum, at);
      }
      eventWheels.get(i).deliver(step, sum, at);
    }
    for (; table < wheels.size(); table++) {
      wheels.get(table).deliver(step, sum, at);
    }
  }

  /**
   * Advances the neurons by {@code steps} steps, pausing where a current changes or a sample is
   * due.
   */
  void update(int firstStep, int steps, double[] workers, SpikeList spikes) {
    double[] sum = accumulator(workers);
    int end = firstStep + steps;
    int before = spikes.size();
    for (int from = firstStep; from < end; ) {
      currents.apply(from);
      int sample = nextSample(from);
      int to = Math.min(Math.min(end, currents.nextStep(from)), sample < end ? sample + 1 : end);
      filters.add(sum, slice(from), shard.slots(), to - from);
      for (int i = 0; i < kernels.size(); i++) {
        Slab slab = shard.slabs().get(i);
        kernels
            .get(i)
            .advance(
                slab, sum, slice(from) + slab.firstSlot(), shard.slots(), from, to - from, spikes);
      }
      if (to - 1 == sample) {
        readSamples(sample, firstStep);
      }
      from = to;
    }
    forgetAt(end);
    if (history.isPresent()) {
      history.get().append(spikes.keys(), before, spikes.size());
    }
  }

  private int nextSample(int step) {
    int next = Integer.MAX_VALUE;
    for (int i = 0; i < samplers.size(); i++) {
      next = Math.min(next, samplers.get(i).nextStep(number, step));
    }
    return next;
  }

  private void readSamples(int step, int windowStart) {
    for (int i = 0; i < samplers.size(); i++) {
      if (samplers.get(i).nextStep(number, step) == step) {
        samplers.get(i).read(number, step, windowStart);
      }
    }
  }
}
