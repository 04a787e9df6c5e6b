package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.kernel.Delivery;

/**
 * A {@link DelayWheel} for spikes that multiply the weights by a factor. Such spikes are few:
 * generators send them, not neurons.
 */
final class ScaledWheel {
  private static final int FIRST_CAPACITY = 16;
  private static final long[] NO_GROUPS = {};
  private static final double[] NO_FACTORS = {};

  private final SynapseTable table;
  private final int mask;
  private final long[][] groups;
  private final double[][] factors;
  private final int[] sizes;

  /** An empty wheel; {@code steps} as in {@link DelayWheel}. */
  ScaledWheel(SynapseTable table, int steps) {
    this.table = table;
    int length = Integer.highestOneBit(Math.max(1, steps - 1)) << 1;
    mask = length - 1;
    groups = new long[length][];
    factors = new double[length][];
    Arrays.fill(groups, NO_GROUPS);
    Arrays.fill(factors, NO_FACTORS);
    sizes = new int[length];
  }

  /** Appends the rows of {@code spikes[from..to-1]}; returns the number of synapses. */
  long emit(long[] spikes, double[] spikeFactors, int from, int to) {
    long synapses = 0;
    for (int i = from; i < to; i++) {
      int row = SpikeList.node(spikes[i]) - table.firstSource();
      if (row >= 0 && row < table.sources() && table.rows()[row] < table.rows()[row + 1]) {
        synapses += append(row, SpikeList.step(spikes[i]), spikeFactors[i]);
      }
    }
    return synapses;
  }

  private int append(int row, int step, double factor) {
    int[] directory = table.directory();
    int first = directory[table.rows()[row]];
    int synapse = first;
    int due = step;
    for (int word = table.rows()[row] + 1; word < table.rows()[row + 1]; word++) {
      due += SynapseTable.delayDifference(directory[word]);
      int count = SynapseTable.synapses(directory[word]);
      int bucket = due & mask;
      int size = sizes[bucket]++;
      if (size == groups[bucket].length) {
        int capacity = Math.max(FIRST_CAPACITY, 2 * size);
        groups[bucket] = Arrays.copyOf(groups[bucket], capacity);
        factors[bucket] = Arrays.copyOf(factors[bucket], capacity);
      }
      groups[bucket][size] = Delivery.range(synapse, count);
      factors[bucket][size] = factor;
      synapse += count;
    }
    return synapse - first;
  }

  /** Adds everything that is due in {@code step} to the accumulator slice at {@code at}. */
  void deliver(int step, double[] sum, int at) {
    int bucket = step & mask;
    Delivery.addScaled(
        groups[bucket], factors[bucket], sizes[bucket], table.slots(), table.weights(), sum, at);
    sizes[bucket] = 0;
  }
}
