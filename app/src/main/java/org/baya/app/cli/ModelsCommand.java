package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya models [NAME]}: what there is, or the manual page of one. */
@Command(
    name = "models",
    description =
        "Lists neuron models, stimulators and connection rules, or prints the manual page of one.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "A model or rule.")
  private Optional<String> name = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Catalog catalog = Catalog.standard();
    if (name.isPresent()) {
      ManualPage.lines(find(catalog, name.get())).forEach(out::println);
      return ExitCode.DONE;
    }
    print(out, "Neurons", catalog.models().stream().filter(NeuronModel.class::isInstance).toList());
    print(
        out,
        "Stimulators",
        catalog.models().stream().filter(model -> !(model instanceof NeuronModel)).toList());
    print(out, "Connection rules", catalog.rules());
    out.println("'baya models NAME' prints the manual page of one.");
    return ExitCode.DONE;
  }

  private static Model find(Catalog catalog, String name) {
    TreeMap<String, Model> all = new TreeMap<>();
    catalog.models().forEach(model -> all.put(model.name(), model));
    catalog.rules().forEach(rule -> all.put(rule.name(), rule));
    return Optional.ofNullable(all.get(name))
        .orElseThrow(() ->
            new InvalidInputException(
                "no model or rule '" + name + "'; " + Names.hint(name, all.keySet())));
  }

  private static void print(PrintWriter out, String title, List<? extends Model> models) {
    out.println(title);
    int column = models.stream().mapToInt(model -> model.name().length()).max().orElse(0) + 4;
    for (Model model : models) {
      String name = "  " + model.name();
      for (String line : CommentText.wrap(model.summary(), ManualPage.WIDTH - column)) {
        out.println(name + " ".repeat(column - name.length()) + line);
        name = "";
      }
    }
    out.println();
  }
}
