package org.baya.io.sonata;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlValue;

/**
 * One value of a JSON file with its keys and its line. Conversions fail with one line that says
 * what is allowed. Texts have their manifest variables replaced.
 *
 * @param file whose directory and manifest the value uses
 * @param keys from the root, joined with dots
 */
record JsonValue(JsonFile file, String keys, Place place, YamlValue value) {

  /** The value of {@code key}; nothing if it is not there or null. */
  Optional<JsonValue> find(String key) {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw mismatch("an object { }");
    }
    YamlValue.Entry entry = mapping.entries().get(key);
    if (entry == null || entry.value() instanceof YamlValue.Scalar s && s.isNothing()) {
      return Optional.empty();
    }
    return Optional.of(child(key, entry));
  }

  /** The first of {@code keys} that is there. */
  Optional<JsonValue> findAny(String... names) {
    for (String name : names) {
      Optional<JsonValue> found = find(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The value of {@code key}, which must be there. */
  JsonValue require(String key, String meaning) {
    return find(key).orElseThrow(() -> wrong("needs '" + key + "': " + meaning));
  }

  /** All values by key, in the order of the file. */
  Map<String, JsonValue> entries() {
    if (!(value instanceof YamlValue.Mapping mapping)) {
      throw mismatch("an object { }");
    }
    Map<String, JsonValue> entries = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> entries.put(key, child(key, entry)));
    return entries;
  }

  private JsonValue child(String key, YamlValue.Entry entry) {
    return new JsonValue(
        file, keys.isEmpty() ? key : keys + "." + key, entry.keyPlace(), entry.value());
  }

  /** The values of a list. */
  List<JsonValue> items() {
    if (!(value instanceof YamlValue.Items items)) {
      throw mismatch("a list [ ]");
    }
    List<JsonValue> all = new ArrayList<>();
    for (YamlValue item : items.values()) {
      all.add(new JsonValue(file, keys + "[" + all.size() + "]", item.place(), item));
    }
    return all;
  }

  /** The values of a list, or the one value that stands there instead of a list of one. */
  List<JsonValue> oneOrMore() {
    return isList() ? items() : List.of(this);
  }

  boolean isList() {
    return value instanceof YamlValue.Items;
  }

  boolean isObject() {
    return value instanceof YamlValue.Mapping;
  }

  boolean isText() {
    return value instanceof YamlValue.Scalar scalar && !scalar.plain();
  }

  boolean isNumber() {
    return value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && !scalar.text().isEmpty()
        && "+-.0123456789".indexOf(scalar.text().charAt(0)) >= 0;
  }

  boolean isFlag() {
    return value instanceof YamlValue.Scalar scalar
        && scalar.plain()
        && (word(scalar).equals("true") || word(scalar).equals("false"));
  }

  /** A text, its variables replaced; a number or a flag as it is written. */
  String text() {
    if (value instanceof YamlValue.Scalar scalar && !scalar.isNothing()) {
      return file.manifest().replaced(scalar.text(), this);
    }
    throw mismatch("a text");
  }

  /** A finite number. */
  double number() {
    if (isNumber() && value instanceof YamlValue.Scalar scalar) {
      try {
        double number = Double.parseDouble(scalar.text());
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new InvalidInputException(where(), mismatchMessage("a finite number"), e);
      }
    }
    throw mismatch("a finite number");
  }

  /** A whole number. */
  long whole() {
    double number = number();
    if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
      throw mismatch("a whole number");
    }
    return (long) number;
  }

  /** One number or a list of them. */
  double[] numbers() {
    return oneOrMore().stream().mapToDouble(JsonValue::number).toArray();
  }

  /** True or false; also as 1 and 0. */
  boolean flag() {
    if (isFlag() && value instanceof YamlValue.Scalar scalar) {
      return word(scalar).equals("true");
    }
    if (isNumber() && (number() == 0 || number() == 1)) {
      return number() == 1;
    }
    throw mismatch("true or false");
  }

  private static String word(YamlValue.Scalar scalar) {
    return scalar.text().toLowerCase(Locale.ROOT);
  }

  /** A file or directory; a relative name is relative to the directory of this file. */
  Path path() {
    return path(file.directory());
  }

  /** A file or directory; a relative name is relative to {@code directory}. */
  Path path(Path directory) {
    String text = text();
    try {
      return directory.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          where(), "'" + text + "' is no file name (" + e.getReason() + ")", e);
    }
  }

  /** An error of this value. */
  InvalidInputException wrong(String message) {
    return new InvalidInputException(where(), message);
  }

  /** File, line and keys, for messages. */
  String where() {
    return keys.isEmpty() ? place.toString() : place + ": " + keys;
  }

  private InvalidInputException mismatch(String allowed) {
    return wrong(mismatchMessage(allowed));
  }

  private String mismatchMessage(String allowed) {
    return "is " + value.describe() + "; allowed is " + allowed;
  }
}
