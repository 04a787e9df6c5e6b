package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.baya.app.run.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya recover DIR}: finishes the files of a run that was killed. */
@Command(
    description = {
      "Writes the spikes and reports of a run that was killed, up to a second before its end.",
      "DIR is the output directory of the run."
    },
    mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "Output directory of the run.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    Recovery.Result result = Recovery.recover(directory);
    PrintWriter out = spec.commandLine().getOut();
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
