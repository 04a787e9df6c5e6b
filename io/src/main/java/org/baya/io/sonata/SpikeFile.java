package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Writes spikes as SONATA keeps them.
 *
 * <pre>
 * attributes                     magic u64, version i64[2]
 * spikes/POPULATION/             attribute sorting = by_time
 * spikes/POPULATION/timestamps   f64[n] ms, ascending; attribute units = milliseconds
 * spikes/POPULATION/node_ids     u64[n], from 0 in the population
 * </pre>
 */
public final class SpikeFile {
  /** Elements converted at a time. */
  private static final int BLOCK = 1 << 16;

  private SpikeFile() {}

  /**
   * Spikes of one population.
   *
   * @param name of the population
   * @param steps the first {@code count} elements are used: step numbers from 1, ascending; a
   *     spike's time is its step times the resolution
   * @param nodes the first {@code count} elements are used: node of each spike
   */
  public record Train(String name, int[] steps, int[] nodes, int count) {}

  /**
   * Writes a file, which appears whole or not at all.
   *
   * @param resolutionMs length of a step [ms]
   */
  public static void write(Path file, List<Train> trains, double resolutionMs) {
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.group("/spikes");
    for (Train train : trains) {
      String group = "/spikes/" + train.name();
      tree.dataset(group + "/timestamps", ElementType.FLOAT64, train.count());
      tree.dataset(group + "/node_ids", ElementType.UINT64, train.count());
      tree.attribute(group, "sorting", "by_time");
      tree.attribute(group + "/timestamps", "units", "milliseconds");
    }
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      for (Train train : trains) {
        write(writer, train, resolutionMs);
      }
      writer.commit();
    }
  }

  private static void write(Hdf5Writer writer, Train train, double resolutionMs) {
    String group = "/spikes/" + train.name();
    double[] times = new double[Math.min(BLOCK, train.count())];
    for (int from = 0; from < train.count(); from += BLOCK) {
      int n = Math.min(BLOCK, train.count() - from);
      for (int i = 0; i < n; i++) {
        times[i] = GridTimes.timeMs(train.steps()[from + i], resolutionMs);
      }
      writer.dataset(group + "/timestamps").write(from, Elements.of(times, 0, n));
      writer.dataset(group + "/node_ids").write(from, Elements.of(train.nodes(), from, n));
    }
  }
}
