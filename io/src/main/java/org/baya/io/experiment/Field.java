package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlValue;

/**
 * One value of an experiment with its key. The conversions report what does not fit and then return
 * nothing.
 *
 * @param key the last key
 * @param path all keys from the root, joined with dots
 * @param keyPlace where the key stands
 */
record Field(String key, String path, Place keyPlace, YamlValue value, Problems problems) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  /** Reports an error of this value. */
  void problem(String message) {
    problems.add(keyPlace, path, message);
  }

  /** Reports that this key is not a legal one. */
  void unknown(String hint) {
    unknown("key", hint);
  }

  /** Reports that this key is no {@code kind} of name that may stand here. */
  void unknown(String kind, String hint) {
    boolean torn = key.contains("(") || key.contains(")");
    problem(
        "unknown "
            + kind
            + "; "
            + (torn ? "a formula with a comma needs quotes inside { }" : hint));
  }

  /** A text that is not empty. */
  Optional<String> text() {
    if (value instanceof YamlValue.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    return mismatch("a text");
  }

  /** Whether the value is a single text, number or flag. */
  boolean isScalar() {
    return value instanceof YamlValue.Scalar;
  }

  /** Whether the value is a list. */
  boolean isList() {
    return value instanceof YamlValue.Items;
  }

  /** Whether the value is the unquoted word {@code false}. */
  boolean isFalse() {
    return value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && scalar.text().equals("false");
  }

  /** Whether the value is an unquoted number. */
  boolean isNumber() {
    return value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && NUMBER.matcher(scalar.text()).matches();
  }

  /** Whether the value is the unquoted word for infinity. */
  boolean isInfinity() {
    return value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && YamlNumbers.isInfinity(scalar.text());
  }

  /** A finite number. */
  OptionalDouble number() {
    if (isNumber() && value instanceof YamlValue.Scalar scalar) {
      double number = Double.parseDouble(scalar.text());
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    }
    mismatch("a finite number");
    return OptionalDouble.empty();
  }

  /** A whole number of at least {@code least}. */
  OptionalLong whole(long least) {
    if (value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && scalar.text().matches("[-+]?\\d{1,19}")) {
      try {
        long number = Long.parseLong(scalar.text());
        if (number >= least) {
          return OptionalLong.of(number);
        }
      } catch (NumberFormatException e) {
        mismatch("a whole number below 2^63");
        return OptionalLong.empty();
      }
    }
    mismatch(least == Long.MIN_VALUE ? "a whole number" : "a whole number, at least " + least);
    return OptionalLong.empty();
  }

  /** The values of a list. */
  Optional<List<Field>> items() {
    if (value instanceof YamlValue.Items items) {
      List<Field> fields = new ArrayList<>();
      for (YamlValue item : items.values()) {
        fields.add(new Field(key, path + "[" + fields.size() + "]", item.place(), item, problems));
      }
      return Optional.of(fields);
    }
    return mismatch("a list");
  }

  /** The values of a list, or the one value that stands there instead of a list of one. */
  List<Field> oneOrMore() {
    return isList() ? items().orElseThrow() : List.of(this);
  }

  /** A list of finite numbers. */
  Optional<double[]> numbers() {
    Optional<List<Field>> items = items();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    double[] numbers = new double[items.get().size()];
    for (int i = 0; i < numbers.length; i++) {
      OptionalDouble number = items.get().get(i).number();
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.getAsDouble();
    }
    return Optional.of(numbers);
  }

  /** A list of finite numbers. */
  Optional<List<Double>> numberList() {
    return numbers().map(numbers -> Arrays.stream(numbers).boxed().toList());
  }

  /** A list of whole numbers of 32 bits. */
  Optional<List<Integer>> wholeList() {
    Optional<List<Double>> numbers = numberList();
    if (numbers.isPresent() && !numbers.get().stream().allMatch(n -> n == n.intValue())) {
      problem("is " + numbers.get() + "; allowed are whole numbers");
      return Optional.empty();
    }
    return numbers.map(list -> list.stream().map(Double::intValue).toList());
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> flag() {
    if (value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return Optional.of(scalar.text().equals("true"));
    }
    return mismatch("true or false");
  }

  /** A mapping, to be closed after reading. */
  Optional<Section> section() {
    if (value instanceof YamlValue.Mapping mapping) {
      return Optional.of(new Section(path, mapping, problems));
    }
    return mismatch("a mapping (key: value)");
  }

  private <T> Optional<T> mismatch(String allowed) {
    problem("is " + value.describe() + "; allowed is " + allowed);
    return Optional.empty();
  }
}
