package org.baya.io.sonata;

import java.nio.file.Path;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Samples of one variable of some nodes, written as a SONATA report. While the run goes on they are
 * appended to a temporary file, so memory is bounded; {@link #commit} makes the report of what has
 * been appended until then.
 *
 * <pre>
 * report/POPULATION/data                    f64[samples, nodes]; attribute units
 * report/POPULATION/mapping/node_ids        u64[nodes]
 * report/POPULATION/mapping/index_pointers  u64[nodes + 1]: one element per node
 * report/POPULATION/mapping/element_ids     u32[nodes], 0
 * report/POPULATION/mapping/element_pos     f32[nodes], 0
 * report/POPULATION/mapping/time            f64[3] start, end, interval; attribute units = ms
 * </pre>
 */
public final class ReportFile implements AutoCloseable {
  private final Path file;
  private final String population;
  private final String unit;
  private final int[] ids;
  private final double everyMs;
  private final AppendFile samples;

  private ReportFile(
      Path file, String population, String unit, int[] ids, double everyMs, AppendFile samples) {
    this.file = file;
    this.population = population;
    this.unit = unit;
    this.ids = ids;
    this.everyMs = everyMs;
    this.samples = samples;
  }

  /**
   * Starts a report without samples.
   *
   * @param unit of the variable; may be empty
   * @param ids recorded nodes in the order of the columns
   * @param everyMs interval [ms]; sample k is at {@code (k + 1) * everyMs}
   * @throws InvalidInputException if nothing can be written there
   */
  public static ReportFile create(
      Path file, String population, String unit, int[] ids, double everyMs) {
    Path name = file.getFileName();
    if (name == null) {
      throw new InvalidInputException(file.toString(), "is no name of a file");
    }
    Path temporary =
        file.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".samples");
    return new ReportFile(
        file,
        population,
        unit,
        ids.clone(),
        everyMs,
        AppendFile.create(temporary, ElementType.FLOAT64));
  }

  /** Where the report will be. */
  public Path file() {
    return file;
  }

  /**
   * Appends a sample.
   *
   * @param values values {@code from..from+n-1} are those of the n nodes
   */
  public void append(double[] values, int from) {
    samples.append(Elements.of(values, from, ids.length));
  }

  /** Writes the report, which appears whole or not at all. */
  public void commit() {
    samples.close();
    long rows = ids.length == 0 ? 0 : samples.length() / ids.length;
    String group = "/report/" + population;
    String mapping = group + "/mapping/";
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.dataset(group + "/data", ElementType.FLOAT64, rows, Math.max(1, ids.length));
    tree.attribute(group + "/data", "units", unit);
    tree.dataset(mapping + "node_ids", ElementType.UINT64, ids.length);
    tree.dataset(mapping + "index_pointers", ElementType.UINT64, ids.length + 1L);
    tree.dataset(mapping + "element_ids", ElementType.UINT32, ids.length);
    tree.dataset(mapping + "element_pos", ElementType.FLOAT32, ids.length);
    tree.dataset(mapping + "time", ElementType.FLOAT64, 3);
    tree.attribute(mapping + "time", "units", "ms");
    int[] pointers = new int[ids.length + 1];
    for (int i = 0; i < pointers.length; i++) {
      pointers[i] = i;
    }
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      writer.dataset(group + "/data").write(0, samples);
      writer.dataset(mapping + "node_ids").write(0, Elements.of(ids));
      writer.dataset(mapping + "index_pointers").write(0, Elements.of(pointers));
      writer
          .dataset(mapping + "time")
          .write(0, Elements.of(everyMs, everyMs * (rows + 1), everyMs));
      writer.commit();
    }
  }

  /** Removes the temporary file. */
  @Override
  public void close() {
    samples.delete();
  }
}
