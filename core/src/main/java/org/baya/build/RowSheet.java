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
  private int[] rows = {};
  private int[] delays = {};
  private double[] weights = {};
  private int[] keys = {};
  private int[] at = {};

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
    rows(sources, firstSource, n, rows, size);
    size += n;
  }

  private void reserve(int room) {
    if (places.length < room) {
      int length = Math.max(room, 2 * places.length);
      places = Arrays.copyOf(places, length);
      rows = Arrays.copyOf(rows, length);
      delays = Arrays.copyOf(delays, length);
      weights = Arrays.copyOf(weights, length);
      keys = new int[length];
      at = new int[length];
    }
  }

  /** How many synapses it holds. */
  int size() {
    return size;
  }

  /** {@code shard << 16 | slot} of each synapse, in the order in which they were added. */
  int[] places() {
    return places;
  }

  /** The weight of each. */
  double[] weights() {
    return weights;
  }

  /**
   * Finds the place of each synapse within the table of its shard and writes the directory.
   *
   * @param count number of rows
   * @param firstRow number of row 0 in the tables
   * @param first by shard, where the synapses of the chunk begin
   * @return valid until the next call
   */
  int[] sort(int count, int firstRow, int[] first, ChunkDirectory.Writer directory) {
    int low = lowest(delays, size);
    int span = highest(delays, size) - low + 1;
    int perShard = Math.multiplyExact(count, span);
    keys(places, rows, delays, size, low, span, perShard, keys);
    sort.sort(keys, size, Math.multiplyExact(perShard, first.length), at);
    int[] shift = new int[first.length];
    describe(firstRow, first, low, span, perShard, directory, shift);
    move(places, size, shift, at);
    return at;
  }

  /** Writes the directory and finds how far the synapses of each shard are from their ranks. */
  private void describe(
      int firstRow,
      int[] first,
      int low,
      int span,
      int perShard,
      ChunkDirectory.Writer directory,
      int[] shift) {
    int shard = -1;
    int row = -1;
    int rank = 0;
    for (int run = 0; run < sort.runs(); run++) {
      int key = sort.values()[run];
      int shardOfRun = key / perShard;
      int inShard = key - shardOfRun * perShard;
      int rowOfRun = inShard / span;
      if (shardOfRun != shard) {
        shard = shardOfRun;
        shift[shard] = first[shard] - rank;
        row = -1;
      }
      if (rowOfRun != row) {
        row = rowOfRun;
        directory.row(shard, firstRow + row, shift[shard] + rank);
      }
      int delay = low + inShard - rowOfRun * span;
      directory.group(shard, firstRow + row, delay, sort.counts()[run]);
      rank += sort.counts()[run];
    }
  }

  // Small loops of their own: C2 compiles them in milliseconds, and a build is over in a second.

  private static void rows(int[] sources, int firstSource, int n, int[] rows, int at) {
    for (int i = 0; i < n; i++) {
      rows[at + i] = sources[i] - firstSource;
    }
  }

  private static int lowest(int[] values, int n) {
    int low = SynapseTable.MAX_DELAY;
    for (int i = 0; i < n; i++) {
      low = Math.min(low, values[i]);
    }
    return low;
  }

  private static int highest(int[] values, int n) {
    int high = 0;
    for (int i = 0; i < n; i++) {
      high = Math.max(high, values[i]);
    }
    return high;
  }

  private static void keys(
      int[] places,
      int[] rows,
      int[] delays,
      int n,
      int low,
      int span,
      int perShard,
      int[] keys) {
    for (int i = 0; i < n; i++) {
      keys[i] = (places[i] >>> 16) * perShard + rows[i] * span + (delays[i] - low);
    }
  }

  private static void move(int[] places, int n, int[] shift, int[] at) {
    for (int i = 0; i < n; i++) {
      at[i] += shift[places[i] >>> 16];
    }
  }
}
