package org.baya.app.run;

import java.util.List;
import org.baya.engine.SampleListener;
import org.baya.io.sonata.ReportFile;

/** Streams the samples of one multimeter into one report per variable. */
final class SampleRecorder implements SampleListener {
  private final List<Column> variables;
  private final int nodes;

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
   */
  SampleRecorder(List<Column> variables, int nodes) {
    this.variables = List.copyOf(variables);
    this.nodes = nodes;
  }

  @Override
  public void sample(double timeMs, double[] values) {
    for (int variable = 0; variable < variables.size(); variable++) {
      Column to = variables.get(variable);
      to.report().append(to.part(), values, variable * nodes);
    }
  }
}
