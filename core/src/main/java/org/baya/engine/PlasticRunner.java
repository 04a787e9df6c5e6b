package org.baya.engine;

import java.util.Optional;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.model.SourceSpike;
import org.baya.model.SynapseDynamics;

/**
 * The plastic synapses of one table in motion.
 *
 * <p>A synapse is touched when a spike of its source is exchanged: first it is told the target's
 * spikes that have reached it since it was touched last, then the source's. A spike sent by the
 * target at s reaches the synapse at s + d; for a source's spike at t all s up to t - d are needed,
 * and those were known a window ago. What it transmits waits until it is due, at t + d.
 *
 * <p>The target's spikes are kept until all synapses have been told them. A synapse whose source is
 * silent would keep them forever, so now and then all synapses {@link #catchUp}; a dynamics
 * promises that this changes no bit. But then a weight no longer is what the source's last spike
 * left, which is what NEST shows as the weight; so that is held.
 */
final class PlasticRunner implements SourceSpike {
  private final PlasticTable table;
  private final SynapseDynamics dynamics;
  private final Optional<TargetHistory> history;
  private final DueWeights due;
  private final int[] lastTime;
  private final int[] spikeCount;
  private Optional<double[]> held = Optional.empty();
  private Optional<WeightLog> log = Optional.empty();
  private int caughtUp;
  private int time;
  private int elapsed;
  private int number;
  private int lane;
  private int entry;
  private int traceTime;

  /**
   * Synapses at time 0.
   *
   * @param history of the targets; present if the table reads it
   * @param steps as in {@link DelayWheel}
   */
  PlasticRunner(PlasticTable table, Optional<TargetHistory> history, int steps) {
    this.table = table;
    this.dynamics = table.dynamics();
    this.history = table.readsTarget() ? Optional.of(history.orElseThrow()) : Optional.empty();
    due = new DueWeights(table.rows().slots(), steps);
    lastTime = new int[table.rows().sources()];
    spikeCount = new int[table.rows().sources()];
  }

  PlasticTable table() {
    return table;
  }

  /** Writes down what synapses transmit from now on. */
  void log(WeightLog weights) {
    log = Optional.of(weights);
  }

  /** Handles {@code spikes[from..to-1]}; returns the number of synapses. */
  long emit(long[] spikes, int from, int to) {
    long synapses = 0;
    for (int i = from; i < to; i++) {
      synapses += emit(spikes[i], 1);
    }
    return synapses;
  }

  /** As {@link #emit(long[], int, int)} for spikes that multiply what is transmitted. */
  long emitScaled(long[] spikes, double[] factors, int from, int to) {
    long synapses = 0;
    for (int i = from; i < to; i++) {
      synapses += emit(spikes[i], factors[i]);
    }
    return synapses;
  }

  private int emit(long spike, double factor) {
    int[] rows = table.rows().rows();
    int row = SpikeList.node(spike) - table.rows().firstSource();
    if (row < 0 || row >= lastTime.length || rows[row] == rows[row + 1]) {
      return 0;
    }
    time = SpikeList.step(spike) + 1;
    elapsed = time - lastTime[row];
    number = spikeCount[row]++;
    int[] directory = table.rows().directory();
    int first = directory[rows[row]];
    int synapse = first;
    int delay = 0;
    for (int word = rows[row] + 1; word < rows[row + 1]; word++) {
      delay += SynapseTable.delayDifference(directory[word]);
      int count = SynapseTable.synapses(directory[word]);
      int step = time - 1 + delay;
      int at = due.add(step, synapse, count);
      double[] sent = due.weights(step);
      if (history.isPresent()) {
        transmit(history.get(), row, synapse, count, delay, factor, sent, at);
      } else {
        transmit(synapse, count, factor, sent, at);
      }
      if (log.isPresent()) {
        log.get().add(time, row, number, delay, synapse, count, sent, at);
      }
      if (table.counted()) {
        count(sent, at, count);
      }
      synapse += count;
    }
    lastTime[row] = time;
    return synapse - first;
  }

  /** Makes spikes of weights, for targets that count. */
  private void count(double[] sent, int at, int n) {
    boolean maybeLost = dynamics.losesSpikes();
    for (int i = at; i < at + n; i++) {
      sent[i] = maybeLost && sent[i] == 0 ? 0 : 1;
    }
  }

  private void transmit(int first, int count, double factor, double[] sent, int at) {
    for (int i = 0; i < count; i++) {
      sent[at + i] = factor * dynamics.sourceSpike(first + i, this);
    }
  }

  private void transmit(
      TargetHistory targets,
      int row,
      int first,
      int count,
      int delay,
      double factor,
      double[] sent,
      int at) {
    char[] slots = table.rows().slots();
    traceTime = time - delay;
    for (int i = 0; i < count; i++) {
      int end = tell(targets, slots[first + i], row, first + i, delay, time);
      while (end > 0 && targets.time(lane, end - 1) == traceTime) {
        end--;
      }
      entry = end - 1;
      sent[at + i] = factor * dynamics.sourceSpike(first + i, this);
    }
  }

  /**
   * Tells a synapse the target's spikes that have reached it up to a time.
   *
   * @return number of the target's entries up to then
   */
  private int tell(TargetHistory targets, int slot, int row, int synapse, int delay, int upTo) {
    lane = targets.lane(slot);
    int last = lastTime[row];
    int end = targets.upTo(lane, upTo - delay);
    int start = targets.firstAfter(lane, end, Math.max(last, caughtUp) - delay);
    for (int k = start; k < end; k++) {
      dynamics.targetSpike(
          synapse, targets.time(lane, k) + delay, last, targets.slowBefore(lane, k));
    }
    return end;
  }

  /** Tells all synapses what is known up to {@code now}. */
  void catchUp(int now) {
    if (history.isEmpty()) {
      return;
    }
    boolean first = held.isEmpty();
    if (first && !table.modulated()) {
      held = Optional.of(new double[table.weights().length]);
    }
    int[] rows = table.rows().rows();
    for (int row = 0; row < lastTime.length; row++) {
      if (rows[row] < rows[row + 1]) {
        catchUp(history.get(), row, first || lastTime[row] > caughtUp, now);
      }
    }
    caughtUp = now;
  }

  private void catchUp(TargetHistory targets, int row, boolean spiked, int now) {
    int[] rows = table.rows().rows();
    int[] directory = table.rows().directory();
    char[] slots = table.rows().slots();
    int synapse = directory[rows[row]];
    int delay = 0;
    for (int word = rows[row] + 1; word < rows[row + 1]; word++) {
      delay += SynapseTable.delayDifference(directory[word]);
      int end = synapse + SynapseTable.synapses(directory[word]);
      if (spiked && held.isPresent()) {
        System.arraycopy(table.weights(), synapse, held.get(), synapse, end - synapse);
      }
      for (; synapse < end; synapse++) {
        tell(targets, slots[synapse], row, synapse, delay, now);
        dynamics.modulate(synapse, now);
      }
    }
  }

  /** Up to when synapses have been told everything that is known. */
  int caughtUp() {
    return caughtUp;
  }

  /**
   * The weight of a synapse: what the source's last spike left, or, where it changes between
   * spikes, what it is {@code now}, after {@link #catchUp}.
   */
  double weight(int row, int synapse, int now) {
    return held.isPresent() && lastTime[row] <= caughtUp
        ? held.get()[synapse]
        : dynamics.weight(synapse, now);
  }

  /** Adds everything that is due in {@code step} to the accumulator slice at {@code at}. */
  void deliver(int step, double[] sum, int at) {
    due.deliver(step, sum, at);
  }

  @Override
  public int time() {
    return time;
  }

  @Override
  public int elapsed() {
    return elapsed;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public double trace() {
    return entry < 0 ? 0 : history.orElseThrow().fast(lane, entry, traceTime);
  }

  @Override
  public double nearestTrace() {
    return entry < 0 ? 0 : history.orElseThrow().nearest(lane, entry, traceTime);
  }
}
