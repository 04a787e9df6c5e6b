package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.text.CsvTable;

/**
 * A current that jumps to given amplitudes at given times.
 *
 * @param timesMs times of the jumps [ms], ascending
 * @param amplitudes current from each time on, in the model's unit, pA
 */
record CurrentClamp(double[] timesMs, double[] amplitudes) {
  private static final List<String> KINDS = List.of("current_clamp", "csv", "file", "nwb", "allen");

  /**
   * Reads an input.
   *
   * @param stepMs the resolution; what happens before the end of the first step happens then
   */
  static CurrentClamp of(JsonValue input, double stepMs) {
    JsonValue kind = input.require("input_type", "what kind of current clamp");
    CurrentClamp raw =
        switch (kind.text()) {
          case "current_clamp" -> numbers(input);
          case "csv", "file" -> csv(input);
          case "nwb", "allen" -> nwb(input);
          default ->
              throw kind.wrong(
                  "unknown kind of current clamp '"
                      + kind.text()
                      + "'; "
                      + Names.hint(kind.text(), KINDS));
        };
    return raw.after(stepMs, input);
  }

  /** Scalars or lists {@code amp}, {@code delay}, {@code duration}. */
  private static CurrentClamp numbers(JsonValue input) {
    JsonValue amps = input.require("amp", "the current [pA]");
    JsonValue delays = input.require("delay", "when it begins [ms]");
    JsonValue durations = input.require("duration", "how long it lasts [ms]");
    double[] amp = amps.numbers();
    double[] delay = delays.numbers();
    double[] duration = durations.numbers();
    if (delay.length != amp.length || duration.length != amp.length) {
      throw delays.wrong(
          "has "
              + delay.length
              + " numbers, amp "
              + amp.length
              + ", duration "
              + duration.length
              + "; allowed is one length");
    }
    List<double[]> jumps = new ArrayList<>();
    for (int i = 0; i < amp.length; i++) {
      boolean last = i + 1 == amp.length;
      if (duration[i] < 0 || !last && delay[i + 1] <= delay[i]) {
        throw (duration[i] < 0 ? durations : delays)
            .wrong("allowed are durations of at least 0 and ascending delays");
      }
      jumps.add(new double[] {delay[i], amp[i]});
      if (last || delay[i] + duration[i] < delay[i + 1]) {
        jumps.add(new double[] {delay[i] + duration[i], 0});
      }
    }
    return of(jumps);
  }

  private static CurrentClamp csv(JsonValue input) {
    JsonValue name = input.findAny("file", "input_file").orElseGet(() -> input.require("file", ""));
    CsvTable table = CsvTable.open(JsonFile.readable(name.path(), name));
    double[] times = table.numbers(text(input, "timestamps_column", "timestamps"));
    double[] amps = table.numbers(text(input, "amplitudes_column", "amps"));
    return new CurrentClamp(times, amps);
  }

  private static String text(JsonValue input, String key, String standard) {
    return input.find(key).map(JsonValue::text).orElse(standard);
  }

  /** A sweep of the Allen Cell Types Database, in ampere; as BMTK takes it, times 1e9. */
  private static CurrentClamp nwb(JsonValue input) {
    JsonValue name = input.findAny("file", "input_file").orElseGet(() -> input.require("file", ""));
    JsonValue sweep = input.require("sweep_id", "the number of the sweep");
    String id = sweep.text().strip();
    String group = id.matches("\\d+(\\.0*)?") ? "Sweep_" + (long) Double.parseDouble(id) : id;
    try (Hdf5File file = Hdf5File.open(JsonFile.readable(name.path(), name));
        Arena arena = Arena.ofConfined()) {
      String series = "epochs/" + group + "/stimulus/timeseries";
      double[] amps = file.column(series + "/data", arena).toDoubles();
      double rateHz =
          file.attribute(series + "/starting_time", "rate")
              .orElseThrow(() ->
                  new InvalidInputException(
                      file.path() + ":/" + series + "/starting_time", "has no attribute rate"))
              .asDouble();
      return sampled(input, amps, 1 / rateHz);
    }
  }

  private static CurrentClamp sampled(JsonValue input, double[] amps, double everyS) {
    double downsample = input.find("downsample").map(JsonValue::number).orElse(0.0);
    int stride = downsample > everyS ? (int) Math.max(1, Math.rint(downsample / everyS)) : 1;
    double[] window =
        input
            .find("sweep_window")
            .map(JsonValue::numbers)
            .orElse(new double[] {0, Double.POSITIVE_INFINITY});
    if (window.length != 2 || window[0] < 0 || window[1] <= window[0]) {
      throw input
          .require("sweep_window", "")
          .wrong("allowed is [start, stop] with 0 <= start < stop");
    }
    double delayMs = input.find("delay").map(JsonValue::number).orElse(0.0);
    List<double[]> jumps = new ArrayList<>();
    double present = Double.NaN;
    for (int i = 0; i < amps.length; i += stride) {
      double timeMs = i * everyS * 1000;
      double amp = amps[i] * 1e9;
      if (timeMs >= window[0] && timeMs <= window[1] && amp != present) {
        jumps.add(new double[] {timeMs + delayMs, amp});
        present = amp;
      }
    }
    return of(jumps);
  }

  private static CurrentClamp of(List<double[]> jumps) {
    return new CurrentClamp(
        jumps.stream().mapToDouble(jump -> jump[0]).toArray(),
        jumps.stream().mapToDouble(jump -> jump[1]).toArray());
  }

  /** The same jumps, the last of those before {@code stepMs} at that time. */
  private CurrentClamp after(double stepMs, JsonValue input) {
    List<double[]> jumps = new ArrayList<>();
    for (int i = 0; i < timesMs.length; i++) {
      double timeMs = Math.max(stepMs, timesMs[i]);
      if (i > 0 && !(timesMs[i] > timesMs[i - 1])) {
        throw input.wrong(
            "time "
                + timesMs[i]
                + " ms follows "
                + timesMs[i - 1]
                + "; allowed are ascending times");
      }
      if (!jumps.isEmpty() && jumps.getLast()[0] == timeMs) {
        jumps.removeLast();
      }
      jumps.add(new double[] {timeMs, amplitudes[i]});
    }
    return of(jumps);
  }
}
