package org.baya.error;

import java.util.Objects;

/**
 * Something the user gave is wrong: a file, a name, a number. The message is one line that names the place, the value and what is
 * allowed; commands print it as it stands and exit with 3.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error whose message already names its place. */
  public InvalidInputException(String message) {
    super(message);
  }

  /** An error at {@code place}, for example {@code v1.h5:/recurrent/sources} or {@code v1.yaml: populations.v1.model}. */
  public InvalidInputException(String place, String message) {
    super(place + ": " + message);
  }

  /** As {@link #InvalidInputException(String, String)}, with the exception that revealed it. */
  public InvalidInputException(String place, String message, Throwable cause) {
    super(place + ": " + message, cause);
  }

  /** The line to print. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }
}
