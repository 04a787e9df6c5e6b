package org.baya.error;

import java.util.Objects;

/**
 * The input was right but the run could not be finished: no memory, no disk space, a state that is
 * no longer finite. Exit code 1.
 */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure told in one line. */
  public SimulationException(String message) {
    super(message);
  }

  /** A failure told in one line, with the exception behind it. */
  public SimulationException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The line to print. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }
}
