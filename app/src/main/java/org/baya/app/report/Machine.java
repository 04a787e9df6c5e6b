package org.baya.app.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the run took place.
 *
 * @param cpu the processor's name, or its architecture where the name cannot be read
 * @param cores that the process may use
 * @param java version and vendor of the virtual machine
 * @param peakMemoryBytes largest resident size of the process; -1 where the system does not tell
 */
public record Machine(String cpu, int cores, String java, long peakMemoryBytes) {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path STATUS = Path.of("/proc/self/status");

  /** This machine and this process, now. */
  public static Machine here() {
    String architecture = System.getProperty("os.arch", "unknown");
    String memory = field(STATUS, "VmHWM", "");
    String kilobytes =
        memory.endsWith(" kB") ? memory.substring(0, memory.length() - 3).strip() : "";
    return new Machine(
        field(CPU, "model name", architecture),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version() + " (" + System.getProperty("java.vm.vendor", "unknown") + ")",
        kilobytes.isEmpty() ? -1 : Long.parseLong(kilobytes) * 1024);
  }

  /** The value of the first line {@code key : value} of {@code file}. */
  private static String field(Path file, String key, String otherwise) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
          return line.substring(colon + 1).strip();
        }
      }
    } catch (IOException e) {
      return otherwise; // not Linux, or no /proc
    }
    return otherwise;
  }
}
