package org.baya.io.sonata;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers by name from a JSON file of {@code dynamics_params}; flags are 0 and 1. */
final class ParameterFile {
  private ParameterFile() {}

  /** All parameters of an object whose values are numbers, flags or lists of numbers. */
  static Map<String, double[]> parameters(JsonValue root) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    root.entries().forEach((name, value) -> parameters.put(name, numbers(value)));
    return parameters;
  }

  private static double[] numbers(JsonValue value) {
    return value.isFlag() ? new double[] {value.flag() ? 1 : 0} : value.numbers();
  }
}
