package org.baya.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.engine.SampleListener;
import org.baya.io.text.CsvFile;

/** Streams the samples of one multimeter into a table with a line for each time and node. */
final class SampleTable implements SampleListener, AutoCloseable {
  private final CsvFile file;
  private final int[] ids;
  private final int variables;

  /**
   * A table without samples.
   *
   * @param ids recorded nodes
   * @param variables names of the columns
   */
  SampleTable(Path path, int[] ids, List<String> variables) {
    this.ids = ids;
    this.variables = variables.size();
    List<String> header = new ArrayList<>(List.of("time_ms", "node"));
    header.addAll(variables);
    file = CsvFile.create(path, header.toArray(String[]::new));
  }

  @Override
  public void sample(double timeMs, double[] values) {
    for (int node = 0; node < ids.length; node++) {
      file.add(timeMs);
      file.add(ids[node]);
      for (int variable = 0; variable < variables; variable++) {
        file.add(values[variable * ids.length + node]);
      }
      file.endLine();
    }
  }

  /** Puts the table in its place. */
  void commit() {
    file.commit();
  }

  @Override
  public void close() {
    file.close();
  }
}
