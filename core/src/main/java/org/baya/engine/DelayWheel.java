package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.kernel.Delivery;

/**
 * Groups of synapses that wait for their step, for one synapse table. When a spike arrives, the
 * groups of its row are appended to the lists of the steps at which they are due; since spikes
 * arrive sorted by step and source, every list is in (emission step, source, row) order, whatever
 * the number of threads or shards.
 */
final class DelayWheel {
  /**
   * Groups a list has room for from its first use on; before it has none, as long delays have lists
   * for many thousand steps.
   */
  private static final int FIRST_CAPACITY = 64;

  private static final long[] UNUSED = {};

  private final SynapseTable table;
  private final int mask;
  private final long[][] groups;
  private final int[] sizes;

  /**
   * An empty wheel.
   *
   * @param steps steps from the earliest to the latest due group, at least the largest delay plus a
   *     window
   */
  DelayWheel(SynapseTable table, int steps) {
    this.table = table;
    int length = Integer.highestOneBit(Math.max(1, steps - 1)) << 1;
    mask = length - 1;
    groups = new long[length][];
    Arrays.fill(groups, UNUSED);
    sizes = new int[length];
  }

  /** Appends the rows of {@code spikes[from..to-1]}; returns the number of synapses. */
  long emit(long[] spikes, int from, int to) {
    final int[] rows = table.rows();
    final int[] directory = table.directory();
    final int firstSource = table.firstSource();
    final int sources = rows.length - 1;
    long synapses = 0;
    for (int i = from; i < to; i++) {
      int row = SpikeList.node(spikes[i]) - firstSource;
      if (row >= 0 && row < sources && rows[row] < rows[row + 1]) {
        synapses += append(directory, rows[row], rows[row + 1], SpikeList.step(spikes[i]));
      }
    }
    return synapses;
  }

  private int append(int[] directory, int at, int end, int step) {
    int first = directory[at];
    int synapse = first;
    int due = step;
    for (int word = at + 1; word < end; word++) {
      int group = directory[word];
      due += SynapseTable.delayDifference(group);
      int count = SynapseTable.synapses(group);
      int bucket = due & mask;
      int size = sizes[bucket];
      long[] list = groups[bucket];
      if (size == list.length) {
        list = grow(bucket);
      }
      list[size] = Delivery.group(synapse, count);
      sizes[bucket] = size + 1;
      synapse += count;
    }
    return synapse - first;
  }

  private long[] grow(int bucket) {
    long[] list =
        Arrays.copyOf(groups[bucket], Math.max(FIRST_CAPACITY, 2 * groups[bucket].length));
    groups[bucket] = list;
    return list;
  }

  /** Adds everything that is due in {@code step} to the accumulator slice at {@code at}. */
  void deliver(int step, double[] sum, int at) {
    int bucket = step & mask;
    if (sizes[bucket] == 0) {
      return;
    }
    Delivery.add(groups[bucket], sizes[bucket], table.slots(), table.weights(), sum, at);
    sizes[bucket] = 0;
  }
}
