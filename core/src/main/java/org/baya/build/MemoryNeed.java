package org.baya.build;

import java.util.List;
import java.util.Locale;
import org.baya.error.SimulationException;

/**
 * Heap that building a network needs, from counts alone.
 *
 * @param synapseBytes synapse tables when finished
 * @param temporaryBytes what building holds beside them
 * @param neuronBytes state, coefficients and summed input of the neurons
 */
public record MemoryNeed(long synapseBytes, long temporaryBytes, long neuronBytes) {
  /** Classes, code, buffers and results, as measured on small networks. */
  private static final long BASE_BYTES = 120L << 20;

  /** Typical number of different delays in a row; a row has no more groups than synapses. */
  private static final int GROUPS_PER_ROW = 12;

  /** Most of the heap that may be planned for. */
  private static final double USABLE_SHARE = 0.95;

  static MemoryNeed of(Blueprint blueprint) {
    long synapses = 0;
    long temporary = 0;
    for (SynapseGroup group : SynapseGroup.of(blueprint.stored(), blueprint.grid())) {
      long rows = (long) group.sources() * blueprint.layout().shards();
      long edges = 0;
      for (ResolvedProjection projection : group.projections()) {
        edges += projection.edges().size();
      }
      long words = Math.min(edges, rows * GROUPS_PER_ROW) + Math.min(edges, rows);
      long columns = edges * (Character.BYTES + group.form().bytes());
      synapses += columns + Integer.BYTES * (rows + words);
      temporary = Math.max(temporary, rows * Integer.BYTES + temporary(group, edges, words));
      if (RowwiseBuild.suits(group)) {
        synapses += RowwiseBuild.spare(columns);
      }
    }
    for (ResolvedProjection projection : blueprint.plastic()) {
      synapses += plastic(projection, blueprint.layout().shards());
    }
    return new MemoryNeed(synapses, temporary, neurons(blueprint));
  }

  /** What is held beside the rows' counters: written directories, or delays. */
  private static long temporary(SynapseGroup group, long edges, long words) {
    if (RowwiseBuild.suits(group)) {
      return Integer.BYTES * words;
    }
    return group.fixedDelay() > 0 ? 0 : edges * DelayColumns.BYTES;
  }

  private static long plastic(ResolvedProjection projection, int shards) {
    long rows = (long) projection.from().size() * shards;
    long edges = projection.edges().size();
    long words = Math.min(edges, rows * GROUPS_PER_ROW) + Math.min(edges, rows);
    long columns = PlasticColumns.bytes(projection);
    // Each row also keeps the time and number of its source's last spike.
    return edges * (Character.BYTES + Double.BYTES + columns) + Integer.BYTES * (3 * rows + words);
  }

  private static long neurons(Blueprint blueprint) {
    long bytes = 0;
    int kept = blueprint.deliverySteps() > blueprint.windowSteps() ? blueprint.deliverySteps() : 0;
    for (int shard = 0; shard < blueprint.layout().shards(); shard++) {
      List<ShardLayout.Run> runs = blueprint.layout().runs(shard);
      bytes += (long) kept * blueprint.layout().slots(shard) * Double.BYTES;
      for (ShardLayout.Run run : runs) {
        bytes += (long) run.nodes().length * (run.dynamics().states() + 2L) * Double.BYTES;
      }
    }
    return bytes;
  }

  /** All bytes at the peak. */
  public long totalBytes() {
    return BASE_BYTES + synapseBytes + temporaryBytes + neuronBytes;
  }

  /**
   * Fails unless the network fits.
   *
   * @param heapBytes largest size of the heap
   * @throws SimulationException with both numbers and what to do
   */
  public void requireHeap(long heapBytes) {
    if (totalBytes() > USABLE_SHARE * heapBytes) {
      throw new SimulationException(
          String.format(
              Locale.ROOT,
              "the network needs %s of memory but the Java heap ends at %s; give it more (BAYA_OPTS=-Xmx%dg) or make the network smaller",
              text(totalBytes()),
              text(heapBytes),
              (long) Math.ceil(totalBytes() / USABLE_SHARE / (1L << 30))));
    }
  }

  private static String text(long bytes) {
    return bytes < 1L << 30
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
