package org.baya.io.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.yaml.YamlValue;

/**
 * A value of a case file and where it stands; the conversions fail with one line when it is
 * something else.
 *
 * @param path keys from the root, {@code nodes[0].model}
 */
record CaseValue(String path, YamlValue value) {

  /** The value of {@code key}, which must be there. */
  CaseValue get(String key) {
    return find(key).orElseThrow(() -> wrong("needs '" + key + "'"));
  }

  /** The value of {@code key}, unless it is missing or {@code null}. */
  Optional<CaseValue> find(String key) {
    YamlValue.Entry entry = mapping().entries().get(key);
    if (entry == null || entry.value() instanceof YamlValue.Scalar s && s.isNothing()) {
      return Optional.empty();
    }
    return Optional.of(inner(key, entry.value()));
  }

  /** All values by their keys, in the order of the file. */
  Map<String, CaseValue> entries() {
    Map<String, CaseValue> entries = new LinkedHashMap<>();
    mapping().entries().forEach((key, entry) -> entries.put(key, inner(key, entry.value())));
    return entries;
  }

  private CaseValue inner(String key, YamlValue inner) {
    return new CaseValue(path.isEmpty() ? key : path + "." + key, inner);
  }

  private YamlValue.Mapping mapping() {
    if (value instanceof YamlValue.Mapping mapping) {
      return mapping;
    }
    throw mismatch("an object {...}");
  }

  boolean isObject() {
    return value instanceof YamlValue.Mapping;
  }

  boolean isList() {
    return value instanceof YamlValue.Items;
  }

  /** The elements of a list. */
  List<CaseValue> items() {
    List<CaseValue> items = new ArrayList<>();
    for (YamlValue item : list()) {
      items.add(new CaseValue(path + "[" + items.size() + "]", item));
    }
    return items;
  }

  private List<YamlValue> list() {
    if (value instanceof YamlValue.Items items) {
      return items.values();
    }
    throw mismatch("a list");
  }

  /** A text that is not empty. */
  String text() {
    if (value instanceof YamlValue.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    throw mismatch("a text");
  }

  /** A number; {@code true} and {@code false} are 1 and 0. */
  double number() {
    if (value instanceof YamlValue.Scalar scalar && scalar.plain()) {
      switch (scalar.text()) {
        case "true" -> {
          return 1;
        }
        case "false" -> {
          return 0;
        }
        default -> {
          try {
            return Double.parseDouble(scalar.text());
          } catch (NumberFormatException e) {
            throw mismatch("a number, true or false");
          }
        }
      }
    }
    throw mismatch("a number, true or false");
  }

  /** A number above 0. */
  double positive() {
    double number = number();
    if (!(number > 0) || number == Double.POSITIVE_INFINITY) {
      throw mismatch("a finite number > 0");
    }
    return number;
  }

  /** A whole number from {@code least} up to 2^31 - 1. */
  int whole(int least) {
    double number = number();
    if (number != Math.rint(number) || !(number >= least && number <= Integer.MAX_VALUE)) {
      throw mismatch("a whole number >= " + least);
    }
    return (int) number;
  }

  /** A list of numbers. */
  double[] numbers() {
    List<YamlValue> list = list();
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new CaseValue(path, list.get(i)).number();
    }
    return numbers;
  }

  /** A list of whole numbers from 0. */
  int[] wholes() {
    List<YamlValue> list = list();
    int[] wholes = new int[list.size()];
    for (int i = 0; i < wholes.length; i++) {
      wholes[i] = new CaseValue(path, list.get(i)).whole(0);
    }
    return wholes;
  }

  /** Fails when there is another key than these. */
  void requireKeys(Set<String> known) {
    for (String key : mapping().entries().keySet()) {
      if (!known.contains(key)) {
        throw wrong("unknown key '" + key + "'; " + Names.hint(key, known));
      }
    }
  }

  /** Fails when a key is a misspelling of one of these; other keys are remarks. */
  void requireSpelling(Set<String> known) {
    for (String key : mapping().entries().keySet()) {
      if (!known.contains(key) && Names.nearest(key, known).isPresent()) {
        throw wrong("unknown key '" + key + "'; " + Names.hint(key, known));
      }
    }
  }

  private InvalidInputException mismatch(String allowed) {
    return wrong("is " + value.describe() + "; allowed is " + allowed);
  }

  /** An error at this value. */
  InvalidInputException wrong(String message) {
    String place = value.place().toString();
    return new InvalidInputException(path.isEmpty() ? place : place + ": " + path, message);
  }
}
