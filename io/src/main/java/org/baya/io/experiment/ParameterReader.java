package org.baya.io.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.baya.connect.ConnectionRule;
import org.baya.connect.ConnectionRule.Over;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.network.Value;

/**
 * Reads parameters of a model or a rule: names, shapes and ranges are checked where they are
 * written.
 */
final class ParameterReader {
  /** Options that may be a list, one number per node. */
  private static final Set<Over> PER_NODE = Set.of(Over.SOURCE, Over.TARGET);

  private final ValueReader values;

  ParameterReader(ValueReader values) {
    this.values = values;
  }

  /**
   * The values of {@code fields} by parameter name.
   *
   * @param owner whose parameters they are, a model or a rule; an unknown one takes any name
   * @param alsoLegal other keys that may stand there, for hints
   */
  Map<String, Value> parameters(
      Map<String, Field> fields, Optional<? extends Model> owner, Set<String> alsoLegal) {
    return read(fields, owner, alsoLegal, Parameter::isVector);
  }

  /** The options of a rule; those that may differ from node to node may be lists. */
  Map<String, Value> options(
      Map<String, Field> fields, Optional<ConnectionRule> rule, Set<String> alsoLegal) {
    return read(
        fields,
        rule,
        alsoLegal,
        option -> rule.map(r -> r.over(option)).filter(PER_NODE::contains).isPresent());
  }

  private Map<String, Value> read(
      Map<String, Field> fields,
      Optional<? extends Model> owner,
      Set<String> alsoLegal,
      Predicate<Parameter> mayBeList) {
    if (owner.isEmpty()) {
      return values.values(fields);
    }
    Map<String, Parameter> known = new HashMap<>();
    owner.get().allParameters().forEach(parameter -> known.put(parameter.name(), parameter));
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Field field : fields.values()) {
      Parameter parameter = known.get(field.key());
      if (parameter == null) {
        Set<String> legal = new HashSet<>(known.keySet());
        legal.addAll(alsoLegal);
        String kind = alsoLegal.isEmpty() ? "parameter" : "key or parameter";
        field.unknown(kind + " of " + owner.get().name(), Names.hint(field.key(), legal));
      } else {
        values
            .value(field)
            .ifPresent(value -> {
              check(field, parameter, value, mayBeList.test(parameter));
              parameters.put(field.key(), value);
            });
      }
    }
    return parameters;
  }

  private static void check(Field field, Parameter parameter, Value value, boolean mayBeList) {
    switch (value) {
      case Value.Scalar scalar -> checkRange(field, parameter, scalar.value());
      case Value.Vector vector when !mayBeList ->
          field.problem("is a list of numbers; allowed is one number");
      case Value.Vector vector -> {
        for (double element : vector.values()) {
          checkRange(field, parameter, element);
        }
      }
      case Value.Formula formula -> {}
      case Value.Data data -> {}
    }
  }

  private static void checkRange(Field field, Parameter parameter, double value) {
    if (parameter.kind() == Parameter.Kind.FLAG && value != 0 && value != 1) {
      field.problem("is " + value + "; allowed is true or false");
    } else if (!parameter.range().contains(value)) {
      String unit = parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")";
      field.problem("is " + value + "; allowed is " + parameter.range() + unit);
    }
  }
}
