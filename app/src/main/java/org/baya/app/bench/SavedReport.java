package org.baya.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.error.InvalidInputException;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * What an earlier {@link BenchReport} saved.
 *
 * @param time when it was measured
 * @param version of Baya
 * @param cpu of the machine; empty if it is not told
 * @param machine the calibration, by its name in JSON
 * @param conditions what was run: neurons, synapses, duration, threads, by series and name in JSON
 * @param medians by series and figure
 */
public record SavedReport(
    String name,
    String time,
    String version,
    String cpu,
    Map<String, Double> machine,
    Map<String, Map<String, Double>> conditions,
    Map<String, Map<String, Double>> medians) {

  /**
   * Reads a file that {@code baya bench --save} wrote.
   *
   * @throws InvalidInputException if it is not one
   */
  public static SavedReport read(Path file) {
    // JSON is YAML.
    YamlValue.Mapping report = mapping(file.toString(), YamlReader.read(file));
    Map<String, Map<String, Double>> conditions = new LinkedHashMap<>();
    Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
    if (value(file.toString(), report, "series") instanceof YamlValue.Items items) {
      for (YamlValue item : items.values()) {
        YamlValue.Mapping series = mapping(file + ": series", item);
        String name = text(file + ": series", series, "name");
        conditions.put(name, numbers(series));
        medians.put(
            name,
            numbers(mapping(file + ": medians", value(file + ": series", series, "medians"))));
      }
    }
    return new SavedReport(
        text(file.toString(), report, "name"),
        text(file.toString(), report, "time"),
        text(file.toString(), report, "version"),
        report.entries().containsKey("cpu") ? text(file.toString(), report, "cpu") : "",
        numbers(mapping(file + ": machine", value(file.toString(), report, "machine"))),
        conditions,
        medians);
  }

  /** What was run differently then than in {@code now}, a line each. */
  public List<String> differences(Series now) {
    RunResult run = now.first();
    Map<String, Double> is = new LinkedHashMap<>();
    is.put("neurons", (double) run.neurons());
    is.put("synapses", (double) run.synapses());
    is.put("duration_ms", run.durationMs());
    is.put("threads", (double) run.threads());
    Map<String, Double> was = conditions.getOrDefault(now.name(), Map.of());
    List<String> differences = new ArrayList<>();
    is.forEach((key, value) -> {
      double before = was.getOrDefault(key, value);
      if (before != value) {
        differences.add(now.name() + ": " + key + " was " + plain(before) + ", is " + plain(value));
      }
    });
    return differences;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
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
