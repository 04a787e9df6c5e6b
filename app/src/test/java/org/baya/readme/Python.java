package org.baya.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Python interpreter that has what a test needs.
 *
 * @param directory where scripts run
 */
public record Python(String interpreter, Path directory) {
  private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

  /** An interpreter in which {@code imports} works; the test is skipped if there is none. */
  public static Python with(String imports, Path directory) throws InterruptedException {
    for (String interpreter : INTERPRETERS) {
      Python python = new Python(interpreter, directory);
      try {
        if (python.lines(imports).isEmpty()) {
          return python;
        }
      } catch (IOException noSuchProgram) {
        assertThat(noSuchProgram).hasMessageContaining(interpreter);
      }
    }
    return abort("no python3 here that can " + imports);
  }

  /** What a script prints, errors included. */
  public List<String> lines(String script) throws IOException, InterruptedException {
    Path output = directory.resolve("python.txt");
    new ProcessBuilder(interpreter, "-W", "ignore", "-c", script)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readAllLines(output);
  }
}
