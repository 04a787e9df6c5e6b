package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: its commands are those that {@link Commands} lists. */
@Command(
    name = "baya",
    description = "Builds and simulates networks of spiking neurons.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
public final class Baya implements Runnable {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command that {@code args} name and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    Thread vectorModule = Thread.ofPlatform().daemon().start(VectorModule::load);
    PrintWriter out = new PrintWriter(System.out, true, encoding("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, encoding("stderr.encoding"));
    System.exit(run(args, out, err, vectorModule));
  }

  /**
   * Runs the command that {@code args} name and returns its {@link ExitCode}.
   *
   * @param ready ends when commands may run; the command line is parsed meanwhile
   */
  static int run(String[] args, PrintWriter out, PrintWriter err, Thread ready) {
    Baya baya = new Baya();
    FailureHandler failures = new FailureHandler(baya);
    CommandLine command = new CommandLine(baya);
    Commands.add(command, args);
    command
        .setOut(out)
        .setErr(err)
        .setExecutionStrategy(parsed -> {
          join(ready, parsed);
          return new RunLast().execute(parsed);
        })
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      return failures.report(e, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  private static void join(Thread ready, ParseResult parsed) {
    try {
      ready.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(parsed.commandSpec().commandLine(), "interrupted", e);
    }
  }

  private static Charset encoding(String property) {
    return Charset.forName(System.getProperty(property, Charset.defaultCharset().name()));
  }
}
