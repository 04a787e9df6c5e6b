package org.baya.app.report;

import java.nio.file.Path;
import java.util.List;
import org.baya.app.analysis.SpikeTable;

/**
 * Writes a report to look at: {@code WriteSyntheticReport OUT [durationMs [rate factor]]}; prints
 * what it cost in this fresh JVM.
 */
final class WriteSyntheticReport {
  private WriteSyntheticReport() {}

  public static void main(String[] arguments) {
    double durationMs = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1000;
    double factor = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
    List<SpikeTable> tables = List.of(SyntheticRun.v1(durationMs, factor, 1));
    RunSummary run = SyntheticRun.summary("Mouse V1 core, drifting grating", tables, durationMs);
    long start = System.nanoTime();
    List<String> messages = Report.write(Path.of(arguments[0]), run, tables);
    System.out.printf(
        "%d spikes: %.0f ms %s%n",
        run.activity().spikes(), (System.nanoTime() - start) / 1e6, messages);
  }
}
