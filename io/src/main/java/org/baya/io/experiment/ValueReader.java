package org.baya.io.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.expression.Expression;
import org.baya.io.yaml.YamlValue;
import org.baya.network.Value;

/**
 * Reads what a parameter is set to: a number, a flag, a list of numbers, a formula, or data from a
 * file.
 */
final class ValueReader {
  /** Flags of YAML 1.1, which many people still write; in YAML 1.2 they are mere words. */
  private static final Set<String> OLD_FLAGS = Set.of("yes", "no", "on", "off", "y", "n");

  private final ColumnReader columns;

  ValueReader(ColumnReader columns) {
    this.columns = columns;
  }

  /** The value of {@code field}, or nothing and a problem. */
  Optional<Value> value(Field field) {
    return switch (field.value()) {
      case YamlValue.Items items -> field.numbers().map(Value::of);
      case YamlValue.Mapping mapping -> columns.column(field, Optional.empty()).map(Value::of);
      case YamlValue.Scalar scalar -> scalar(field, scalar);
    };
  }

  /** The values of {@code fields} by their keys. */
  Map<String, Value> values(Map<String, Field> fields) {
    Map<String, Value> values = new LinkedHashMap<>();
    fields.forEach((key, field) -> value(field).ifPresent(value -> values.put(key, value)));
    return values;
  }

  private Optional<Value> scalar(Field field, YamlValue.Scalar scalar) {
    if (scalar.isNothing()) {
      field.problem("has no value");
      return Optional.empty();
    }
    if (field.isNumber()) {
      return field.number().stream().mapToObj(Value::of).findFirst();
    }
    if (scalar.plain()) {
      OptionalDouble special = YamlNumbers.special(scalar.text());
      if (special.isPresent()) {
        return Optional.of(Value.of(special.getAsDouble()));
      }
      String word = scalar.text().toLowerCase(Locale.ROOT);
      if (word.equals("true") || word.equals("false")) {
        return Optional.of(Value.of(word.equals("true") ? 1.0 : 0.0));
      }
      if (OLD_FLAGS.contains(word)) {
        field.problem("is " + scalar.describe() + "; write true or false");
        return Optional.empty();
      }
    }
    return formula(field).map(Value::formula);
  }

  /** A formula whose syntax is right. */
  Optional<String> formula(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return text;
    }
    String place = field.keyPlace() + ": " + field.path();
    try {
      Expression.parse(text.get(), place);
      return text;
    } catch (InvalidInputException e) {
      field.problem(e.getMessage().substring(place.length() + 2));
      return Optional.empty();
    }
  }
}
