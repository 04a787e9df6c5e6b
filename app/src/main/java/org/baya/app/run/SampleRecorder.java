package org.baya.app.run;

import java.util.List;
import org.baya.engine.SampleListener;
import org.baya.io.sonata.ReportFile;

/** Streams the samples of one multimeter into one report per variable. */
final class SampleRecorder implements SampleListener {
  /** Times are multiples of 0.001 ms. */
  private static final double HALF_TIC_MS = 0.0005;

  private final List<Column> variables;
  private final int nodes;
  private final double startMs;
  private final double endMs;

  /**
   * Where one variable goes.
   *
   * @param part of the report
   */
  record Column(ReportFile report, int part) {}

  /**
   * A recorder.
   *
   * @param variables one per variable
   * @param nodes number of recorded nodes
   * @param startMs samples after this time are kept [ms]
   * @param endMs samples up to this time are kept [ms]
   */
  SampleRecorder(List<Column> variables, int nodes, double startMs, double endMs) {
    this.variables = List.copyOf(variables);
    this.nodes = nodes;
    this.startMs = startMs;
    this.endMs = endMs;
  }

  @Override
  public void sample(double timeMs, double[] values) {
    if (timeMs <= startMs + HALF_TIC_MS || timeMs > endMs + HALF_TIC_MS) {
      return;
    }
    for (int variable = 0; variable < variables.size(); variable++) {
      Column to = variables.get(variable);
      to.report().append(to.part(), values, variable * nodes);
    }
  }
}
