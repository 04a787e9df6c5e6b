package org.baya.app.run;

import java.util.ArrayList;
import java.util.List;
import org.baya.engine.SampleListener;
import org.baya.io.sonata.ReportFile;

/** Streams the samples of one multimeter into one report per variable. */
final class SampleRecorder implements SampleListener, AutoCloseable {
  private final List<ReportFile> reports = new ArrayList<>();
  private final int nodes;

  /**
   * A recorder.
   *
   * @param reports one per variable
   * @param nodes number of recorded nodes
   */
  SampleRecorder(List<ReportFile> reports, int nodes) {
    this.reports.addAll(reports);
    this.nodes = nodes;
  }

  @Override
  public void sample(double timeMs, double[] values) {
    for (int variable = 0; variable < reports.size(); variable++) {
      reports.get(variable).append(values, variable * nodes);
    }
  }

  /** Writes the reports. */
  void commit() {
    reports.forEach(ReportFile::commit);
  }

  @Override
  public void close() {
    reports.forEach(ReportFile::close);
  }
}
