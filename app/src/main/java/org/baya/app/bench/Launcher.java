package org.baya.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/**
 * Starts Baya as a user does: by its script, in a fresh JVM.
 *
 * @param script the file {@code baya} in the root of the repository
 */
public record Launcher(Path script) {
  /** The system property in which the script names itself. */
  public static final String PROPERTY = "baya.launcher";

  private static final int SHOWN_LINES = 5;

  /** The script that started this process. */
  public static Launcher ofThisProcess() {
    String script = System.getProperty(PROPERTY, "");
    if (script.isEmpty()) {
      throw new InvalidInputException(
          "baya bench",
          "measures the script 'baya' and must be started by it; there is no " + PROPERTY);
    }
    return new Launcher(Path.of(script));
  }

  /** The repository. */
  public Path root() {
    Path parent = script.toAbsolutePath().getParent();
    return parent == null ? script.toAbsolutePath() : parent;
  }

  /**
   * Runs a command and waits for it.
   *
   * @param log receives what it prints
   * @throws SimulationException if it fails, with the end of the log
   */
  public void run(Path log, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int status = await(process);
      if (status != 0) {
        throw new SimulationException(
            "'baya " + String.join(" ", arguments) + "' ended with " + status + ": " + end(log));
      }
    } catch (IOException e) {
      throw new SimulationException(script + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new SimulationException("interrupted", e);
    }
  }

  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
  }
}
