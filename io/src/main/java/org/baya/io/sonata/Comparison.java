package org.baya.io.sonata;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** One condition of a node set that is more than equality: {@code {"x": {"$gt": 10}}}. */
interface Comparison {

  /** Whether it is true for the node in {@code row}. */
  boolean holds(NodeAttribute attribute, int row);

  /** The condition that {@code operator} and its value make. */
  static Comparison of(String operator, JsonValue value) {
    return switch (operator) {
      case "$gt" -> number(value, (a, b) -> a > b);
      case "$gte" -> number(value, (a, b) -> a >= b);
      case "$lt" -> number(value, (a, b) -> a < b);
      case "$lte" -> number(value, (a, b) -> a <= b);
      case "$regex" -> {
        Pattern pattern = pattern(value);
        yield (attribute, row) ->
            attribute.text(row).filter(text -> pattern.matcher(text).matches()).isPresent();
      }
      default ->
          throw value.wrong(
              "unknown comparison; "
                  + Names.hint(operator, List.of("$gt", "$gte", "$lt", "$lte", "$regex")));
    };
  }

  private static Comparison number(JsonValue value, NumberTest test) {
    double bound = value.number();
    return (attribute, row) -> test.holds(attribute.number(row), bound);
  }

  private static Pattern pattern(JsonValue value) {
    try {
      return Pattern.compile(value.text());
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          value.where(), "is no regular expression: " + e.getDescription(), e);
    }
  }

  /** Compares two numbers. */
  interface NumberTest {
    boolean holds(double a, double b);
  }
}
