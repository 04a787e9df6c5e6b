package org.baya.io.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.Expression;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlValue;

/**
 * Numbers that an experiment names once and uses in many places: {@code constants: {scale: 0.1}},
 * then {@code size: 'round(20683 * ${scale})'}. A constant may use those above it. A text with a
 * constant that is a formula without other names becomes a number, so it may stand where only a
 * number is allowed.
 */
final class Constants {
  /** The section. */
  static final String KEY = "constants";

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final double EXACT = 1L << 53;

  private final Map<String, Double> values = new LinkedHashMap<>();

  private Constants() {}

  /**
   * The tree without its constants: every {@code ${name}} is replaced.
   *
   * @throws InvalidInputException if a constant is no number or a name is unknown
   */
  static YamlValue apply(YamlValue root) {
    if (!(root instanceof YamlValue.Mapping mapping)) {
      return root;
    }
    Constants constants = new Constants();
    Map<String, YamlValue.Entry> rest = new LinkedHashMap<>(mapping.entries());
    Optional.ofNullable(rest.remove(KEY)).ifPresent(constants::define);
    return constants.replaced(new YamlValue.Mapping(mapping.place(), rest));
  }

  /** Names of the constants that a tree defines. */
  static Set<String> names(YamlValue root) {
    return root instanceof YamlValue.Mapping mapping
            && mapping.entries().containsKey(KEY)
            && Objects.requireNonNull(mapping.entries().get(KEY)).value()
                instanceof YamlValue.Mapping section
        ? section.entries().keySet()
        : Set.of();
  }

  private void define(YamlValue.Entry section) {
    if (!(section.value() instanceof YamlValue.Mapping mapping)) {
      throw new InvalidInputException(
          section.keyPlace() + ": " + KEY,
          "is " + section.value().describe() + "; allowed is a mapping (name: number)");
    }
    mapping.entries().forEach(this::define);
  }

  private void define(String name, YamlValue.Entry entry) {
    String place = entry.keyPlace() + ": " + KEY + "." + name;
    if (!NAME.matcher(name).matches()) {
      throw new InvalidInputException(
          place, "is no name; allowed are letters, digits and '_', a letter first");
    }
    if (replaced(entry.value()) instanceof YamlValue.Scalar scalar && !scalar.isNothing()) {
      Expression expression = Expression.parse(scalar.text(), place);
      if (expression.isConstant() && Double.isFinite(expression.constant())) {
        values.put(name, expression.constant());
        return;
      }
    }
    throw new InvalidInputException(
        place,
        "is " + entry.value().describe() + "; allowed is a number, or a formula of constants");
  }

  private YamlValue replaced(YamlValue value) {
    return switch (value) {
      case YamlValue.Scalar scalar -> scalar.text().contains("${") ? replaced(scalar) : scalar;
      case YamlValue.Items items ->
          new YamlValue.Items(items.place(), items.values().stream().map(this::replaced).toList());
      case YamlValue.Mapping mapping -> {
        Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, entry) ->
                entries.put(key, new YamlValue.Entry(entry.keyPlace(), replaced(entry.value()))));
        yield new YamlValue.Mapping(mapping.place(), entries);
      }
    };
  }

  private YamlValue replaced(YamlValue.Scalar scalar) {
    Matcher references = REFERENCE.matcher(scalar.text());
    String text =
        references.replaceAll(match -> {
          String number = text(value(match.group(1).strip(), scalar.place()));
          return number.startsWith("-") ? "(" + number + ")" : number;
        });
    try {
      Expression expression = Expression.parse(text, "constants");
      if (expression.isConstant() && Double.isFinite(expression.constant())) {
        return new YamlValue.Scalar(scalar.place(), text(expression.constant()), true);
      }
    } catch (InvalidInputException e) {
      // No formula, or a wrong one: whoever reads the value says what is wrong with it.
    }
    return new YamlValue.Scalar(scalar.place(), text, scalar.plain());
  }

  private double value(String name, Place place) {
    Double value = values.get(name);
    if (value == null) {
      throw new InvalidInputException(
          place.toString(),
          "unknown constant '"
              + name
              + "'; "
              + (values.isEmpty()
                  ? "there is no section '" + KEY + "' above it"
                  : Names.hint(name, values.keySet())));
    }
    return value;
  }

  /** A number as YAML: whole ones without a point. */
  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
