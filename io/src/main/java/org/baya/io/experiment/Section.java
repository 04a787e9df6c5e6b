package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.error.Names;
import org.baya.io.yaml.YamlValue;

/**
 * A mapping that is read key by key. Every key that is asked for is a legal one; {@link #close()}
 * reports those that nobody asked for.
 */
final class Section implements AutoCloseable {
  private final String path;
  private final YamlValue.Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /** Keys that must be there and are not, with their meaning. */
  private final Map<String, String> missing = new LinkedHashMap<>();

  Section(String path, YamlValue.Mapping mapping, Problems problems) {
    this.path = path;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The value of {@code key}, if it is there; a key without a value is an error. */
  Optional<Field> field(String key) {
    asked.add(key);
    YamlValue.Entry entry = mapping.entries().get(key);
    if (entry == null) {
      return Optional.empty();
    }
    Field field = field(key, entry);
    if (entry.value() instanceof YamlValue.Scalar scalar && scalar.isNothing()) {
      field.problem("has no value");
      return Optional.empty();
    }
    return Optional.of(field);
  }

  /**
   * The value of {@code key}; that it is missing is an error, reported at the end unless a
   * misspelling explains it.
   */
  Optional<Field> required(String key, String meaning) {
    if (!has(key)) {
      missing.put(key, meaning);
      return Optional.empty();
    }
    return field(key);
  }

  /** Whether {@code key} is there; it becomes a legal key. */
  boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  /** All values of a mapping whose keys are the user's own names, in order. */
  List<Field> all() {
    asked.addAll(mapping.entries().keySet());
    List<Field> fields = new ArrayList<>();
    mapping.entries().forEach((key, entry) -> fields.add(field(key, entry)));
    return fields;
  }

  /** The values that nobody asked for yet; they become legal. */
  Map<String, Field> rest() {
    Map<String, Field> rest = new LinkedHashMap<>();
    for (String key : mapping.entries().keySet()) {
      if (!asked.contains(key)) {
        rest.put(key, field(key, mapping.entries().get(key)));
      }
    }
    asked.addAll(rest.keySet());
    return rest;
  }

  /** What is read. */
  YamlValue.Mapping mapping() {
    return mapping;
  }

  /** The keys that were asked for. */
  Set<String> askedKeys() {
    return asked;
  }

  /** Reports an error of the whole mapping. */
  void problem(String message) {
    problems.add(mapping.place(), path, message);
  }

  /** Number of problems of the whole experiment up to now. */
  int problemCount() {
    return problems.count();
  }

  private Field field(String key, YamlValue.Entry entry) {
    String inner = path.isEmpty() ? key : path + "." + key;
    return new Field(key, inner, entry.keyPlace(), entry.value(), problems);
  }

  /** Reports the keys that nobody asked for and those that are missing. */
  @Override
  public void close() {
    for (Map.Entry<String, YamlValue.Entry> entry : mapping.entries().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        field(entry.getKey(), entry.getValue()).unknown(Names.hint(entry.getKey(), asked));
        Names.nearest(entry.getKey(), asked).ifPresent(missing::remove);
      }
    }
    missing.forEach((key, meaning) -> problem("needs '" + key + "': " + meaning));
  }
}
