package org.baya.io.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.baya.error.Names;
import org.baya.network.Recording;

/** Reads when a recorder records and where it writes. */
final class RecordTimes {
  /** NEST's default of {@code interval} [ms]. */
  private static final double NEST_INTERVAL_MS = 1;

  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private final Section section;
  private final double resolutionMs;

  RecordTimes(Section section, double resolutionMs) {
    this.section = section;
    this.resolutionMs = resolutionMs;
  }

  /**
   * The sampling interval [ms], under Baya's name {@code every} or NEST's {@code interval}.
   *
   * @param eachStep whether it is the resolution unless it is given; else it is NEST's
   */
  double everyMs(boolean eachStep) {
    if (section.has("every") && section.has("interval")) {
      section.problem("has 'every' and 'interval'; they are the same, allowed is one");
    }
    double standard = eachStep ? resolutionMs : Math.max(resolutionMs, NEST_INTERVAL_MS);
    return section.has("interval") ? multiple("interval", standard) : multiple("every", standard);
  }

  /** A multiple of the resolution above 0 [ms]. */
  double multiple(String key, double standard) {
    Optional<Field> field = section.field(key);
    OptionalDouble number = field.map(Field::number).orElse(OptionalDouble.empty());
    if (number.isPresent() && !Times.isMultiple(number.getAsDouble(), resolutionMs)) {
      field.get().problem(notAMultiple(number.getAsDouble()));
    }
    return number.orElse(standard);
  }

  private String notAMultiple(double ms) {
    return "is " + ms + " ms; allowed is a multiple of the resolution, " + resolutionMs + " ms";
  }

  /** Width of the bins and largest lag of a correlation detector [ms]. */
  double[] bins() {
    double width = multiple("delta_tau", 5 * resolutionMs);
    double largest = multiple("tau_max", 10 * width);
    section
        .field("delta_tau")
        .filter(field -> Times.isMultiple(width, 2 * resolutionMs))
        .ifPresent(field ->
            field.problem(
                "is "
                    + width
                    + " ms; allowed is an odd multiple of the resolution, "
                    + resolutionMs
                    + " ms"));
    section
        .field("tau_max")
        .filter(field -> !Times.isMultiple(largest, width))
        .ifPresent(field ->
            field.problem(
                "is " + largest + " ms; allowed is a multiple of delta_tau, " + width + " ms"));
    return new double[] {width, largest};
  }

  /** The shift of the sampling times [ms]. */
  double offsetMs() {
    Optional<Field> field = section.field("offset");
    OptionalDouble number = field.map(Field::number).orElse(OptionalDouble.empty());
    if (number.isPresent()
        && number.getAsDouble() != 0
        && !Times.isMultiple(number.getAsDouble(), resolutionMs)) {
      field.get().problem(notAMultiple(number.getAsDouble()));
    }
    return number.orElse(0);
  }

  /** {@code start} and {@code stop}, shifted by {@code origin}. */
  Recording.Window window() {
    double origin = number("origin", 0);
    return window("start", "stop", origin);
  }

  /** {@code Tstart} and {@code Tstop}. */
  Recording.Window countingWindow() {
    return window("Tstart", "Tstop", 0);
  }

  private Recording.Window window(String startKey, String stopKey, double origin) {
    double start = origin + number(startKey, 0);
    double stop = origin + (endless(stopKey) ? FOREVER : number(stopKey, FOREVER));
    if (stop < start) {
      section
          .field(stopKey)
          .ifPresent(field ->
              field.problem("is " + (stop - origin) + " ms; allowed is at least " + startKey));
    }
    return new Recording.Window(start, stop);
  }

  private boolean endless(String key) {
    return section.field(key).filter(Field::isInfinity).isPresent();
  }

  private double number(String key, double standard) {
    return section.field(key).map(Field::number).orElse(OptionalDouble.empty()).orElse(standard);
  }

  /** The kind of file: samples go to {@code csv} or {@code sonata}, spikes to {@code npz} too. */
  Recording.Format format(boolean spikes) {
    Optional<Field> field = section.field("format");
    Optional<String> name = field.flatMap(Field::text);
    List<String> known = spikes ? List.of("csv", "npz", "sonata") : List.of("csv", "sonata");
    if (name.isPresent() && !known.contains(name.get())) {
      field.get().problem("is '" + name.get() + "'; " + Names.hint(name.get(), known));
    }
    return switch (name.filter(known::contains).orElse("sonata")) {
      case "csv" -> Recording.Format.CSV;
      case "npz" -> Recording.Format.NPZ;
      default -> Recording.Format.SONATA;
    };
  }
}
