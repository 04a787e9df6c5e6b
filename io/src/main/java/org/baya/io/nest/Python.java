package org.baya.io.nest;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Values as Python writes them. */
final class Python {
  private Python() {}

  /** A text in quotes. */
  static String text(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A tuple of texts. */
  static String texts(List<String> values) {
    StringJoiner all = new StringJoiner(", ", "(", values.size() == 1 ? ",)" : ")");
    values.forEach(value -> all.add(text(value)));
    return all.toString();
  }

  /** A number of the kind that NEST wants for the parameter. */
  static String number(double value, NestValue.Kind kind) {
    return switch (kind) {
      case REAL -> Double.toString(value);
      case WHOLE -> Long.toString((long) value);
      case FLAG -> value != 0 ? "True" : "False";
    };
  }

  /** A list of numbers. */
  static String list(double[] values, NestValue.Kind kind) {
    StringJoiner all = new StringJoiner(", ", "[", "]");
    for (double value : values) {
      all.add(number(value, kind));
    }
    return all.toString();
  }

  /** A dictionary from names to values that are Python already. */
  static String dictionary(Map<String, String> entries) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    entries.forEach((name, value) -> all.add(text(name) + ": " + value));
    return all.toString();
  }
}
