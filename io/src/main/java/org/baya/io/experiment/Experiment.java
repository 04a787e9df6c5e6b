package org.baya.io.experiment;

import java.nio.file.Path;
import org.baya.error.InvalidInputException;
import org.baya.network.Network;

/**
 * A network and how long to run it.
 *
 * @param network what to build
 * @param durationMs simulated time [ms], a multiple of the resolution
 * @param transientMs beginning of the run that rates and statistics leave out [ms]
 * @param description free text; empty when there is none
 * @param file where the experiment was read from
 * @param lines where its keys stand
 * @param outputs what the results are called
 */
public record Experiment(
    Network network,
    double durationMs,
    double transientMs,
    String description,
    Path file,
    Lines lines,
    Outputs outputs) {

  /** The same error with the lines of this file where they are known. */
  public InvalidInputException located(InvalidInputException error) {
    return InvalidInputException.of(error.problems().stream().map(lines::located).toList());
  }
}
