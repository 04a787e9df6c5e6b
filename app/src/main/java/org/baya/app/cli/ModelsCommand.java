package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.List;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** {@code baya models [NAME]}: what there is, or the manual page of one. */
final class ModelsCommand implements Command {
  private final Argument<String> name;
  private final Flag json;

  ModelsCommand(Arguments arguments) {
    arguments.describe(
        "Lists neurons, synapses, stimulators, recorders and connection rules, or prints the manual"
            + " page of one.");
    name = arguments.operand("NAME", Kind.TEXT, 0, 1, "One of them.");
    json = arguments.flag("--json", "Print JSON to stdout instead of text.");
  }

  @Override
  public int run(Console console) {
    PrintWriter out = console.out();
    List<ModelEntry> entries = ModelEntry.all(Catalog.standard());
    if (name.value().isPresent()) {
      ModelEntry entry = find(entries, name.required());
      if (json.isGiven()) {
        out.println(ModelJson.page(entry));
      } else {
        ManualPage.lines(entry.model()).forEach(out::println);
      }
    } else if (json.isGiven()) {
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
