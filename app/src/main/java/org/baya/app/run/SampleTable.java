package org.baya.app.run;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.engine.SampleListener;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;
import org.baya.io.text.CsvFile;

/**
 * Streams the samples of one multimeter to disk and makes of them a table with a line for each time
 * and node. A row of the list on disk is the time and then each variable of all nodes, so that
 * another process can make the table.
 */
final class SampleTable implements SampleListener, AutoCloseable {
  private final Path path;
  private final int[] ids;
  private final List<String> variables;
  private final AppendFile samples;
  private final double[] time = new double[1];

  private SampleTable(Path path, int[] ids, List<String> variables, AppendFile samples) {
    this.path = path;
    this.ids = ids;
    this.variables = variables;
    this.samples = samples;
  }

  /**
   * A table without samples.
   *
   * @param ids recorded nodes
   * @param variables names of the columns
   */
  static SampleTable create(Path path, int[] ids, List<String> variables) {
    return of(path, ids, variables, AppendFile::create);
  }

  /** The table that an ended process left unwritten: with the samples it had appended. */
  static SampleTable resume(Path path, int[] ids, List<String> variables) {
    return of(path, ids, variables, AppendFile::existing);
  }

  private static SampleTable of(
      Path path,
      int[] ids,
      List<String> variables,
      BiFunction<Path, ElementType, AppendFile> list) {
    Path name = Objects.requireNonNull(path.getFileName());
    Path temporary = path.resolveSibling("." + name + ".samples");
    return new SampleTable(path, ids, variables, list.apply(temporary, ElementType.FLOAT64));
  }

  @Override
  public void sample(double timeMs, double[] values) {
    time[0] = timeMs;
    samples.append(Elements.of(time, 0, 1));
    samples.append(Elements.of(values, 0, ids.length * variables.size()));
  }

  private int width() {
    return 1 + ids.length * variables.size();
  }

  /** Writes the table, which appears whole or not at all; the time of its last line [ms]. */
  double commit() {
    samples.close();
    List<String> header = new ArrayList<>(List.of("time_ms", "node"));
    header.addAll(variables);
    double lastMs = 0;
    try (CsvFile file = CsvFile.create(path, header.toArray(String[]::new));
        Arena arena = Arena.ofConfined()) {
      Column all = samples.column(arena);
      double[] row = new double[width()];
      for (long at = 0; at + row.length <= all.length(); at += row.length) {
        all.read(at, row.length, row, 0);
        write(row, file);
        lastMs = row[0];
      }
      file.commit();
    }
    return lastMs;
  }

  private void write(double[] row, CsvFile file) {
    for (int node = 0; node < ids.length; node++) {
      file.add(row[0]);
      file.add(ids[node]);
      for (int variable = 0; variable < variables.size(); variable++) {
        file.add(row[1 + variable * ids.length + node]);
      }
      file.endLine();
    }
  }

  @Override
  public void close() {
    samples.delete();
  }
}
