package org.baya.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.file.ForeignPython;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {
  @TempDir private Path directory;

  @Test
  void shouldStreamAnArray() {
    Path path = directory.resolve("a.npy");
    try (NpyWriter writer = NpyWriter.create(path, ElementType.FLOAT32, 2)) {
      writer.append(Elements.of(1, 2, 3));
      writer.append(Elements.of(4.5));
      writer.commit();
    }
    try (Arena arena = Arena.ofConfined()) {
      Column column = new NpySource(path).open(arena);
      assertThat(column.width()).isEqualTo(2);
      assertThat(column.toDoubles()).containsExactly(1, 2, 3, 4.5);
    }
    assertThat(print(path)).containsExactly("array <f4 (2, 2) [[1.0, 2.0], [3.0, 4.5]]");
  }

  @Test
  void shouldStreamAnArchiveOfEveryType() throws IOException {
    Path path = directory.resolve("a.npz");
    try (NpzWriter writer = NpzWriter.create(path)) {
      for (ElementType type : ElementType.values()) {
        writer.begin(type.name(), type, 3, 1);
        writer.append(Elements.of(1));
        writer.append(Elements.of(2, 3));
      }
      writer.begin("table", ElementType.INT64, 2, 2);
      writer.append(Elements.of(1, 2, 3, 4));
      writer.begin("empty", ElementType.INT64, 0, 1);
      writer.begin("many", ElementType.INT32, 100_000, 1);
      writer.append(Elements.of(IntStream.range(0, 100_000).toArray()));
      writer.commit();
    }
    NpzFile file = NpzFile.open(path);
    try (Arena arena = Arena.ofConfined()) {
      for (ElementType type : ElementType.values()) {
        assertThat(file.column(type.name(), arena).toInts()).containsExactly(1, 2, 3);
        assertThat(file.column(type.name(), arena).type()).isEqualTo(type);
      }
      assertThat(file.column("many", arena).toInts()[99_999]).isEqualTo(99_999);
    }
    try (ZipFile zip = new ZipFile(path.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("many.npy"))) {
      assertThat(in.readAllBytes()).hasSize(400_128);
    }
    assertThat(print(path))
        .contains(
            "UINT8 |u1 (3,) [1, 2, 3]",
            "FLOAT64 <f8 (3,) [1.0, 2.0, 3.0]",
            "table <i8 (2, 2) [[1, 2], [3, 4]]",
            "empty <i8 (0,) []");
  }

  @Test
  void shouldLeaveNothingWhenNotCommitted() throws IOException {
    try (NpyWriter array = NpyWriter.create(directory.resolve("a.npy"), ElementType.INT8, 1);
        NpzWriter archive = NpzWriter.create(directory.resolve("a.npz"))) {
      array.append(Elements.of(1));
      archive.begin("a", ElementType.INT8, 1, 1);
      archive.append(Elements.of(1));
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldRefuseTheWrongNumberOfElements() {
    try (NpyWriter array = NpyWriter.create(directory.resolve("a.npy"), ElementType.INT8, 2);
        NpzWriter archive = NpzWriter.create(directory.resolve("a.npz"))) {
      array.append(Elements.of(1, 2, 3));
      assertThatThrownBy(array::commit)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ends within a row");
      archive.begin("a", ElementType.INT8, 2, 1);
      archive.append(Elements.of(1));
      assertThatThrownBy(archive::commit)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a.npy has 1 elements to come");
      assertThatThrownBy(() -> archive.append(Elements.of(1, 2)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("more elements");
    }
  }

  private static Iterable<String> print(Path path) {
    return ForeignPython.lines(NpyWriterTest.class, "print_arrays.py", path, "numpy");
  }
}
