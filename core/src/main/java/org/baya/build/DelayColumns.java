package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.SynapseTable;

/**
 * The delays [steps] of the tables of a group while they are being filled, by shard: one byte each,
 * two in shards where one is above 255.
 *
 * <p>Workers may fill one shard at the same time as long as no two fill the same place.
 */
final class DelayColumns {
  /** Bytes of each synapse, as long as no delay is above 255. */
  static final int BYTES = 1;

  private static final byte[] NONE = {};

  private final byte[][] low;
  private final byte[][] high;

  DelayColumns(int shards) {
    low = new byte[shards][];
    high = new byte[shards][];
    Arrays.fill(high, NONE);
  }

  /** Makes room for the synapses of a shard, 0 to let them go. */
  void allocate(int shard, int synapses) {
    low[shard] = new byte[synapses];
    high[shard] = NONE;
  }

  /**
   * Sets delays, 1 to {@link SynapseTable#MAX_DELAY}.
   *
   * @param places {@code shard << 16 | slot} of each synapse
   * @param at its place within the shard
   */
  void put(int[] places, int[] at, int[] steps, int n) {
    if (putLow(low, places, at, steps, n) > 0xFF) {
      for (int k = 0; k < n; k++) {
        if (steps[k] > 0xFF) {
          high(places[k] >>> 16)[at[k]] = (byte) (steps[k] >>> 8);
        }
      }
    }
  }

  private static int putLow(byte[][] low, int[] places, int[] at, int[] steps, int n) {
    int bits = 0;
    for (int k = 0; k < n; k++) {
      low[places[k] >>> 16][at[k]] = (byte) steps[k];
      bits |= steps[k];
    }
    return bits;
  }

  private synchronized byte[] high(int shard) {
    if (high[shard].length == 0) {
      high[shard] = new byte[low[shard].length];
    }
    return high[shard];
  }

  /** The largest delay of a shard, 0 without synapses. */
  int longest(int shard) {
    int longest = 0;
    for (byte bits : low[shard]) {
      longest = Math.max(longest, bits & 0xFF);
    }
    for (int i = 0; i < high[shard].length; i++) {
      longest = Math.max(longest, high[shard][i] << 8 & 0xFF00 | low[shard][i] & 0xFF);
    }
    return longest;
  }

  /** How many different delays synapses {@code from..to-1} of a shard have, or more. */
  int groups(int shard, int from, int to) {
    if (high[shard].length > 0 || to - from > SynapseTable.MAX_GROUP) {
      return to - from;
    }
    final byte[] bytes = low[shard];
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = from; i < to; i++) {
      long bit = 1L << bytes[i];
      int quarter = bytes[i] >> 6 & 3;
      a |= quarter == 0 ? bit : 0;
      b |= quarter == 1 ? bit : 0;
      c |= quarter == 2 ? bit : 0;
      d |= quarter == 3 ? bit : 0;
    }
    return Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d);
  }

  /** Reads the delays of synapses {@code from..to-1} of a shard. */
  void get(int shard, int from, int to, int[] steps) {
    final byte[] bytes = low[shard];
    for (int i = from; i < to; i++) {
      steps[i - from] = bytes[i] & 0xFF;
    }
    final byte[] more = high[shard];
    if (more.length > 0) {
      for (int i = from; i < to; i++) {
        steps[i - from] |= (more[i] & 0xFF) << 8;
      }
    }
  }
}
