package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/** Turns whatever ended a command into one line on stderr and an exit code. */
final class FailureHandler {
  /** As many as one takes in at a glance. */
  private static final int SHOWN_PROBLEMS = 5;

  private final boolean debug;

  /**
   * A handler.
   *
   * @param debug whether stack traces are wanted
   */
  FailureHandler(boolean debug) {
    this.debug = debug;
  }

  /** Prints what is wrong with the command line of {@code command}. */
  int report(UsageException wrong, String command, PrintWriter err) {
    err.println("baya: " + oneLine(wrong));
    err.println("See '" + command + " --help'.");
    if (debug) {
      wrong.printStackTrace(err);
    }
    err.flush();
    return ExitCode.USAGE;
  }

  /** Prints {@code failure} to {@code err} and returns the exit code that belongs to it. */
  int report(Throwable failure, PrintWriter err) {
    if (failure instanceof InvalidInputException wrong) {
      printFirst(wrong.problems(), err);
    } else {
      err.println("baya: " + describe(failure));
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return failure instanceof InvalidInputException ? ExitCode.INPUT : ExitCode.FAILED;
  }

  private static void printFirst(List<String> problems, PrintWriter err) {
    problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> err.println("baya: " + problem));
    int more = problems.size() - SHOWN_PROBLEMS;
    if (more > 0) {
      err.println("baya: and " + more + " more; 'baya plan FILE' shows all");
    }
  }

  private String describe(Throwable failure) {
    if (failure instanceof SimulationException) {
      return oneLine(failure);
    }
    if (failure instanceof OutOfMemoryError) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      return "out of memory: "
          + oneLine(failure)
          + (" (the heap may grow to "
              + mebibytes
              + " MiB; 'baya plan FILE' tells what a run needs,")
          + " BAYA_OPTS=-Xmx8g allows 8 GiB)";
    }
    String hint = debug ? "" : " (--debug shows where)";
    return "unexpected " + failure.getClass().getSimpleName() + ": " + oneLine(failure) + hint;
  }

  /** The message without line breaks. */
  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return "no message";
    }
    return Arrays.stream(message.split("\\R", -1))
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }
}
