package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.baya.error.Names;

/** The one list of commands, and how one of them is found and run. */
final class Commands {
  /**
   * A command.
   *
   * @param name a word, or two
   */
  private record Entry(String name, Function<Arguments, Command> maker) {
    private List<String> words() {
      return List.of(name.split(" ", -1));
    }

    private String firstWord() {
      return words().getFirst();
    }
  }

  /** In the order of {@code baya --help}. */
  private static final List<Entry> ALL =
      List.of(
          new Entry("demo", DemoCommand::new),
          new Entry("run", RunCommand::new),
          new Entry("plan", PlanCommand::new),
          new Entry("connections", ConnectionsCommand::new),
          new Entry("convert", ConvertCommand::new),
          new Entry("export nest", ExportNestCommand::new),
          new Entry("recover", RecoverCommand::new),
          new Entry("analyze", AnalyzeCommand::new),
          new Entry("verify", VerifyCommand::new),
          new Entry("models", ModelsCommand::new),
          new Entry("generate v1", GenerateV1Command::new),
          new Entry("bench", BenchCommand::new));

  private final Console console;
  private final FailureHandler failures;

  Commands(Console console, FailureHandler failures) {
    this.console = console;
    this.failures = failures;
  }

  /** Runs the command that the command line names and returns its {@link ExitCode}. */
  int run() {
    List<String> words = console.words();
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at++;
    }
    List<String> named = words.subList(at, words.size());
    List<String> rest = new ArrayList<>(words.subList(0, at));
    Optional<Entry> entry = find(named);
    if (entry.isEmpty()) {
      return runNone(rest, named);
    }
    rest.addAll(named.subList(entry.get().words().size(), named.size()));
    return run(entry.get(), rest);
  }

  private static Optional<Entry> find(List<String> named) {
    for (Entry entry : ALL) {
      List<String> words = entry.words();
      if (words.size() <= named.size() && named.subList(0, words.size()).equals(words)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private int run(Entry entry, List<String> rest) {
    String name = "baya " + entry.name;
    try {
      Arguments arguments = new Arguments();
      Command command = entry.maker.apply(arguments);
      arguments.parse(rest);
      if (arguments.isHelpWanted()) {
        return print(arguments.usage(name));
      }
      if (arguments.isVersionWanted()) {
        return print(Version.lines());
      }
      arguments.check();
      return command.run(console);
    } catch (UsageException e) {
      return failures.report(e, name, console.err());
    }
  }

  /** No command was named, or one that is not there, or only the first of two words. */
  private int runNone(List<String> options, List<String> named) {
    try {
      Arguments program = new Arguments();
      program.describe("Builds and simulates networks of spiking neurons.");
      String first = named.isEmpty() ? "" : named.getFirst();
      List<Entry> group = ALL.stream().filter(e -> e.firstWord().equals(first)).toList();
      List<String> words = new ArrayList<>(options);
      if (!group.isEmpty()) {
        named.stream().skip(1).filter(word -> word.startsWith("-")).forEach(words::add);
      }
      program.parse(words);
      if (program.isVersionWanted()) {
        return print(Version.lines());
      }
      if (program.isHelpWanted()) {
        return print(overview(program, group.isEmpty() ? ALL : group));
      }
      throw new UsageException(unknown(named, group));
    } catch (UsageException e) {
      return failures.report(e, "baya", console.err());
    }
  }

  private static String unknown(List<String> named, List<Entry> group) {
    if (named.isEmpty()) {
      return "which command?";
    }
    boolean grouped = !group.isEmpty();
    List<String> known =
        (grouped ? group : ALL)
            .stream().map(e -> grouped ? e.words().getLast() : e.firstWord()).toList();
    if (grouped && named.size() == 1) {
      return named.getFirst() + " what? known: " + String.join(", ", known);
    }
    String word = named.get(grouped ? 1 : 0);
    return "no command '" + word + "'; " + Names.hint(word, known);
  }

  private static List<String> overview(Arguments program, List<Entry> entries) {
    List<String> lines = program.usage("baya COMMAND");
    HelpTable table = new HelpTable();
    for (Entry entry : entries) {
      Arguments arguments = new Arguments();
      Command _ = entry.maker.apply(arguments);
      table.add(entry.name, arguments.summary());
    }
    lines.add("Commands ('baya COMMAND --help' tells more):");
    lines.addAll(table.lines());
    return lines;
  }

  private int print(List<String> lines) {
    PrintWriter out = console.out();
    lines.forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }
}
