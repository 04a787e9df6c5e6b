package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.Parameter;

/**
 * What a type of nodes is: a model of the catalogue with parameters, or virtual.
 *
 * @param model a name of the catalogue; that of the stimulator for virtual nodes
 * @param parameters by NEST's names
 * @param isVirtual whether the nodes only send the spikes that inputs give them
 * @param place where it is described
 */
record CellModel(String model, Map<String, double[]> parameters, boolean isVirtual, String place) {
  /** What virtual nodes become. */
  static final String VIRTUAL = "spike_generator";

  private static final List<String> POINT_TYPES =
      List.of("point_neuron", "point_process", "point_soma", "single_compartment");
  private static final String SCHEMA = "nest:";

  CellModel {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** What the types table or the nodes file says of a type, as texts. */
  record Description(
      Optional<String> type, Optional<String> template, Optional<String> parameterFile) {}

  /**
   * Looks up model and parameters.
   *
   * @param directory of the parameter files
   * @param place where the description stands, for messages
   */
  static CellModel of(Description said, Optional<Path> directory, Catalog catalog, String place) {
    if (said.type().filter("virtual"::equals).isPresent()) {
      return new CellModel(VIRTUAL, Map.of(), true, place);
    }
    said.type()
        .filter(type -> !POINT_TYPES.contains(type))
        .ifPresent(type -> {
          throw new InvalidInputException(
              place + ": model_type",
              "is '" + type + "'; allowed are virtual, " + String.join(", ", POINT_TYPES));
        });
    String template =
        said.template()
            .orElseThrow(() ->
                new InvalidInputException(
                    place,
                    "has no model_template; a point neuron needs one, such as nest:glif_psc"));
    int colon = template.indexOf(':');
    if (colon >= 0 && !template.startsWith(SCHEMA)) {
      throw new InvalidInputException(
          place + ": model_template", "is '" + template + "'; allowed is nest:MODEL");
    }
    String name = template.substring(colon + 1).strip();
    boolean glif = GlifConversion.serves(name);
    Model model = catalog.model(glif ? "glif_psc" : name, place + ": model_template");
    Map<String, double[]> parameters =
        said.parameterFile()
            .map(file -> read(file, directory, name, model, place))
            .orElse(Map.of());
    return new CellModel(model.name(), parameters, false, place);
  }

  private static Map<String, double[]> read(
      String name, Optional<Path> directory, String template, Model model, String place) {
    JsonValue root = ParameterDirectory.read(name, directory, place + ": dynamics_params");
    Map<String, double[]> parameters =
        GlifConversion.serves(template)
            ? GlifConversion.parameters(template, root)
            : ParameterFile.parameters(root);
    parameters.forEach(
        (key, values) -> check(key, values, model, root.find(key).orElse(root).where()));
    return parameters;
  }

  /**
   * Fails unless the model has the parameter and allows the values.
   *
   * @param place where they stand
   */
  static void check(String name, double[] values, Model model, String place) {
    List<String> names = model.parameters().stream().map(Parameter::name).toList();
    Parameter parameter =
        model.parameters().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInputException(
                    place,
                    "model "
                        + model.name()
                        + " has no parameter '"
                        + name
                        + "'; "
                        + Names.hint(name, names)));
    if (!parameter.isVector() && values.length != 1) {
      throw new InvalidInputException(
          place, "has " + values.length + " numbers; " + name + " is a single number");
    }
    for (double value : values) {
      if (!parameter.range().contains(value)) {
        throw new InvalidInputException(
            place, name + " is " + value + "; allowed is " + parameter.range());
      }
    }
  }
}
