package org.baya.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code baya export SIMULATOR}: writes a network for another simulator. */
@Command(
    description = "Writes a network for another simulator.",
    subcommands = ExportNestCommand.class,
    synopsisSubcommandLabel = "SIMULATOR",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "for which simulator? known: nest");
  }
}
