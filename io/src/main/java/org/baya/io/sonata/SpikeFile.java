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
 * <p>Or as text: a line for each spike with time, population and node, separated by spaces.
 */
public final class SpikeFile {
  /** Elements converted at a time. */
  private static final int BLOCK = 1 << 16;

  private final List<SortedSpikes> populations = new ArrayList<>();
  private final SpikeOrder order;
  private final double resolutionMs;

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
    this.resolutionMs = resolutionMs;
    Map<String, List<Train>> byName = new LinkedHashMap<>();
    trains.forEach(train ->
        byName.computeIfAbsent(train.names().population(), _ -> new ArrayList<>()).add(train));
    byName.forEach((name, parts) -> populations.add(SortedSpikes.of(name, parts, order)));
  }

  /** Writes HDF5; the file appears whole or not at all. */
  public void write(Path file) {
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.group("/spikes");
    for (SortedSpikes spikes : populations) {
      String group = "/spikes/" + spikes.population();
      tree.dataset(group + "/timestamps", ElementType.FLOAT64, spikes.count());
      tree.dataset(group + "/node_ids", ElementType.UINT64, spikes.count());
      tree.attribute(group, "sorting", order == SpikeOrder.TIME ? "by_time" : "by_id");
      tree.attribute(group + "/timestamps", "units", "milliseconds");
    }
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      for (SortedSpikes spikes : populations) {
        write(writer, spikes);
      }
      writer.commit();
    }
  }

  private void write(Hdf5Writer writer, SortedSpikes spikes) {
    String group = "/spikes/" + spikes.population();
    double[] times = new double[Math.min(BLOCK, spikes.count())];
    long[] nodes = new long[times.length];
    for (int from = 0; from < spikes.count(); from += BLOCK) {
      int n = Math.min(BLOCK, spikes.count() - from);
      for (int i = 0; i < n; i++) {
        times[i] = GridTimes.timeMs(spikes.step(from + i), resolutionMs);
        nodes[i] = spikes.node(from + i);
      }
      writer.dataset(group + "/timestamps").write(from, Elements.of(times, 0, n));
      writer.dataset(group + "/node_ids").write(from, Elements.of(nodes, 0, n));
    }
  }

  /** Writes text; the file appears whole or not at all. */
  public void writeCsv(Path file) {
    try (PendingFile out = PendingFile.create(file)) {
      StringBuilder text = new StringBuilder("timestamps population node_ids\n");
      long at = 0;
      for (SortedSpikes spikes : populations) {
        for (int i = 0; i < spikes.count(); i++) {
          text.append(GridTimes.timeMs(spikes.step(i), resolutionMs))
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
