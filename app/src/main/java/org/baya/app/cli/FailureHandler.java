package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into one line on stderr and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /** As many as one takes in at a glance. */
  private static final int SHOWN_PROBLEMS = 5;

  private final Baya options;

  /** Handles the failures of commands that belong to {@code options}. */
  FailureHandler(Baya options) {
    this.options = options;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return report(e, command.getErr());
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("baya: " + oneLine(e));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
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
    if (options.debug) {
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
    String hint = options.debug ? "" : " (--debug shows where)";
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
