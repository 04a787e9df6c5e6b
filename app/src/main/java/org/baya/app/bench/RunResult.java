package org.baya.app.bench;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.baya.error.InvalidInputException;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * One run of Baya, as its {@code summary.json} tells it.
 *
 * @param figures NaN where the summary says nothing
 * @param spikeChecksum equal for runs with the same spikes
 */
public record RunResult(
    long neurons,
    long synapses,
    int threads,
    double resolutionMs,
    double durationMs,
    long spikes,
    String spikeChecksum,
    Map<Figure, Double> figures) {

  public RunResult {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  /** The value of a figure. */
  public double figure(Figure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }

  /**
   * Reads a summary.
   *
   * @throws InvalidInputException if it is not one
   */
  public static RunResult read(Path summary) {
    // JSON is YAML.
    return new Summary(summary.toString(), mapping(summary.toString(), YamlReader.read(summary)))
        .result();
  }

  private static YamlValue.Mapping mapping(String place, YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      return mapping;
    }
    throw new InvalidInputException(
        place, "is " + value.describe() + "; a run's summary is an object");
  }

  /** The members of a summary. */
  private record Summary(String place, YamlValue.Mapping members) {

    RunResult result() {
      EnumMap<Figure, Double> figures = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        figures.put(figure, optional(members, figure.key()));
      }
      YamlValue.Mapping phases = mapping(place + ": phases_s", value(members, "phases_s"));
      for (Figure phase :
          new Figure[] {
            Figure.DELIVER, Figure.UPDATE, Figure.EXCHANGE, Figure.RECORD, Figure.WAIT
          }) {
        figures.put(phase, optional(phases, phase.title()));
      }
      int threads = (int) number("threads");
      double updates =
          number("neurons") * Math.rint(number("duration_ms") / number("resolution_ms"));
      figures.put(Figure.START, number("setup_s") - number("load_s") - number("build_s"));
      figures.put(
          Figure.NS_PER_EVENT,
          optional(phases, "deliver") * threads * 1e9 / number("synaptic_events"));
      figures.put(Figure.NS_PER_UPDATE, optional(phases, "update") * threads * 1e9 / updates);
      return new RunResult(
          (long) number("neurons"),
          (long) number("synapses"),
          threads,
          number("resolution_ms"),
          number("duration_ms"),
          (long) number("spikes"),
          text(value(members, "spike_checksum")),
          figures);
    }

    private double number(String key) {
      double number = optional(members, key);
      if (Double.isNaN(number)) {
        throw new InvalidInputException(
            place + ": " + key, "is " + value(members, key).describe() + "; allowed is a number");
      }
      return number;
    }

    /** NaN where there is no number. */
    private static double optional(YamlValue.Mapping from, String key) {
      YamlValue.Entry entry = from.entries().get(key);
      if (entry == null) {
        return Double.NaN;
      }
      try {
        return Double.parseDouble(text(entry.value()));
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }

    private YamlValue value(YamlValue.Mapping from, String key) {
      YamlValue.Entry entry = from.entries().get(key);
      if (entry == null) {
        throw new InvalidInputException(place, "has no member '" + key + "'");
      }
      return entry.value();
    }

    private static String text(YamlValue value) {
      return value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
    }
  }
}
