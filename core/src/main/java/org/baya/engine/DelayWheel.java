package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.SpikeList;
import org.baya.compiled.SynapseTable;
import org.baya.kernel.Delivery;

/**
 * Groups of synapses that wait for their step, for one synapse table.
 *
 * <p>Time is cut into stretches of some steps. When a spike arrives, the groups of its row that are
 * due in one stretch, which lie side by side, become one entry of the list of that stretch; at its
 * beginning all of them are delivered at once. What is due in a stretch that has begun already
 * waits in the list of its step.
 *
 * <p>Since spikes arrive sorted by step and source, every list is in (emission step, source, row)
 * order, whatever the number of threads or shards.
 */
final class DelayWheel {
  /**
   * Words a list has room for from its first use on; before it has none, as long delays have lists
   * for many thousand steps.
   */
  private static final int FIRST_CAPACITY = 64;

  /** Spikes whose directories are read ahead. */
  private static final int SPIKES = 32;

  /** Words of a directory in a cache line. */
  private static final int WORDS = 16;

  private static final int[] UNUSED = {};

  private final SynapseTable table;
  private final int stretch;
  private final int[][] coming;
  private final int[] comingSizes;
  private final int[][] late;
  private final int[] lateSizes;
  private int begun;
  private int firstBucket;

  /** Keeps reads ahead from being left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private int read;

  /**
   * An empty wheel.
   *
   * @param steps steps from the earliest to the latest due group, at least the largest delay plus a
   *     window
   * @param stretch steps of a stretch; stretches begin at its multiples
   */
  DelayWheel(SynapseTable table, int steps, int stretch) {
    this.table = table;
    this.stretch = stretch;
    coming = new int[Integer.highestOneBit(steps / stretch + 1) << 1][];
    Arrays.fill(coming, UNUSED);
    comingSizes = new int[coming.length];
    late = new int[stretch][];
    Arrays.fill(late, UNUSED);
    lateSizes = new int[stretch];
  }

  /** Appends the rows of {@code spikes[from..to-1]}; returns the number of synapses. */
  long emit(long[] spikes, int from, int to) {
    long synapses = 0;
    for (int batch = from; batch < to; batch += SPIKES) {
      int end = Math.min(to, batch + SPIKES);
      readAhead(spikes, batch, end);
      synapses += append(spikes, batch, end);
    }
    return synapses;
  }

  /** Has the directories of some rows fetched together, see {@link Delivery}. */
  private void readAhead(long[] spikes, int from, int to) {
    final int[] rows = table.rows();
    final int[] directory = table.directory();
    final int firstSource = table.firstSource();
    final int sources = rows.length - 1;
    for (int i = from; i < to; i++) {
      int row = SpikeList.node(spikes[i]) - firstSource;
      if (row >= 0 && row < sources && rows[row] < rows[row + 1]) {
        for (int word = rows[row]; word < rows[row + 1]; word += WORDS) {
          read += directory[word];
        }
      }
    }
  }

  private long append(long[] spikes, int from, int to) {
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
    int word = at + 1;
    for (; word < end; word++) {
      int next = due + SynapseTable.delayDifference(directory[word]);
      if (next >= begun) {
        break;
      }
      due = next;
      int count = SynapseTable.synapses(directory[word]);
      appendLate(due % stretch, synapse, count);
      synapse += count;
    }
    int before = begun;
    int bucket = firstBucket;
    while (word < end) {
      int ahead = due + SynapseTable.delayDifference(directory[word]) - before;
      if (ahead >= stretch) {
        int stretches = ahead / stretch;
        before += stretches * stretch;
        bucket = bucket + stretches & coming.length - 1;
      }
      int limit = before + stretch;
      int entry = comingSizes[bucket];
      int size = entry + Delivery.HEADER;
      int[] list = coming[bucket];
      if (size + end - word > list.length) {
        list = grow(coming, bucket, size + end - word);
      }
      int firstOfEntry = synapse;
      for (; word < end; word++) {
        int group = directory[word];
        int next = due + SynapseTable.delayDifference(group);
        if (next >= limit) {
          break;
        }
        due = next;
        list[size++] = Delivery.group(due - before, SynapseTable.synapses(group));
        synapse += SynapseTable.synapses(group);
      }
      Delivery.close(list, entry, size, firstOfEntry, synapse);
      comingSizes[bucket] = size;
    }
    return synapse - first;
  }

  private void appendLate(int bucket, int synapse, int count) {
    int entry = lateSizes[bucket];
    int size = entry + Delivery.HEADER + 1;
    int[] list = size > late[bucket].length ? grow(late, bucket, size) : late[bucket];
    list[size - 1] = Delivery.group(0, count);
    Delivery.close(list, entry, size, synapse, synapse + count);
    lateSizes[bucket] = size;
  }

  /** A longer list for a bucket, with room for so many words. */
  private static int[] grow(int[][] lists, int bucket, int words) {
    int[] list = Arrays.copyOf(lists[bucket], Math.max(FIRST_CAPACITY, 2 * words));
    lists[bucket] = list;
    return list;
  }

  /**
   * Begins a stretch: adds everything that is known to be due in it.
   *
   * @param step its first step
   * @param at accumulator slice of that step
   * @param stride distance of two slices
   */
  void begin(int step, double[] sum, int at, int stride) {
    read +=
        Delivery.add(
            coming[firstBucket],
            comingSizes[firstBucket],
            table.slots(),
            table.weights(),
            sum,
            at,
            stride);
    comingSizes[firstBucket] = 0;
    begun = step + stretch;
    firstBucket = firstBucket + 1 & coming.length - 1;
  }

  /** Adds what has become due in {@code step} since its stretch began. */
  void deliver(int step, double[] sum, int at) {
    int bucket = step % stretch;
    if (lateSizes[bucket] > 0) {
      read +=
          Delivery.add(late[bucket], lateSizes[bucket], table.slots(), table.weights(), sum, at, 0);
      lateSizes[bucket] = 0;
    }
  }
}
