package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.SynapseTable;

/**
 * The synapses of a chunk of rows: collected in the order of projections and edges, then sorted by
 * shard, row and delay, keeping that order among equals. One per thread.
 */
final class RowSheet {
  private final RankSort sort = new RankSort();
  private int size;
  private int[] places = {};
  private int[] rowOf = {};
  private int[] delays = {};
  private double[] weights = {};
  private int[] keys = {};
  private int[] ranks = {};
  private char[] sortedSlots = {};
  private double[] sortedWeights = {};
  private int[] counts = {};
  private int low;
  private int span;
  private int perShard;

  /** Makes it empty. */
  void clear() {
    size = 0;
  }

  /**
   * Adds the synapses of a block.
   *
   * @param places {@code shard << 16 | slot} of each
   * @param sources source of each; that of row 0 is {@code firstSource}
   * @param delaySteps 1 to {@link SynapseTable#MAX_DELAY}
   */
  void add(
      int[] places, int[] sources, int firstSource, int[] delaySteps, double[] weights, int n) {
    reserve(size + n);
    System.arraycopy(places, 0, this.places, size, n);
    System.arraycopy(delaySteps, 0, delays, size, n);
    System.arraycopy(weights, 0, this.weights, size, n);
    rows(sources, firstSource, n, rowOf, size);
    size += n;
  }

  private void reserve(int room) {
    if (places.length < room) {
      int length = Math.max(room, 2 * places.length);
      places = Arrays.copyOf(places, length);
      rowOf = Arrays.copyOf(rowOf, length);
      delays = Arrays.copyOf(delays, length);
      weights = Arrays.copyOf(weights, length);
      keys = new int[length];
      ranks = new int[length];
      sortedSlots = new char[length];
      sortedWeights = new double[length];
    }
  }

  /**
   * Sorts the synapses.
   *
   * @param rows number of rows
   * @return how many synapses each shard has; valid until the next call
   */
  int[] sort(int rows, int shards) {
    findSpan();
    perShard = Math.multiplyExact(rows, span);
    keys(places, rowOf, delays, size, low, span, perShard, keys);
    sort.sort(keys, size, Math.multiplyExact(perShard, shards), ranks);
    scatter(places, ranks, size, sortedSlots);
    scatter(weights, ranks, size, sortedWeights);
    counts = new int[shards];
    for (int run = 0; run < sort.runs(); run++) {
      counts[sort.values()[run] / perShard] += sort.counts()[run];
    }
    return counts;
  }

  /** The slot of each synapse when sorted: those of shard 0 come first. */
  char[] slots() {
    return sortedSlots;
  }

  /** The weight of each synapse when sorted. */
  double[] weights() {
    return sortedWeights;
  }

  /**
   * Writes the directory.
   *
   * @param firstRow number of row 0 in the tables
   * @param first by shard, where the synapses of the chunk begin in its table
   */
  void describe(int firstRow, int[] first, ChunkDirectory.Writer directory) {
    int[] shift = first.clone();
    int before = 0;
    for (int shard = 0; shard < shift.length; shard++) {
      shift[shard] -= before;
      before += counts[shard];
    }
    int present = -1;
    int rank = 0;
    for (int run = 0; run < sort.runs(); run++) {
      int key = sort.values()[run];
      int shard = key / perShard;
      int inShard = key - shard * perShard;
      int row = inShard / span;
      int begin = key - inShard + row * span;
      if (begin != present) {
        present = begin;
        directory.row(shard, firstRow + row, shift[shard] + rank);
      }
      directory.group(shard, firstRow + row, low + inShard - row * span, sort.counts()[run]);
      rank += sort.counts()[run];
    }
  }

  // Small loops of their own: C2 compiles them in milliseconds, and a build is over in a second.

  private static void rows(int[] sources, int firstSource, int n, int[] rows, int at) {
    for (int i = 0; i < n; i++) {
      rows[at + i] = sources[i] - firstSource;
    }
  }

  /** Finds the shortest delay, and how many lengths there are from it to the longest. */
  private void findSpan() {
    int[] values = delays;
    int shortest = SynapseTable.MAX_DELAY;
    int longest = 0;
    for (int i = 0; i < size; i++) {
      shortest = Math.min(shortest, values[i]);
      longest = Math.max(longest, values[i]);
    }
    low = shortest;
    span = Math.max(1, longest - shortest + 1);
  }

  private static void keys(
      int[] places, int[] rows, int[] delays, int n, int low, int span, int perShard, int[] keys) {
    for (int i = 0; i < n; i++) {
      keys[i] = (places[i] >>> 16) * perShard + rows[i] * span + (delays[i] - low);
    }
  }

  // Into the caches first: a table is written from front to back, not here and there.

  private static void scatter(int[] places, int[] ranks, int n, char[] slots) {
    for (int i = 0; i < n; i++) {
      slots[ranks[i]] = (char) places[i];
    }
  }

  private static void scatter(double[] values, int[] ranks, int n, double[] sorted) {
    for (int i = 0; i < n; i++) {
      sorted[ranks[i]] = values[i];
    }
  }
}
