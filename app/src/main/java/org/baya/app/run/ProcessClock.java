package org.baya.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Wall time since the process started, its launcher included. Linux tells the start in hundredths
 * of a second since boot, unless the launcher had to build first and so tells when it was done with
 * that; elsewhere the start that Java knows is used.
 */
public final class ProcessClock {
  /** Set by the launcher: seconds since boot. */
  private static final String BEGUN = "baya.begun";

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final Path UPTIME = Path.of("/proc/uptime");

  /** Linux gives process times in this unit on every architecture that runs Java. */
  private static final double TICKS_PER_S = 100;

  /**
   * Index of the start time among the fields that follow the process's name in {@code
   * /proc/self/stat}.
   */
  private static final int START_FIELD = 19;

  private final long startNs;

  private ProcessClock(double elapsedS) {
    this.startNs = System.nanoTime() - (long) (elapsedS * 1e9);
  }

  /** The clock of this process. */
  public static ProcessClock start() {
    return new ProcessClock(elapsedS());
  }

  /** Seconds since the process started. */
  public double seconds() {
    return (System.nanoTime() - startNs) * 1e-9;
  }

  private static double elapsedS() {
    try {
      String uptime = Files.readString(UPTIME, StandardCharsets.US_ASCII);
      double nowS = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
      String begun = System.getProperty(BEGUN, "");
      return Math.max(0, nowS - (begun.isEmpty() ? processStartS() : Double.parseDouble(begun)));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return ProcessHandle.current().info().startInstant().map(ProcessClock::since).orElse(0.0);
    }
  }

  /** When this process started [s since boot]. */
  private static double processStartS() throws IOException {
    String stat = Files.readString(STAT, StandardCharsets.US_ASCII);
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return Double.parseDouble(fields.get(START_FIELD)) / TICKS_PER_S;
  }

  private static double since(Instant start) {
    return Math.max(0, Duration.between(start, Instant.now()).toNanos() * 1e-9);
  }
}
