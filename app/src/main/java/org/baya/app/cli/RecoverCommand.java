package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.baya.app.run.Recovery;

/** {@code baya recover DIR}: finishes the files of a run that was killed. */
final class RecoverCommand implements Command {
  private final Argument<Path> results;

  RecoverCommand(Arguments arguments) {
    arguments.describe(
        "Writes the spikes and reports of a run that was killed, up to a second before its end.");
    results = arguments.operand("DIR", Kind.PATH, 1, 1, "Output directory of the run.");
  }

  @Override
  public int run(Console console) {
    Path directory = results.required();
    Recovery.Result result = Recovery.recover(directory);
    PrintWriter out = console.out();
    out.println(
        directory
            + ": "
            + Units.count(result.spikes())
            + " spikes"
            + ", the last recording at "
            + Units.plain(result.lastMs())
            + " ms: "
            + String.join(" ", result.files()));
    out.flush();
    return ExitCode.DONE;
  }
}
