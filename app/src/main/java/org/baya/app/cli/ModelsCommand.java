package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya models [NAME]}: what there is, or the manual page of one. */
@Command(
    description =
        "Lists neurons, synapses, stimulators, recorders and connection rules, or prints the manual page of one.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "One of them.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "Print JSON to stdout instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<ModelEntry> entries = ModelEntry.all(Catalog.standard());
    if (name.isPresent()) {
      ModelEntry entry = find(entries, name.get());
      if (json) {
        out.println(ModelJson.page(entry));
      } else {
        ManualPage.lines(entry.model()).forEach(out::println);
      }
    } else if (json) {
      out.println(ModelJson.list(entries));
    } else {
      list(out, entries);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static ModelEntry find(List<ModelEntry> entries, String name) {
    return entries.stream()
        .filter(entry -> entry.model().name().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = entries.stream().map(entry -> entry.model().name()).toList();
          return new InvalidInputException(
              "no model or rule '" + name + "'; " + Names.hint(name, names));
        });
  }

  private static void list(PrintWriter out, List<ModelEntry> entries) {
    for (ModelEntry.Family family : ModelEntry.Family.values()) {
      List<ModelEntry> members = entries.stream().filter(e -> e.family() == family).toList();
      if (!members.isEmpty()) {
        out.println(family.title());
        print(out, members);
        out.println();
      }
    }
    out.println("'baya models NAME' prints the manual page of one.");
  }

  private static void print(PrintWriter out, List<ModelEntry> entries) {
    int column = entries.stream().mapToInt(e -> e.model().name().length()).max().orElse(0) + 4;
    for (ModelEntry entry : entries) {
      String left = "  " + entry.model().name();
      String receptors = entry.receptors().isEmpty() ? "" : "; receptors " + entry.receptors();
      String text = entry.model().summary() + receptors;
      for (String line : CommentText.wrap(text, ManualPage.WIDTH - column)) {
        out.println(left + " ".repeat(column - left.length()) + line);
        left = "";
      }
    }
  }
}
