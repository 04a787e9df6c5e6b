package org.baya.io.file;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a Python script from the test resources, as a foreign reader of what we write; skips the
 * test where Python lacks a module.
 */
public final class ForeignPython {
  private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

  private ForeignPython() {}

  /**
   * The lines that {@code script}, a resource beside {@code owner}, prints for {@code argument}.
   */
  public static List<String> lines(Class<?> owner, String script, Path argument, String module) {
    for (String python : INTERPRETERS) {
      if (run(List.of(python, "-c", "import " + module)).status() == 0) {
        Ran ran = run(List.of(python, "-c", text(owner, script), argument.toString()));
        if (ran.status() != 0) {
          throw new AssertionError(String.join("\n", ran.lines()));
        }
        return ran.lines();
      }
    }
    return abort("no python3 with the module " + module + " here");
  }

  private static Ran run(List<String> command) {
    try {
      Path output = Files.createTempFile("python", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        return new Ran(status, Files.readAllLines(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      return new Ran(-1, new ArrayList<>());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran(-1, new ArrayList<>());
    }
  }

  private static String text(Class<?> owner, String script) {
    try (InputStream in = owner.getResourceAsStream(script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Ran(int status, List<String> lines) {}
}
