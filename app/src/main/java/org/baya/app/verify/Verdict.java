package org.baya.app.verify;

import java.util.List;

/**
 * How one case went.
 *
 * @param name of the case
 * @param models its models
 * @param outcome whether Baya answers as the reference does
 * @param spikesExpected number of spikes of all recorded nodes in the reference
 * @param spikes number of spikes that Baya gave
 * @param deviation largest |difference| of any trace value; NaN if nothing was compared
 * @param tolerance the largest that is allowed
 * @param remarks what differs, or why the case was skipped, one line each
 */
public record Verdict(
    String name,
    List<String> models,
    Outcome outcome,
    long spikesExpected,
    long spikes,
    double deviation,
    double tolerance,
    List<String> remarks) {

  /** Ways a case can end. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** The catalogue lacks one of its models. */
    SKIPPED
  }

  public Verdict {
    models = List.copyOf(models);
    remarks = List.copyOf(remarks);
  }
}
