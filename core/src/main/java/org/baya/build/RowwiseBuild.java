package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;
import org.baya.error.SimulationException;

/**
 * Builds the tables of a group whose edges all come by source. The rows of a chunk are made whole
 * within the caches: their edges are drawn, evaluated, sorted, and written where they stay. A first
 * pass over the nodes of all edges tells how many synapses each chunk has in each shard.
 */
final class RowwiseBuild implements GroupBuild {
  private final SynapseGroup group;
  private final EdgeWork work;
  private final SourceChunks chunks;
  private final int workers;
  private final int[][] first;
  private final char[][] slots;
  private final WeightColumns weights;
  private final ChunkDirectory directory;
  private final int[] maxDelay;

  RowwiseBuild(SynapseGroup group, EdgeWork work) {
    this.group = group;
    this.work = work;
    int shards = work.layout().shards();
    chunks = new SourceChunks(group.projections(), shards);
    workers = work.useful(chunks.edges());
    first = new int[chunks.size()][shards];
    slots = new char[shards][];
    weights = group.form().columns(shards);
    directory = new ChunkDirectory(shards, group.sources(), chunks.size(), workers);
    maxDelay = new int[shards];
  }

  /** Whether the edges of a group come by source. */
  static boolean suits(SynapseGroup group) {
    return group.plasticProjection().isEmpty()
        && group.projections().stream()
            .allMatch(projection -> projection.edges().order() == EdgeList.Order.BY_SOURCE);
  }

  @Override
  public void fill() {
    ChunkReader[] counting = readers();
    EdgeWork.each(
        chunks.size(),
        workers,
        (chunk, worker) -> counting[worker].count(chunks.get(chunk), first[chunk]));
    work.eachShard(this::allocate);
    ChunkReader[] writing = readers();
    EdgeWork.each(
        chunks.size(), workers, (chunk, worker) -> write(writing[worker], chunk, worker));
  }

  private ChunkReader[] readers() {
    ChunkReader[] readers = new ChunkReader[workers];
    Arrays.setAll(readers, worker -> new ChunkReader(work));
    return readers;
  }

  /** Makes room for the synapses of a shard; their number in a chunk becomes the first's place. */
  private void allocate(int shard) {
    long total = 0;
    for (int[] ofChunk : first) {
      int count = ofChunk[shard];
      ofChunk[shard] = (int) total;
      total += count;
      GroupTables.requireRoom(total);
    }
    slots[shard] = new char[(int) total];
    weights.allocate(shard, (int) total);
  }

  private void write(ChunkReader reader, int chunk, int worker) {
    RowSheet sheet = reader.read(chunks.get(chunk));
    int rows = chunks.get(chunk).rows();
    int firstRow = chunks.get(chunk).firstNode() - group.firstSource();
    int[] at = sheet.sort(rows, firstRow, first[chunk], directory.begin(chunk, worker));
    GroupTables.putSlots(slots, sheet.places(), at, sheet.size());
    weights.put(sheet.places(), at, sheet.weights(), sheet.size());
  }

  @Override
  public SynapseTable finish(int shard) {
    RowDirectory rows = directory.finished(shard, chunks, group.firstSource());
    maxDelay[shard] = rows.maxDelay();
    SynapseTable table =
        new SynapseTable(
            group.firstSource(), rows.rows(), rows.words(), slots[shard], weights.finished(shard));
    slots[shard] = new char[0];
    return table;
  }

  @Override
  public int maxDelay(int shard) {
    return maxDelay[shard];
  }
}
