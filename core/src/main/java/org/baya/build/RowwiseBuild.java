package org.baya.build;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;

/**
 * Builds the tables of a group whose edges all come by source. The rows of a chunk are made whole
 * within the caches: their edges are drawn, evaluated, sorted, and written where they stay, behind
 * the chunks that came before.
 *
 * <p>How much room a table needs is found by counting the synapses of some chunks, since drawing
 * edges costs nearly as much as all the rest. Should it not do, all are counted, and written again.
 */
final class RowwiseBuild implements GroupBuild {
  /** One chunk of so many at most is counted. */
  private static final int SAMPLING = 64;

  /**
   * As many chunks at least are counted: with some 5,000 synapses each in eight shards, an estimate
   * is off by a seventh of a percent.
   */
  private static final int MIN_SAMPLES = 768;

  /** The estimate by the room that is added to it. */
  private static final int ESTIMATE_BY_SPARE = 128;

  private static final char[] NO_CHARS = {};

  private final SynapseGroup group;
  private final EdgeWork work;
  private final SourceChunks chunks;
  private final int workers;
  private final int sampling;
  private final char[][] slots;
  private final WeightColumns weights;
  private final AtomicLongArray used;
  private final int[] maxDelay;
  private ChunkDirectory directory;
  private volatile boolean full;

  RowwiseBuild(SynapseGroup group, EdgeWork work) {
    this(group, work, MIN_SAMPLES);
  }

  /** As above, where so many chunks at least are counted. */
  RowwiseBuild(SynapseGroup group, EdgeWork work, int minSamples) {
    this.group = group;
    this.work = work;
    int shards = work.layout().shards();
    chunks = new SourceChunks(group.projections(), shards);
    workers = work.useful(chunks.edges());
    sampling = Math.clamp(chunks.size() / minSamples, 1, SAMPLING);
    slots = new char[shards][];
    weights = group.form().columns(shards);
    used = new AtomicLongArray(shards);
    maxDelay = new int[shards];
    directory = directory();
  }

  private ChunkDirectory directory() {
    return new ChunkDirectory(slots.length, group.sources(), chunks.size(), workers);
  }

  /**
   * Whether the edges of a group come by source and have to be sorted: where all delays are one
   * number, counting rows and filling them is faster.
   */
  static boolean suits(SynapseGroup group) {
    return group.fixedDelay() == 0
        && group.plasticProjection().isEmpty()
        && group.projections().stream()
            .allMatch(projection -> projection.edges().order() == EdgeList.Order.BY_SOURCE);
  }

  @Override
  public void fill() {
    write(count(sampling), sampling > 1);
    if (full) {
      directory = directory();
      work.eachShard(this::empty);
      full = false;
      write(count(1), false);
    }
  }

  private void empty(int shard) {
    used.set(shard, 0);
    slots[shard] = NO_CHARS;
    weights.allocate(shard, 0);
  }

  /** Counts the synapses of one chunk of {@code step}, by shard, and scales them up. */
  private AtomicLongArray count(int step) {
    AtomicLongArray counts = new AtomicLongArray(slots.length);
    ChunkReader[] readers = readers();
    EdgeWork.each(
        Math.ceilDiv(chunks.size(), step),
        workers,
        (item, worker) -> {
          int[] found = readers[worker].count(chunks.get(item * step));
          for (int shard = 0; shard < found.length; shard++) {
            counts.addAndGet(shard, (long) step * found[shard]);
          }
        });
    return counts;
  }

  private ChunkReader[] readers() {
    ChunkReader[] readers = new ChunkReader[workers];
    Arrays.setAll(readers, worker -> new ChunkReader(work));
    return readers;
  }

  /** How much is added to an estimate. */
  static long spare(long estimate) {
    return Math.ceilDiv(estimate, ESTIMATE_BY_SPARE);
  }

  private void write(AtomicLongArray counts, boolean estimated) {
    work.eachShard(shard -> {
      long room = counts.get(shard) + (estimated ? spare(counts.get(shard)) : 0);
      GroupTables.requireRoom(room);
      slots[shard] = new char[(int) room];
      weights.allocate(shard, (int) room);
    });
    ChunkReader[] readers = readers();
    EdgeWork.each(
        chunks.size(),
        workers,
        (chunk, worker) -> {
          if (!full) {
            write(readers[worker], chunk, worker);
          }
        });
    if (!full) {
      for (ChunkReader reader : readers) {
        reader.report();
      }
    }
  }

  private void write(ChunkReader reader, int chunk, int worker) {
    int rows = chunks.get(chunk).rows();
    int firstRow = chunks.get(chunk).firstNode() - group.firstSource();
    RowSheet sheet = reader.read(chunks.get(chunk));
    int[] counts = sheet.sort(rows, slots.length);
    int[] first = reserve(counts);
    if (!full) {
      sheet.describe(firstRow, first, directory.begin(chunk, worker));
      int from = 0;
      for (int shard = 0; shard < counts.length; shard++) {
        int n = counts[shard];
        System.arraycopy(sheet.slots(), from, slots[shard], first[shard], n);
        weights.put(shard, first[shard], sheet.weights(), from, n);
        from += n;
      }
    }
  }

  /** Takes the next places of each table; notes if there are too few. */
  private int[] reserve(int[] counts) {
    int[] first = new int[counts.length];
    for (int shard = 0; shard < counts.length; shard++) {
      if (counts[shard] > 0) {
        long place = used.getAndAdd(shard, counts[shard]);
        if (place + counts[shard] > slots[shard].length) {
          full = true;
        }
        first[shard] = (int) place;
      }
    }
    return first;
  }

  @Override
  public SynapseTable finish(int shard) {
    RowDirectory rows = directory.finished(shard, chunks, group.firstSource());
    maxDelay[shard] = rows.maxDelay();
    SynapseTable table =
        new SynapseTable(
            group.firstSource(),
            rows.rows(),
            rows.words(),
            (int) used.get(shard),
            slots[shard],
            weights.finished(shard));
    slots[shard] = NO_CHARS;
    return table;
  }

  @Override
  public int maxDelay(int shard) {
    return maxDelay[shard];
  }
}
