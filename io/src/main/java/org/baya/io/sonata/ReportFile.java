package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Outputs.NodeNames;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Samples of one variable of some nodes, written as a SONATA report. While the run goes on they are
 * appended to temporary files, so memory is bounded; {@link #commit} makes the report of what has
 * been appended until then.
 *
 * <pre>
 * report/POPULATION/data                    f64[samples, nodes]; attribute units
 * report/POPULATION/mapping/node_ids        u64[nodes]
 * report/POPULATION/mapping/index_pointers  u64[nodes + 1]: one element per node
 * report/POPULATION/mapping/index_pointer   the same under the name that BMTK uses
 * report/POPULATION/mapping/element_ids     u32[nodes], 0
 * report/POPULATION/mapping/element_pos     f32[nodes], 0
 * report/POPULATION/mapping/time            f64[3] start, end, interval; attribute units = ms
 * </pre>
 */
public final class ReportFile implements AutoCloseable {
  private final Path file;
  private final String unit;
  private final double everyMs;
  private final double firstMs;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Nodes that are sampled together.
   *
   * @param names of population and nodes in the file; parts whose population has the same name lie
   *     beside each other in it
   * @param nodes the nodes in the order of the columns
   */
  public record Columns(NodeNames names, int[] nodes) {}

  private record Part(Columns columns, AppendFile samples) {
    long rows() {
      return columns.nodes().length == 0 ? 0 : samples.length() / columns.nodes().length;
    }
  }

  private ReportFile(Path file, String unit, double everyMs, double firstMs) {
    this.file = file;
    this.unit = unit;
    this.everyMs = everyMs;
    this.firstMs = firstMs;
  }

  /**
   * Starts a report without samples.
   *
   * @param unit of the variable; may be empty
   * @param everyMs interval [ms]
   * @param firstMs time of the first sample [ms]
   * @throws InvalidInputException if nothing can be written there
   */
  public static ReportFile create(
      Path file, String unit, double everyMs, double firstMs, List<Columns> parts) {
    return of(file, unit, everyMs, firstMs, parts, AppendFile::create);
  }

  /** The report that an ended process left without its file: with the samples it had appended. */
  public static ReportFile resume(
      Path file, String unit, double everyMs, double firstMs, List<Columns> parts) {
    return of(file, unit, everyMs, firstMs, parts, AppendFile::existing);
  }

  private static ReportFile of(
      Path file,
      String unit,
      double everyMs,
      double firstMs,
      List<Columns> parts,
      BiFunction<Path, ElementType, AppendFile> list) {
    Path name = file.getFileName();
    if (name == null) {
      throw new InvalidInputException(file.toString(), "is no name of a file");
    }
    ReportFile report = new ReportFile(file, unit, everyMs, firstMs);
    for (Columns columns : parts) {
      Path temporary = file.resolveSibling("." + name + "." + report.parts.size() + ".samples");
      report.parts.add(new Part(columns, list.apply(temporary, ElementType.FLOAT64)));
    }
    return report;
  }

  /** Where the report will be. */
  public Path file() {
    return file;
  }

  /**
   * Appends a sample of one part.
   *
   * @param part its index
   * @param values values {@code from..from+n-1} are those of its n nodes
   */
  public void append(int part, double[] values, int from) {
    Part to = parts.get(part);
    to.samples().append(Elements.of(values, from, to.columns().nodes().length));
  }

  /** Writes the report, which appears whole or not at all. */
  public void commit() {
    Map<String, List<Part>> populations = new LinkedHashMap<>();
    for (Part part : parts) {
      part.samples().close();
      populations
          .computeIfAbsent(part.columns().names().population(), _ -> new ArrayList<>())
          .add(part);
    }
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    populations.forEach((name, of) -> declare(tree, "/report/" + name, of));
    try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
      populations.forEach((name, of) -> write(writer, "/report/" + name, of));
      writer.commit();
    }
  }

  private static int width(List<Part> of) {
    return of.stream().mapToInt(part -> part.columns().nodes().length).sum();
  }

  /** Number of samples that every part has. */
  private static long rows(List<Part> of) {
    return of.stream().mapToLong(Part::rows).min().orElse(0);
  }

  private void declare(Hdf5Tree tree, String group, List<Part> of) {
    int width = width(of);
    String mapping = group + "/mapping/";
    tree.dataset(group + "/data", ElementType.FLOAT64, rows(of), Math.max(1, width));
    tree.attribute(group + "/data", "units", unit);
    tree.dataset(mapping + "node_ids", ElementType.UINT64, width);
    tree.dataset(mapping + "index_pointers", ElementType.UINT64, width + 1L);
    tree.dataset(mapping + "index_pointer", ElementType.UINT64, width + 1L);
    tree.dataset(mapping + "element_ids", ElementType.UINT32, width);
    tree.dataset(mapping + "element_pos", ElementType.FLOAT32, width);
    tree.dataset(mapping + "time", ElementType.FLOAT64, 3);
    tree.attribute(mapping + "time", "units", "ms");
  }

  private void write(Hdf5Writer writer, String group, List<Part> of) {
    String mapping = group + "/mapping/";
    int width = width(of);
    long rows = rows(of);
    long[] ids = new long[width];
    int[] pointers = new int[width + 1];
    int at = 0;
    for (Part part : of) {
      for (int node : part.columns().nodes()) {
        ids[at++] = part.columns().names().id(node);
        pointers[at] = at;
      }
    }
    if (of.size() == 1 && of.getFirst().samples().length() == rows * width) {
      writer.dataset(group + "/data").write(0, of.getFirst().samples());
    } else {
      int first = 0;
      for (Part part : of) {
        int nodes = part.columns().nodes().length;
        writer.dataset(group + "/data").writeColumns(first, nodes, width, rows, part.samples());
        first += nodes;
      }
    }
    writer.dataset(mapping + "node_ids").write(0, Elements.of(ids));
    writer.dataset(mapping + "index_pointers").write(0, Elements.of(pointers));
    writer.dataset(mapping + "index_pointer").write(0, Elements.of(pointers));
    writer
        .dataset(mapping + "time")
        .write(0, Elements.of(firstMs, firstMs + everyMs * rows, everyMs));
  }

  /** Time of the last sample that every part has [ms]. */
  public double lastMs() {
    return firstMs + everyMs * (rows(parts) - 1);
  }

  /** Removes the temporary files. */
  @Override
  public void close() {
    parts.forEach(part -> part.samples().delete());
  }
}
