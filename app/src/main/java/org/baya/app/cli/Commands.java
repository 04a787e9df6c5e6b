package org.baya.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/**
 * The one list of commands. Only the command that is named is described to picocli, which reads
 * annotations for a third of the time that a small run takes; all of them where help or a
 * suggestion may be wanted.
 */
final class Commands {
  /** In the order of {@code baya --help}. */
  private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("demo", DemoCommand.class);
    BY_NAME.put("run", RunCommand.class);
    BY_NAME.put("plan", PlanCommand.class);
    BY_NAME.put("connections", ConnectionsCommand.class);
    BY_NAME.put("convert", ConvertCommand.class);
    BY_NAME.put("export", ExportCommand.class);
    BY_NAME.put("recover", RecoverCommand.class);
    BY_NAME.put("verify", VerifyCommand.class);
    BY_NAME.put("models", ModelsCommand.class);
    BY_NAME.put("generate", GenerateCommand.class);
    BY_NAME.put("bench", BenchCommand.class);
  }

  private Commands() {}

  /** Adds to {@code program} what it needs to understand {@code args}. */
  static void add(CommandLine program, String[] args) {
    for (String word : args) {
      Class<?> command = BY_NAME.get(word);
      if (command != null) {
        program.addSubcommand(word, command);
        return;
      }
      if (!word.startsWith("-")) {
        break;
      }
    }
    BY_NAME.forEach(program::addSubcommand);
  }
}
