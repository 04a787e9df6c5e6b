package org.baya.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.baya.app.report.Machine;
import org.baya.error.InvalidInputException;
import org.baya.io.file.PendingFile;
import org.baya.io.text.JsonWriter;

/**
 * Everything that was measured in one go.
 *
 * @param name of the benchmark
 * @param version of Baya
 * @param series empty when only the machine was measured
 */
public record BenchReport(
    String name,
    String version,
    Instant time,
    Machine machine,
    Calibration.Figures calibration,
    List<Series> series) {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  public BenchReport {
    series = List.copyOf(series);
  }

  /** All figures: medians, and those of every run. */
  public String json() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("name").value(name);
    json.name("version").value(version);
    json.name("time").value(time.toString());
    json.name("cpu").value(machine.cpu());
    json.name("cores").value(machine.cores());
    json.name("java").value(machine.java());
    json.name("machine").beginObject();
    json.name("accumulate_1mb_ns").value(calibration.accumulateSmallNs());
    json.name("accumulate_20mb_ns").value(calibration.accumulateLargeNs());
    json.name("copy_gb_per_s").value(calibration.copyGbPerS());
    json.name("first_use_s_per_gb").value(calibration.firstUseSPerGb());
    json.name("thread_gain").value(calibration.threadGain());
    json.name("barrier_us").value(calibration.barrierUs());
    json.endObject();
    json.name("series").beginArray();
    series.forEach(one -> write(json, one));
    json.endArray();
    return json.endObject().toString();
  }

  private static void write(JsonWriter json, Series series) {
    RunResult first = series.first();
    json.beginObject();
    json.name("name").value(series.name());
    json.name("resolution_ms").value(first.resolutionMs());
    json.name("duration_ms").value(first.durationMs());
    json.name("neurons").value(first.neurons());
    json.name("synapses").value(first.synapses());
    json.name("threads").value(first.threads());
    json.name("spikes").value(first.spikes());
    json.name("spike_checksum").value(first.spikeChecksum());
    json.name("same_spikes").value(series.sameSpikes() ? 1 : 0);
    json.name("medians");
    write(json, series.medians());
    json.name("runs").beginArray();
    series.runs().forEach(run -> write(json, run.figures()));
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, Map<Figure, Double> figures) {
    json.beginObject();
    figures.forEach((figure, value) -> json.name(figure.key()).value(value));
    json.endObject();
  }

  /**
   * Writes the figures into a new file named by benchmark and time; returns it.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public Path save(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InvalidInputException(directory.toString(), "cannot be created as a directory", e);
    }
    Path target = directory.resolve(name + "-" + FILE_TIME.format(time) + ".json");
    try (PendingFile file = PendingFile.create(target)) {
      file.write(0, ByteBuffer.wrap((json() + "\n").getBytes(StandardCharsets.UTF_8)));
      file.commit();
    }
    return target;
  }
}
