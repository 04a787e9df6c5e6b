package org.baya.io.sonata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.ElementType;
import org.baya.io.experiment.Outputs.NodeNames;
import org.baya.io.experiment.Outputs.SpikeOrder;
import org.baya.io.file.Elements;
import org.baya.io.file.PendingFile;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpzWriter;

/**
 * Writes spikes as SONATA keeps them.
 *
 * <pre>
 * attributes                     magic u64, version i64[2]
 * spikes/POPULATION/             attribute sorting = by_time or by_id
 * spikes/POPULATION/timestamps   f64[n] ms; attribute units = milliseconds
 * spikes/POPULATION/node_ids     u64[n]
 * </pre>
 *
 * <p>Or as text: a line for each spike with time, population and node, separated by spaces. Or as
 * NumPy arrays {@code POPULATION/timestamps} and {@code POPULATION/node_ids} in an archive.
 */
public final class SpikeFile {
  /** Elements converted at a time. */
  private static final int BLOCK = 1 << 16;

  private final List<PopulationSpikes> populations = new ArrayList<>();
  private final SpikeOrder order;

  /**
   * Spikes of some nodes.
   *
   * @param names of population and nodes in files; trains whose population has the same name are
   *     put together
   * @param steps the first {@code count} elements are used: step numbers from 1, ascending; a
   *     spike's time is its step times the resolution
   * @param nodes the first {@code count} elements are used: node of each spike
   */
  public record Train(NodeNames names, int[] steps, int[] nodes, int count) {}

  /**
   * A file that can be written.
   *
   * @param resolutionMs length of a step [ms]
   */
  public SpikeFile(List<Train> trains, SpikeOrder order, double resolutionMs) {
    this.order = order;
    Map<String, List<Train>> byName = new LinkedHashMap<>();
    trains.forEach(train ->
        byName.computeIfAbsent(train.names().population(), _ -> new ArrayList<>()).add(train));
    byName.forEach(
        (name, parts) -> populations.add(SortedSpikes.of(name, parts, order, resolutionMs)));
  }

  /** A file of spikes that are sorted by time. */
  SpikeFile(List<? extends PopulationSpikes> sorted) {
    this.order = SpikeOrder.TIME;
    populations.addAll(sorted);
  }

  /** Writes HDF5; the file appears whole or not at all. */
  public void write(Path file) {
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.group("/spikes");
    for (PopulationSpikes spikes : populations) {
      String group = "/spikes/" + spikes.population();
      tree.dataset(group + "/timestamps", ElementType.FLOAT64, spikes.count());
      tree.dataset(group + "/node_ids", ElementType.UINT64, spikes.count());
      tree.attribute(group, "sorting", order == SpikeOrder.TIME ? "by_time" : "by_id");
      tree.attribute(group + "/timestamps", "units", "milliseconds");
    }
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      for (PopulationSpikes spikes : populations) {
        write(writer, spikes);
      }
      writer.commit();
    }
  }

  private static void write(Hdf5Writer writer, PopulationSpikes spikes) {
    String group = "/spikes/" + spikes.population();
    inBlocks(
        spikes,
        (from, times, nodes) -> {
          writer.dataset(group + "/timestamps").write(from, times);
          writer.dataset(group + "/node_ids").write(from, nodes);
        });
  }

  /** Takes some spikes. */
  @FunctionalInterface
  private interface Block {
    void accept(int from, Elements timesMs, Elements nodes);
  }

  private static void inBlocks(PopulationSpikes spikes, Block block) {
    double[] times = new double[Math.min(BLOCK, spikes.count())];
    long[] nodes = new long[times.length];
    for (int from = 0; from < spikes.count(); from += BLOCK) {
      int n = Math.min(BLOCK, spikes.count() - from);
      for (int i = 0; i < n; i++) {
        times[i] = spikes.timeMs(from + i);
        nodes[i] = spikes.node(from + i);
      }
      block.accept(from, Elements.of(times, 0, n), Elements.of(nodes, 0, n));
    }
  }

  /** Writes NumPy arrays; the file appears whole or not at all. */
  public void writeNpz(Path file) {
    try (NpzWriter writer = NpzWriter.create(file)) {
      for (PopulationSpikes spikes : populations) {
        String prefix = spikes.population() + "/";
        writer.begin(prefix + "timestamps", ElementType.FLOAT64, spikes.count(), 1);
        inBlocks(spikes, (_, times, _) -> writer.append(times));
        writer.begin(prefix + "node_ids", ElementType.INT64, spikes.count(), 1);
        inBlocks(spikes, (_, _, nodes) -> writer.append(nodes));
      }
      writer.commit();
    }
  }

  /** Writes text; the file appears whole or not at all. */
  public void writeCsv(Path file) {
    try (PendingFile out = PendingFile.create(file)) {
      StringBuilder text = new StringBuilder("timestamps population node_ids\n");
      long at = 0;
      for (PopulationSpikes spikes : populations) {
        for (int i = 0; i < spikes.count(); i++) {
          text.append(spikes.timeMs(i))
              .append(' ')
              .append(spikes.population())
              .append(' ')
              .append(spikes.node(i))
              .append('\n');
          if (text.length() >= BLOCK) {
            at += flush(out, text, at);
          }
        }
      }
      flush(out, text, at);
      out.commit();
    }
  }

  private static int flush(PendingFile out, StringBuilder text, long at) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.write(at, ByteBuffer.wrap(bytes));
    text.setLength(0);
    return bytes.length;
  }
}
