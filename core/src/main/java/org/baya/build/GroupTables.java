package org.baya.build;

import java.util.Optional;
import org.baya.compiled.SynapseTable;
import org.baya.error.SimulationException;

/**
 * The synapse tables of a group, one per shard, while they are being built: rows are counted, then
 * filled, then sorted by delay.
 *
 * <p>Workers may count and fill at the same time as long as no two touch the same row of the same
 * shard; {@link Division} sees to that.
 */
final class GroupTables {
  private static final int[] NO_INTS = {};
  private static final char[] NO_CHARS = {};

  private final SynapseGroup group;
  private final int[][] next;
  private final char[][] slots;
  private final boolean delaysDiffer;
  private final DelayColumns delays;
  private final WeightColumns weights;
  private final Optional<PlasticColumns> more;
  private final int[] maxDelay;

  /**
   * Empty tables.
   *
   * @param more further columns, for plastic synapses
   */
  GroupTables(SynapseGroup group, int shards, Optional<PlasticColumns> more) {
    this.group = group;
    this.more = more;
    next = new int[shards][group.sources()];
    slots = new char[shards][];
    delaysDiffer = group.fixedDelay() == 0;
    delays = new DelayColumns(shards);
    weights = group.form().columns(shards);
    maxDelay = new int[shards];
  }

  /**
   * By shard and row, first the number of its synapses, then the place of its next one; after
   * filling, row r ends at {@code next[shard][r]}.
   */
  int[][] next() {
    return next;
  }

  int shards() {
    return next.length;
  }

  /** Row of a projection's source 0. */
  int firstRow(ResolvedProjection projection) {
    return projection.from().firstNode() - group.firstSource();
  }

  /**
   * Counts the synapses of a block.
   *
   * @param cursors the worker's own counters, by shard and row
   * @param slotOf {@code shard << 16 | slot} of each target; target 0 is at {@code firstNode}
   */
  static void count(
      int[][] cursors,
      int firstRow,
      int[] slotOf,
      int firstNode,
      int[] sources,
      int[] targets,
      int n) {
    for (int k = 0; k < n; k++) {
      cursors[slotOf[firstNode + targets[k]] >>> 16][firstRow + sources[k]]++;
    }
  }

  /** Ends counting in a shard: makes room for exactly the synapses that were counted. */
  void allocate(int shard) {
    int[] places = next[shard];
    long total = 0;
    for (int row = 0; row < places.length; row++) {
      int count = places[row];
      places[row] = (int) total;
      total += count;
      requireRoom(total);
    }
    slots[shard] = new char[(int) total];
    if (delaysDiffer) {
      delays.allocate(shard, (int) total);
    }
    weights.allocate(shard, (int) total);
    more.ifPresent(columns -> columns.allocate(shard, slots[shard].length));
  }

  /** Fails if a shard cannot hold so many synapses. */
  static void requireRoom(long synapses) {
    if (synapses > Integer.MAX_VALUE - 8) {
      throw new SimulationException(
          "more than 2^31 synapses on one shard; use more threads or fewer neurons per population");
    }
  }

  /**
   * Puts the synapses of a block in place.
   *
   * @param cursors the worker's own places, by shard and row; advanced
   * @param places {@code shard << 16 | slot} of each
   * @param sources source of each; source 0 is at {@code firstRow} of the cursors
   * @param at room for n places
   */
  void add(
      int[][] cursors,
      int firstRow,
      int[] places,
      int[] sources,
      int[] delaySteps,
      double[] values,
      int n,
      int[] at) {
    reserve(cursors, firstRow, places, sources, n, at);
    putSlots(slots, places, at, n);
    if (delaysDiffer) {
      delays.put(places, at, delaySteps, n);
    }
    weights.put(places, at, values, n);
  }

  // Small loops of their own: C2 compiles them in milliseconds, and a build is over in a second.

  private static void reserve(
      int[][] cursors, int firstRow, int[] places, int[] sources, int n, int[] at) {
    for (int k = 0; k < n; k++) {
      at[k] = cursors[places[k] >>> 16][firstRow + sources[k]]++;
    }
  }

  private static void putSlots(char[][] slots, int[] places, int[] at, int n) {
    for (int k = 0; k < n; k++) {
      slots[places[k] >>> 16][at[k]] = (char) places[k];
    }
  }

  /**
   * Sorts the rows of a shard and makes their directory; the shard's columns move into the table.
   */
  SynapseTable finish(int shard) {
    RowDirectory directory =
        delaysDiffer
            ? RowDirectory.sorting(
                next[shard],
                delays,
                shard,
                slots[shard],
                weights.of(shard),
                more.map(columns -> columns.of(shard)).orElse(ExtraColumns.NONE))
            : RowDirectory.uniform(next[shard], group.fixedDelay());
    maxDelay[shard] = directory.maxDelay();
    SynapseTable table =
        new SynapseTable(
            group.firstSource(),
            directory.rows(),
            directory.words(),
            slots[shard].length,
            slots[shard],
            weights.finished(shard));
    next[shard] = NO_INTS;
    slots[shard] = NO_CHARS;
    delays.allocate(shard, 0);
    return table;
  }

  /** Largest delay of a finished shard [steps], 0 without synapses. */
  int maxDelay(int shard) {
    return maxDelay[shard];
  }
}
