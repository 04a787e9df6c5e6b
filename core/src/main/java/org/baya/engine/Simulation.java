package org.baya.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.baya.array.LongSort;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.PlasticProjection;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SpikeSchedule;
import org.baya.compiled.VolumeSignal;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.random.PoissonTables;

/**
 * A compiled network in motion.
 *
 * <p>Time advances in windows no longer than the smallest delay: a spike of one window can reach
 * nobody before the next, so within a window the shards are independent. In each window every shard
 * is taken by one worker, which
 *
 * <ol>
 *   <li>delivers: queues the synapses of the spikes of the last window and adds what is due into an
 *       accumulator,
 *   <li>updates: advances the shard's neurons through the window, block by block, collecting their
 *       spikes;
 * </ol>
 *
 * then all workers meet and the last to arrive exchanges: it merges the spikes, sorts them by step
 * and node, and hands them to the listeners. What a shard does depends on its own state and the
 * sorted spikes alone, so results are the same bits for any number of workers and shards.
 *
 * <p>Not safe for use by several threads, except {@link #timeMs()} and {@link #stop()}.
 */
public final class Simulation implements AutoCloseable {
  /** Cursors of different workers stand in different cache lines. */
  private static final int CURSOR_STRIDE = 32;

  /** Spikes that a volume transmitter keeps before all synapses have to take them in. */
  private static final int VOLUME_SPIKES = 4096;

  private final CompiledNetwork network;
  private final int workers;
  private final List<ShardRunner> shards = new ArrayList<>();
  private final List<Sampler> samplers = new ArrayList<>();
  private final List<SignalSampler> signalSamplers = new ArrayList<>();
  private final List<SpikeListener> listeners = new ArrayList<>();
  private final double[][] accumulators;
  private final SpikeList[] found;
  private final SpikeList exchanged = new SpikeList(1024);
  private final SpikeList heard = new SpikeList(16);
  private final LongSort sort = new LongSort();
  private final AtomicIntegerArray cursors;
  private final long[][] phaseNs;
  private final List<WeightRecorder> weightRecorders = new ArrayList<>();
  private final Set<String> weightsRecorded = new HashSet<>();
  private boolean volumesAreFull;
  private int givenNext;
  private int weightedFrom;
  private int weightedTo;
  private int windowStart;
  private int windowSteps;
  private int checkedStep;
  private int endStep;
  private volatile int reachedStep;
  private volatile boolean stopRequested;
  private long exchangeNs;
  private long recordNs;
  private long spikes;
  private final Runnable exchange = this::exchange;
  private final Optional<ProceduralDelivery> procedural;

  /**
   * A simulation at time 0. It takes over the state in {@code network}: one network runs once.
   *
   * @param threads number of workers, at least 1; more than cores slows the run
   */
  public Simulation(CompiledNetwork network, int threads) {
    if (threads < 1) {
      throw new InvalidInputException("threads", threads + "; allowed is 1 or more");
    }
    this.network = network;
    workers = Math.min(threads, Math.max(1, network.shards().size()));
    int slots = 0;
    PoissonTables tables = new PoissonTables();
    for (int shard = 0; shard < network.shards().size(); shard++) {
      ShardRunner runner = new ShardRunner(network, shard, samplers, tables);
      shards.add(runner);
      slots = Math.max(slots, runner.slots());
    }
    boolean shared = network.deliverySteps() == network.windowSteps();
    accumulators = new double[workers][shared ? slots * network.windowSteps() : 0];
    found = new SpikeList[workers];
    phaseNs = new long[workers][CURSOR_STRIDE];
    for (int worker = 0; worker < workers; worker++) {
      found[worker] = new SpikeList(1024);
    }
    cursors = new AtomicIntegerArray((workers + 1) * CURSOR_STRIDE);
    procedural =
        network.procedural().isEmpty()
            ? Optional.empty()
            : Optional.of(new ProceduralDelivery(network, workers));
  }

  /** Adds a listener for all spikes. */
  public void listen(SpikeListener listener) {
    listeners.add(listener);
  }

  /**
   * Records the spikes of one population from now on.
   *
   * @param population name
   * @throws InvalidInputException if there is none of that name
   */
  public SpikeRecording record(String population) {
    int[] all = new int[network.population(population).size()];
    Arrays.setAll(all, i -> i);
    return record(population, all, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * Records the spikes of some nodes at times t with {@code startMs < t <= stopMs}.
   *
   * @param population name
   * @param ids nodes inside the population
   */
  public SpikeRecording record(String population, int[] ids, double startMs, double stopMs) {
    CompiledPopulation recorded = network.population(population);
    requireNodes(ids, recorded);
    SpikeRecording recording =
        new SpikeRecording(
            recorded, ids, network.grid(), RecordingWindow.of(startMs, stopMs, network.grid()));
    listen(recording);
    return recording;
  }

  /**
   * Records variables of some nodes in memory.
   *
   * @param population name
   * @param ids nodes inside the population
   * @param variables names of recordables
   */
  public SampleRecording record(
      String population, int[] ids, List<String> variables, SampleTimes times) {
    SampleRecording recording = new SampleRecording(ids.length, variables);
    sample(population, ids, variables, times, recording);
    return recording;
  }

  /**
   * Counts the time differences between the spikes of two populations, which may be the same.
   *
   * @param first name of the population whose spikes are at t1
   * @param second name of the population whose spikes are at t2
   */
  public CorrelationRecording correlate(String first, String second, CorrelationBins bins) {
    return correlate(first, second, bins, CorrelationWeights.ONES);
  }

  /** As {@link #correlate(String, String, CorrelationBins)}, with weights of the nodes. */
  public CorrelationRecording correlate(
      String first, String second, CorrelationBins bins, CorrelationWeights weights) {
    CorrelationRecording recording =
        new CorrelationRecording(
            network.population(first), network.population(second), bins, weights, network.grid());
    listen(recording);
    return recording;
  }

  /**
   * Adds a multimeter; the first sample is at {@code everyMs}.
   *
   * @param population name
   * @param ids nodes inside the population, in the order of the samples
   * @param variables names of recordables
   * @param everyMs interval [ms], a positive multiple of the resolution
   */
  public void sample(
      String population,
      int[] ids,
      List<String> variables,
      double everyMs,
      SampleListener listener) {
    sample(population, ids, variables, SampleTimes.every(everyMs), listener);
  }

  /**
   * Adds a multimeter.
   *
   * @param population name; of neurons, or of stimulators that have recordables
   * @param ids nodes inside the population, in the order of the samples
   * @param variables names of recordables
   */
  public void sample(
      String population,
      int[] ids,
      List<String> variables,
      SampleTimes times,
      SampleListener listener) {
    CompiledPopulation sampled = network.population(population);
    boolean sends = !sampled.signals().isEmpty();
    if (!sampled.neurons() && !sends) {
      throw new InvalidInputException(
          "record", "population '" + population + "' (" + sampled.model() + ") has no recordables");
    }
    requireNodes(ids, sampled);
    SampleSteps steps = SampleSteps.of(times, network.grid());
    if (sends) {
      Recordables.require(network, sampled, variables);
      signalSamplers.add(
          new SignalSampler(network, sampled, ids, variables.size(), steps, listener));
    } else {
      samplers.add(new Sampler(network, sampled, ids, variables, steps, listener));
    }
  }

  private static void requireNodes(int[] ids, CompiledPopulation population) {
    for (int id : ids) {
      if (id < 0 || id >= population.size()) {
        throw new InvalidInputException(
            "record.ids",
            "node "
                + id
                + " of population '"
                + population.name()
                + "'; allowed is 0 to "
                + (population.size() - 1));
      }
    }
  }

  /**
   * Adds a weight recorder: what every synapse of a plastic projection transmits, spike by spike.
   *
   * @param projection name
   * @throws InvalidInputException if there is no plastic projection of that name, or it is recorded
   *     already
   */
  public void recordWeights(String projection, WeightListener listener) {
    PlasticProjection plastic = network.plastic(projection);
    if (!weightsRecorded.add(projection)) {
      throw new InvalidInputException(
          "record.weights", "the weights of projection '" + projection + "' are recorded already");
    }
    List<WeightLog> logs = new ArrayList<>();
    for (WeightReader.Part part : parts(plastic)) {
      WeightLog log = new WeightLog(part.runner().table(), part.map(), plastic.to().firstNode());
      part.runner().log(log);
      logs.add(log);
    }
    weightRecorders.add(new WeightRecorder(logs, network.grid(), listener));
  }

  /**
   * The present weights of a plastic projection: what the last spike of its source left of each
   * weight. As in NEST, spikes of the last window, of the length of the smallest delay, have not
   * reached their synapses yet. To be called between runs.
   *
   * @throws InvalidInputException if there is no plastic projection of that name
   */
  public SynapseWeights weights(String projection) {
    PlasticProjection plastic = network.plastic(projection);
    return WeightReader.read(plastic, parts(plastic), network.grid(), windowStart);
  }

  private List<WeightReader.Part> parts(PlasticProjection projection) {
    List<WeightReader.Part> parts = new ArrayList<>();
    for (ShardRunner shard : shards) {
      for (PlasticRunner runner : shard.plastic()) {
        if (runner.table().projection() == projection.index()) {
          parts.add(new WeightReader.Part(runner, shard.map()));
        }
      }
    }
    return parts;
  }

  /** Sets how many of the targets' spikes a shard keeps before old ones are forgotten. */
  void historyLimit(long entries) {
    shards.forEach(shard -> shard.historyLimit(entries));
  }

  /**
   * Advances by {@code durationMs}, a multiple of the resolution, or until {@link #stop()} is
   * called.
   *
   * @throws SimulationException if a worker failed
   */
  public void run(double durationMs) {
    long steps = network.grid().stepsExact(durationMs);
    if (steps < 0 || windowStart + steps > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          "duration",
          durationMs
              + " ms; allowed is a multiple of the resolution "
              + network.grid().resolutionMs()
              + " ms, up to 2^31 steps in all");
    }
    endStep = windowStart + (int) steps;
    shards.forEach(shard -> shard.prepare(endStep));
    beginWindow();
    if (windowSteps == 0) {
      return;
    }
    WindowBarrier barrier = new WindowBarrier(workers);
    Throwable[] failures = new Throwable[workers];
    Thread[] threads = new Thread[workers];
    for (int worker = 1; worker < workers; worker++) {
      int number = worker;
      threads[worker] =
          Thread.ofPlatform()
              .daemon()
              .name("baya-run-" + worker)
              .start(() -> work(number, barrier, failures));
    }
    work(0, barrier, failures);
    for (int worker = 1; worker < workers; worker++) {
      join(threads[worker]);
    }
    for (Throwable failure : failures) {
      rethrow(failure);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SimulationException("the run was interrupted", e);
    }
  }

  private static void rethrow(Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new SimulationException("a worker failed: " + failure.getMessage(), failure);
    }
  }

  private void work(int worker, WindowBarrier barrier, Throwable[] failures) {
    try {
      boolean going = true;
      while (going && windowSteps > 0) {
        if (procedural.isPresent() && !draw(procedural.get(), worker, barrier)) {
          return;
        }
        for (int shard = claim(worker); shard >= 0; shard = claim(worker)) {
          advance(shards.get(shard), worker);
        }
        long before = System.nanoTime();
        going = barrier.await(worker, exchange);
        phaseNs[worker][2] += System.nanoTime() - before;
      }
    } catch (Throwable t) {
      failures[worker] = t;
      barrier.fail();
    }
  }

  /** Draws rows that are not stored and waits for all workers; false if one has failed. */
  private boolean draw(ProceduralDelivery delivery, int worker, WindowBarrier barrier) {
    long begin = System.nanoTime();
    delivery.draw(worker);
    long drawn = System.nanoTime();
    boolean going = barrier.await(worker, Simulation::nothing);
    phaseNs[worker][0] += drawn - begin;
    phaseNs[worker][2] += System.nanoTime() - drawn;
    return going;
  }

  /** The serial work of a meeting that has none. */
  private static void nothing() {}

  /**
   * The next shard for a worker: its own range first, then what others have left; -1 when all are
   * taken. Every other window goes through a range backwards: what was last is still in the cache.
   */
  private int claim(int worker) {
    for (int i = 0; i < workers; i++) {
      int owner = (worker + i) % workers;
      int end = firstShard(owner + 1);
      int next = cursors.get(owner * CURSOR_STRIDE);
      if (next < end) {
        next = cursors.getAndIncrement(owner * CURSOR_STRIDE);
        if (next < end) {
          boolean backwards = (windowStart / network.windowSteps() & 1) != 0;
          return backwards ? firstShard(owner) + end - 1 - next : next;
        }
      }
    }
    return -1;
  }

  private int firstShard(int worker) {
    return (int) ((long) shards.size() * worker / workers);
  }

  private void advance(ShardRunner shard, int worker) {
    double[] sum = accumulators[worker];
    long begin = System.nanoTime();
    shard.emit(exchanged.keys(), exchanged.size());
    if (weightedTo > weightedFrom) {
      SpikeSchedule weighted = network.weighted();
      shard.emitScaled(weighted.keys(), weighted.factors(), weightedFrom, weightedTo);
    }
    if (procedural.isPresent()) {
      shard.collect(procedural.get());
    }
    shard.forgetPast(windowStart, volumesAreFull);
    shard.deliver(windowStart, windowSteps, sum);
    long delivered = System.nanoTime();
    shard.update(windowStart, windowSteps, sum, found[worker]);
    if (checkIsDue()) {
      shard.checkFinite(windowStart + windowSteps, checkedStep);
    }
    long updated = System.nanoTime();
    phaseNs[worker][0] += delivered - begin;
    phaseNs[worker][1] += updated - delivered;
  }

  /** Whether the neurons' state is looked at after this window. */
  private boolean checkIsDue() {
    int windowEnd = windowStart + windowSteps;
    return windowEnd - checkedStep >= FiniteCheck.EVERY_STEPS || windowEnd == endStep;
  }

  /** Runs alone, between windows. */
  private void exchange() {
    long begin = System.nanoTime();
    exchanged.clear();
    for (SpikeList list : found) {
      exchanged.addAll(list);
      list.clear();
    }
    spikes += exchanged.size();
    int windowEnd = windowStart + windowSteps;
    addGiven(windowEnd);
    sort.sort(exchanged.keys(), exchanged.size());
    tellVolumes();
    long sorted = System.nanoTime();
    for (int i = 0; i < samplers.size(); i++) {
      samplers.get(i).publish(windowStart, windowEnd);
    }
    for (int i = 0; i < signalSamplers.size(); i++) {
      signalSamplers.get(i).publish(windowStart, windowEnd);
    }
    for (int i = 0; i < weightRecorders.size(); i++) {
      weightRecorders.get(i).publish();
    }
    SpikeList all = heard();
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).spikes(all.keys(), all.size());
    }
    checkedStep = checkIsDue() ? windowEnd : checkedStep;
    windowStart = windowEnd;
    reachedStep = windowEnd;
    beginWindow();
    exchangeNs += sorted - begin;
    recordNs += System.nanoTime() - sorted;
  }

  /** Passes spikes on to the volume transmitters, and sees to it that these can forget. */
  private void tellVolumes() {
    List<VolumeSignal> volumes = network.volumes();
    boolean full = false;
    for (int i = 0; i < volumes.size(); i++) {
      VolumeSignal volume = volumes.get(i);
      if (volumesAreFull) {
        // Every shard has caught up to the window that ends here.
        volume.forget(windowStart);
      }
      volume.add(exchanged.keys(), 0, exchanged.size());
      volume.add(network.weighted().keys(), weightedFrom, weightedTo);
      full |= volume.size() > VOLUME_SPIKES;
    }
    volumesAreFull = full;
  }

  /** All spikes of the window: those with factors too, which are delivered in another way. */
  private SpikeList heard() {
    if (weightedFrom == weightedTo) {
      return exchanged;
    }
    heard.clear();
    heard.addAll(exchanged);
    heard.addAll(network.weighted().keys(), weightedFrom, weightedTo);
    sort.sort(heard.keys(), heard.size());
    return heard;
  }

  private void addGiven(int windowEnd) {
    long[] given = network.given().keys();
    int from = givenNext;
    while (givenNext < given.length && SpikeList.step(given[givenNext]) < windowEnd) {
      givenNext++;
    }
    exchanged.addAll(given, from, givenNext);
    long[] weighted = network.weighted().keys();
    weightedFrom = weightedTo;
    while (weightedTo < weighted.length && SpikeList.step(weighted[weightedTo]) < windowEnd) {
      weightedTo++;
    }
  }

  private void beginWindow() {
    // Windows end at multiples of their length, so that what has been exchanged at the end of a run
    // does not depend on where earlier runs ended.
    int left = network.windowSteps() - windowStart % network.windowSteps();
    windowSteps = stopRequested ? 0 : Math.min(left, endStep - windowStart);
    if (procedural.isPresent()) {
      procedural.get().begin(exchanged, windowStart);
    }
    for (int worker = 0; worker < workers; worker++) {
      cursors.set(worker * CURSOR_STRIDE, firstShard(worker));
    }
  }

  /**
   * Makes {@link #run} return at the end of the present window, and every later call at once: this
   * is final. Any thread may call it.
   */
  public void stop() {
    stopRequested = true;
  }

  /** The time reached [ms]. Any thread may call it. */
  public double timeMs() {
    return network.grid().timeMs(reachedStep);
  }

  /** Spikes of neurons so far. */
  public long spikes() {
    return spikes;
  }

  /** Synaptic events so far. */
  public long synapticEvents() {
    long events = 0;
    for (ShardRunner shard : shards) {
      events += shard.events();
    }
    return events;
  }

  /** Number of workers. */
  public int workers() {
    return workers;
  }

  /** Where the time went so far. */
  public PhaseTimes phases() {
    long[] sum = new long[3];
    for (long[] worker : phaseNs) {
      for (int phase = 0; phase < sum.length; phase++) {
        sum[phase] += worker[phase];
      }
    }
    return new PhaseTimes(
        sum[0], sum[1], exchangeNs, recordNs, Math.max(0, sum[2] - exchangeNs - recordNs));
  }

  /** Ends the simulation; its memory is free once it is no longer referenced. */
  @Override
  public void close() {
    stop();
    listeners.clear();
    samplers.clear();
    signalSamplers.clear();
    weightRecorders.clear();
  }
}
