package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;

/**
 * The types of edges: the synapse model of each and the numbers that its edges share, from the
 * columns of the table and from the files of {@code dynamics_params}.
 */
final class EdgeTypes {
  private static final String DEFAULT_MODEL = "static_synapse";
  private static final String SCHEMA = "nest:";

  /** BMTK's names for {@code nsyns * syn_weight}; others are Python functions of the user. */
  private static final Set<String> PLAIN_WEIGHTS =
      Set.of("default_weight_fnc", "set_syn_weight", "wmax");

  private final TypesTable table;
  private final List<String> models = new ArrayList<>();
  private final List<Map<String, double[]>> parameters = new ArrayList<>();

  /**
   * The types of {@code table}.
   *
   * @param directory of the parameter files
   */
  EdgeTypes(TypesTable table, Optional<Path> directory) {
    this.table = table;
    Map<String, Map<String, double[]>> files = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      int at = row;
      models.add(table.text(row, "model_template").map(EdgeTypes::model).orElse(DEFAULT_MODEL));
      parameters.add(
          table
              .text(row, "dynamics_params")
              .map(name -> files.computeIfAbsent(name, wanted -> read(wanted, directory, at)))
              .orElse(Map.of()));
      table.text(row, "weight_function").ifPresent(name -> requirePlain(name, at));
    }
  }

  private static String model(String template) {
    return template.startsWith(SCHEMA) ? template.substring(SCHEMA.length()) : template;
  }

  private Map<String, double[]> read(String name, Optional<Path> directory, int row) {
    return ParameterFile.parameters(
        ParameterDirectory.read(name, directory, table.place(row, "dynamics_params")));
  }

  private void requirePlain(String function, int row) {
    if (!PLAIN_WEIGHTS.contains(function)) {
      throw new InvalidInputException(
          table.place(row, "weight_function"),
          "is '"
              + function
              + "', a Python function; allowed are "
              + String.join(", ", new TreeSet<>(PLAIN_WEIGHTS))
              + ". Let BMTK write the weights into the edges file as syn_weight");
    }
  }

  /** The table. */
  TypesTable table() {
    return table;
  }

  /** The synapse models that occur, at least one. */
  List<String> models() {
    return models.isEmpty() ? List.of(DEFAULT_MODEL) : models.stream().distinct().toList();
  }

  /** The synapse model of the type in {@code row}. */
  String model(int row) {
    return models.get(row);
  }

  /** Names of the numbers in parameter files. */
  Set<String> parameterNames() {
    Set<String> names = new TreeSet<>();
    parameters.forEach(all -> names.addAll(all.keySet()));
    return names;
  }

  /** Whether any type has a number of this name. */
  boolean has(String name) {
    return Arrays.stream(values(name, Double.NaN)).anyMatch(value -> !Double.isNaN(value));
  }

  /** The number of every type, {@code otherwise} where the type has none. */
  double[] values(String name, double otherwise) {
    double[] values = new double[table.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value(row, name).orElse(otherwise);
    }
    return values;
  }

  private OptionalDouble value(int row, String name) {
    double[] parameter = parameters.get(row).get(name);
    if (parameter == null) {
      return table.number(row, name);
    }
    if (parameter.length != 1) {
      throw new InvalidInputException(
          table.place(row, "dynamics_params"),
          "'" + name + "' has " + parameter.length + " numbers; allowed is one");
    }
    return OptionalDouble.of(parameter[0]);
  }
}
