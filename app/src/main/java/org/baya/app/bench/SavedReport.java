package org.baya.app.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baya.error.InvalidInputException;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * What an earlier {@link BenchReport} saved.
 *
 * @param time when it was measured
 * @param version of Baya
 * @param machine the calibration, by its name in JSON
 * @param medians by series and figure
 */
public record SavedReport(
    String name,
    String time,
    String version,
    Map<String, Double> machine,
    Map<String, Map<String, Double>> medians) {

  /**
   * Reads a file that {@code baya bench --save} wrote.
   *
   * @throws InvalidInputException if it is not one
   */
  public static SavedReport read(Path file) {
    // JSON is YAML.
    YamlValue.Mapping report = mapping(file.toString(), YamlReader.read(file));
    Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
    if (value(file.toString(), report, "series") instanceof YamlValue.Items items) {
      for (YamlValue item : items.values()) {
        YamlValue.Mapping series = mapping(file + ": series", item);
        medians.put(
            text(file + ": series", series, "name"),
            numbers(mapping(file + ": medians", value(file + ": series", series, "medians"))));
      }
    }
    return new SavedReport(
        text(file.toString(), report, "name"),
        text(file.toString(), report, "time"),
        text(file.toString(), report, "version"),
        numbers(mapping(file + ": machine", value(file.toString(), report, "machine"))),
        medians);
  }

  /** A median of then; NaN if it was not measured. */
  public double median(String series, Figure figure) {
    return medians.getOrDefault(series, Map.of()).getOrDefault(figure.key(), Double.NaN);
  }

  private static Map<String, Double> numbers(YamlValue.Mapping members) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    members
        .entries()
        .forEach((key, entry) -> {
          if (entry.value() instanceof YamlValue.Scalar scalar) {
            try {
              numbers.put(key, Double.parseDouble(scalar.text()));
            } catch (NumberFormatException e) {
              numbers.put(key, Double.NaN);
            }
          }
        });
    return numbers;
  }

  private static String text(String place, YamlValue.Mapping from, String key) {
    if (value(place, from, key) instanceof YamlValue.Scalar scalar) {
      return scalar.text();
    }
    throw new InvalidInputException(
        place + ": " + key, "is not text; 'baya bench --save' wrote it");
  }

  private static YamlValue value(String place, YamlValue.Mapping from, String key) {
    YamlValue.Entry entry = from.entries().get(key);
    if (entry == null) {
      throw new InvalidInputException(
          place, "has no member '" + key + "'; give a file that 'baya bench --save' wrote");
    }
    return entry.value();
  }

  private static YamlValue.Mapping mapping(String place, YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      return mapping;
    }
    throw new InvalidInputException(
        place, "is " + value.describe() + "; give a file that 'baya bench --save' wrote");
  }
}
