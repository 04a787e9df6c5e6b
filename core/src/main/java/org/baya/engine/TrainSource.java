package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.TrainInput;
import org.baya.model.SpikeProcess;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/** Draws the random trains of one input of a shard. */
final class TrainSource {
  /** Trains at once; their random words and counts stay in the first-level cache. */
  private static final int BLOCK = 512;

  private final TrainInput input;
  private final SpikeProcess process;
  private final long[][] entities;
  private final int[] state;
  private final int[] counts;
  private final StreamBlock streams;
  private final RandomStream nodeStream;

  TrainSource(TrainInput input, long seed) {
    this.input = input;
    this.process = input.process();
    long[] all = input.arrivals().entities();
    entities = new long[(all.length + BLOCK - 1) / BLOCK][];
    for (int block = 0; block < entities.length; block++) {
      int first = block * BLOCK;
      entities[block] = Arrays.copyOfRange(all, first, Math.min(first + BLOCK, all.length));
    }
    counts = new int[Math.min(BLOCK, all.length)];
    state = new int[Math.multiplyExact(all.length, process.states())];
    streams = StreamBlock.of(seed, input.purpose().at(1), Math.min(BLOCK, all.length));
    nodeStream = new RandomStream(seed, input.nodePurpose());
    begin(seed, all);
  }

  private void begin(long seed, long[] all) {
    RandomStream first = new RandomStream(seed, input.purpose().at(0));
    for (int i = 0; i < all.length; i++) {
      process.begin(first.at(all[i], 0), state, i * process.states());
    }
  }

  /** Adds the spikes that arrive in {@code step}; returns how many they are. */
  long deliver(int step, double[] sum, int at) {
    int sent = step - input.delaySteps();
    if (sent < input.firstStep() || sent >= input.endStep()) {
      return 0;
    }
    double common = process.common(sent, nodeStream.at(input.node(), sent));
    if (process.isSilent(common)) {
      return 0;
    }
    long spikes = 0;
    for (int block = 0; block < entities.length; block++) {
      long[] ids = entities[block];
      if (process.drawsRarely()) {
        streams.place(ids, sent);
      } else {
        streams.load(ids, ids.length, sent);
      }
      process.counts(common, streams, block * BLOCK, ids.length, state, counts);
      spikes += add(block * BLOCK, ids.length, sum, at);
    }
    return spikes;
  }

  private long add(int from, int n, double[] sum, int at) {
    final int[] count = counts;
    final char[] slots = input.arrivals().slots();
    final double[] weights = input.arrivals().weights();
    long spikes = 0;
    for (int i = 0; i < n; i++) {
      spikes += count[i];
      sum[at + slots[from + i]] += count[i] * weights[from + i];
    }
    return spikes;
  }
}
