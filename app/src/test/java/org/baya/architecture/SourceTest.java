package org.baya.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source files themselves must keep to. */
class SourceTest {
  private static final int MOST_LINES = 600;

  @Test
  void shouldFindTheSourcesOfAllModules() throws IOException {
    assertThat(sources())
        .anyMatch(path -> path.endsWith("org/baya/error/Names.java"))
        .anyMatch(path -> path.endsWith("org/baya/app/cli/Baya.java"))
        .anyMatch(path -> path.endsWith("org/baya/architecture/SourceTest.java"));
  }

  @Test
  void shouldHaveNoFileOfMoreThanSixHundredLines() throws IOException {
    assertThat(sources())
        .allSatisfy(path ->
            assertThat(lineCount(path)).as(path.toString()).isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void shouldDescribeEveryPackage() throws IOException {
    assertThat(sources().stream().filter(path -> path.toString().contains("/src/main/")))
        .allSatisfy(path -> assertThat(path.resolveSibling("package-info.java")).exists());
  }

  /** The Java files of every module; tests run in the directory of their module. */
  private static List<Path> sources() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lineCount(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      return lines.count();
    }
  }
}
