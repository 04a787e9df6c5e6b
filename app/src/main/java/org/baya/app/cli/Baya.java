package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** The program: its commands are those that {@link Commands} lists. */
public final class Baya {
  private Baya() {}

  /** Runs the command that {@code args} name and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, encoding("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, encoding("stderr.encoding"));
    System.exit(run(args, out, err));
  }

  /** Runs the command that {@code args} name and returns its {@link ExitCode}. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    List<String> words = List.of(args);
    FailureHandler failures = new FailureHandler(words.contains("--debug"));
    try {
      return new Commands(new Console(out, err, words), failures).run();
    } catch (RuntimeException | OutOfMemoryError e) {
      return failures.report(e, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static Charset encoding(String property) {
    return Charset.forName(System.getProperty(property, Charset.defaultCharset().name()));
  }
}
