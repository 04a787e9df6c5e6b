package org.baya.engine;

import java.util.Arrays;
import org.baya.compiled.SpikeList;
import org.baya.compiled.TraceDecays;

/**
 * The last spikes of one shard's neurons with their traces, for plastic synapses that read them. A
 * neuron's entries stand in one array, oldest first:
 *
 * <pre>
 *   time [steps], fast trace just after the spike, slow trace just after the spike
 * </pre>
 *
 * <p>Neurons are numbered by lane, through the slabs in their order. Arrays grow by doubling, so
 * steady activity allocates nothing once {@link #forget} has been called a few times.
 */
final class TargetHistory {
  /** Numbers of an entry. */
  static final int STRIDE = 3;

  private static final int TIME = 0;
  private static final int FAST = 1;
  private static final int SLOW = 2;
  private static final int FIRST_ENTRIES = 4;

  /** Entries per neuron, on average, from which on old ones are worth forgetting. */
  private static final int ENTRIES_PER_NEURON = 32;

  /** Histories below this size (0.4 MB) are left alone. */
  private static final int SMALL = 1 << 14;

  private static final double[] NONE = {};

  private final TraceDecays decays;
  private final int[] slotOf;
  private final SlotMap map;
  private final double[][] entries;
  private final int[] counts;
  private long total;
  private long limit;

  /**
   * An empty history.
   *
   * @param map of the shard
   * @param slotOf {@code shard << 16 | slot} of each neuron's first slot, by node
   */
  TargetHistory(SlotMap map, int[] slotOf, TraceDecays decays) {
    this.decays = decays;
    this.slotOf = slotOf;
    this.map = map;
    entries = new double[map.lanes()][];
    Arrays.fill(entries, NONE);
    counts = new int[map.lanes()];
    limit = Math.max(SMALL, (long) ENTRIES_PER_NEURON * map.lanes());
  }

  /** Sets how many entries are too many. */
  void limit(long entries) {
    limit = entries;
  }

  /** Adds spikes of this shard, in ascending steps for each neuron. */
  void append(long[] keys, int from, int to) {
    for (int i = from; i < to; i++) {
      append(map.lane(slotOf[SpikeList.node(keys[i])] & 0xFFFF), SpikeList.step(keys[i]) + 1);
    }
  }

  private void append(int lane, int time) {
    int at = counts[lane]++ * STRIDE;
    if (at == entries[lane].length) {
      entries[lane] = Arrays.copyOf(entries[lane], Math.max(FIRST_ENTRIES * STRIDE, 2 * at));
    }
    double[] all = entries[lane];
    double fast = 0;
    double slow = 0;
    if (at > 0) {
      int elapsed = time - (int) all[at - STRIDE + TIME];
      fast = all[at - STRIDE + FAST] * decays.fast()[lane].after(elapsed);
      slow = all[at - STRIDE + SLOW] * decays.slow()[lane].after(elapsed);
    }
    all[at + TIME] = time;
    all[at + FAST] = fast + 1;
    all[at + SLOW] = slow + 1;
    total++;
  }

  /** Whether there are so many entries that old ones should be forgotten. */
  boolean isLarge() {
    return total > limit;
  }

  /**
   * Forgets what no synapse will ask for again: of the spikes up to a time all but the last, whose
   * traces go on.
   */
  void forget(int upTo) {
    total = 0;
    for (int lane = 0; lane < counts.length; lane++) {
      double[] all = entries[lane];
      int keep = counts[lane] - 1;
      while (keep > 0 && all[keep * STRIDE] > upTo) {
        keep--;
      }
      if (keep > 0) {
        counts[lane] -= keep;
        System.arraycopy(all, keep * STRIDE, all, 0, counts[lane] * STRIDE);
      }
      total += counts[lane];
    }
    limit = Math.max(limit, 2 * total);
  }

  /** The neuron of an input slot. */
  int lane(int slot) {
    return map.lane(slot);
  }

  /** Number of entries of a neuron that are not later than {@code time}. */
  int upTo(int lane, int time) {
    double[] all = entries[lane];
    int end = counts[lane];
    while (end > 0 && all[(end - 1) * STRIDE] > time) {
      end--;
    }
    return end;
  }

  /**
   * First of the {@code end} first entries that is later than {@code time}; {@code end} if none.
   */
  int firstAfter(int lane, int end, int time) {
    double[] all = entries[lane];
    int start = end;
    while (start > 0 && all[(start - 1) * STRIDE] > time) {
      start--;
    }
    return start;
  }

  /** Time of an entry [steps]. */
  int time(int lane, int entry) {
    return (int) entries[lane][entry * STRIDE + TIME];
  }

  /** The slow trace just before the spike of an entry. */
  double slowBefore(int lane, int entry) {
    return entries[lane][entry * STRIDE + SLOW] - 1;
  }

  /** The fast trace at a time after the spike of an entry and before the next. */
  double fast(int lane, int entry, int time) {
    return entries[lane][entry * STRIDE + FAST] * nearest(lane, entry, time);
  }

  /** The fast trace of that spike alone. */
  double nearest(int lane, int entry, int time) {
    return decays.fast()[lane].after(time - time(lane, entry));
  }
}
