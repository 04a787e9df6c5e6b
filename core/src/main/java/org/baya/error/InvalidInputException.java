package org.baya.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something the user gave is wrong: a file, a name, a number. Each problem is one line that names
 * the place, the value and what is allowed; commands print the lines as they stand and exit with 3.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String lines;

  /** An error whose message already names its place. */
  public InvalidInputException(String message) {
    this(List.of(message), null);
  }

  /**
   * An error at {@code place}, for example {@code v1.h5:/recurrent/sources} or {@code v1.yaml:
   * populations.v1.model}.
   */
  public InvalidInputException(String place, String message) {
    this(place + ": " + message);
  }

  /** As {@link #InvalidInputException(String, String)}, with the exception that revealed it. */
  public InvalidInputException(String place, String message, Throwable cause) {
    this(List.of(place + ": " + message), cause);
  }

  private InvalidInputException(List<String> problems, @Nullable Throwable cause) {
    super(cause);
    this.lines =
        problems.stream()
            .map(problem -> problem.replaceAll("\\s*\\R\\s*", " "))
            .collect(Collectors.joining("\n"));
  }

  /**
   * Several errors that were found together.
   *
   * @param problems one line each, at least one
   */
  public static InvalidInputException of(List<String> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("no problem");
    }
    return new InvalidInputException(problems, null);
  }

  /** What is wrong, one line each. */
  public List<String> problems() {
    return lines.lines().toList();
  }

  /** The problems, joined with line breaks. */
  @Override
  public String getMessage() {
    return lines;
  }
}
