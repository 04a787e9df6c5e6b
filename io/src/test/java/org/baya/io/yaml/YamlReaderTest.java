package org.baya.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
  private static final Duration FAST = Duration.ofSeconds(5);

  @TempDir Path directory;

  @Test
  void shouldKeepTheLineOfEveryValue() throws IOException {
    YamlValue.Mapping root =
        (YamlValue.Mapping) read("# comment\na: 1\nb:\n  - x\n  - {c: 'y z'}\n");
    assertThat(root.entries()).containsOnlyKeys("a", "b");
    assertThat(root.entries().get("b").keyPlace()).hasToString("file.yaml:3");
    YamlValue.Items items = (YamlValue.Items) root.entries().get("b").value();
    YamlValue.Mapping inner = (YamlValue.Mapping) items.values().get(1);
    assertThat(inner.entries().get("c").value())
        .isEqualTo(new YamlValue.Scalar(new Place("file.yaml", 5), "y z", false));
  }

  @Test
  void shouldExpandAliases() throws IOException {
    YamlValue.Mapping root = (YamlValue.Mapping) read("a: &common {p: 1}\nb: *common\n");
    assertThat(root.entries().get("b").value()).isEqualTo(root.entries().get("a").value());
  }

  @Test
  void shouldRefuseAnAliasBombQuickly() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String before = "*a" + (i - 1);
      bomb.append(
          "a"
              + i
              + ": &a"
              + i
              + " ["
              + String.join(", ", java.util.Collections.nCopies(10, before))
              + "]\n");
    }
    refusedQuickly(bomb.toString(), "more than 2000000 values");
  }

  @Test
  void shouldRefuseDeepNestingQuickly() {
    refusedQuickly("a: " + "[".repeat(100_000), "nested deeper than 32 levels");
    refusedQuickly("a: " + "{a: ".repeat(1_000), "nested deeper than 32 levels");
  }

  @Test
  void shouldRefuseAnAliasInsideItsOwnAnchor() {
    refusedQuickly("a: &a [1, *a]", "*a refers to no finished anchor above it");
  }

  @Test
  void shouldRefuseAHugeFileUnread() throws IOException {
    Path huge = directory.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(5L << 30);
    }
    Assertions.assertTimeout(
        FAST,
        () ->
            assertThatThrownBy(() -> YamlReader.read(huge))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 5368709120 bytes; allowed are 16777216"));
  }

  @Test
  void shouldRefuseAnythingButOneDocument() {
    refusedQuickly("a: 1\n---\nb: 2\n", "file.yaml:2: a second document starts here");
    refusedQuickly("? [a, b]\n: 1\n", "a key must be a plain name");
    refusedQuickly("a: b: c\n", "file.yaml:1: not valid YAML: ");
    refusedQuickly("a:\n\t- b\n", "file.yaml:2: not valid YAML: ");
  }

  private void refusedQuickly(String yaml, String message) {
    Assertions.assertTimeout(
        FAST,
        () ->
            assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message));
  }

  private YamlValue read(String text) throws IOException {
    return YamlReader.read(Files.writeString(directory.resolve("file.yaml"), text));
  }
}
