package org.baya.io.experiment;

import java.util.OptionalDouble;

/** The numbers that are written as words. */
final class YamlNumbers {
  private YamlNumbers() {}

  /**
   * The value of YAML's words for what is not finite: {@code .inf}, {@code -.inf}, {@code .nan}.
   */
  static OptionalDouble special(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      case ".nan", ".NaN", ".NAN" -> OptionalDouble.of(Double.NaN);
      default -> OptionalDouble.empty();
    };
  }

  /** Whether it is infinity, in YAML's words or in that of formulas. */
  static boolean isInfinity(String text) {
    return text.equals("inf") || special(text).orElse(0) == Double.POSITIVE_INFINITY;
  }
}
