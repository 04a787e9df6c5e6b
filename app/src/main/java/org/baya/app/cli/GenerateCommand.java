package org.baya.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code baya generate NETWORK}: makes the files of a published network. */
@Command(
    description = "Makes the files of a published network.",
    subcommands = GenerateV1Command.class,
    synopsisSubcommandLabel = "NETWORK",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which network? known: v1");
  }
}
