package org.baya.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;
import org.baya.io.file.ForeignPython;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5WriterTest {
  @TempDir private Path directory;

  @Test
  void shouldBeReadBackByOurReader() {
    Path path = writeEverything();
    try (Arena arena = Arena.ofShared();
        Hdf5File file = Hdf5File.open(path)) {
      for (ElementType type : ElementType.values()) {
        Column list = file.column("lists/" + name(type), arena);
        assertThat(list.type()).isEqualTo(type);
        assertThat(list.toInts()).containsExactly(0, 1, 100);
        Column table = file.column("tables/" + name(type), arena);
        assertThat(table.width()).isEqualTo(2);
        assertThat(table.toDoubles()).containsExactly(0, 1, 2, 3, 0, 0);
        assertThat(file.info("lists/" + name(type)).isMapped()).isTrue();
      }
      assertThat(file.column("empty", arena).rows()).isZero();
      assertThat(file.column("emptytable", arena).width()).isEqualTo(3);
      assertThat(file.strings("names")).containsExactly("a", "bcd", "é");
      assertThat(file.strings("nonames")).isEmpty();
      assertThat(file.groups("many")).hasSize(40);
      assertThat(file.attribute("/", "text").orElseThrow().asString()).isEqualTo("käse");
      assertThat(file.attribute("/", "nothing").orElseThrow().asString()).isEmpty();
      assertThat(file.attribute("/", "whole").orElseThrow().asLong()).isEqualTo(0x0A7A);
      assertThat(file.attribute("/lists/int8", "reals").orElseThrow().asDoubles())
          .containsExactly(1, 2.5);
      assertThat(file.attribute("/many", "wholes").orElseThrow().asLongs()).containsExactly(0, 1);
    }
  }

  @Test
  void shouldBeReadByJhdf() {
    try (HdfFile file = new HdfFile(writeEverything())) {
      assertThat(file.getDatasetByPath("/lists/float64").getData())
          .isEqualTo(new double[] {0, 1, 100});
      assertThat(file.getDatasetByPath("/tables/int32").getData())
          .isEqualTo(new int[][] {{0, 1}, {2, 3}, {0, 0}});
      assertThat(file.getAttribute("whole").getData()).isEqualTo(0x0A7AL);
      assertThat(file.getAttribute("text").getData()).isEqualTo("käse");
      assertThat(file.getByPath("/many").getAttributes()).hasSize(21);
    }
  }

  @Test
  void shouldBeReadByH5py() {
    List<String> lines =
        ForeignPython.lines(Hdf5WriterTest.class, "print_file.py", writeEverything(), "h5py");
    assertThat(lines)
        .contains(
            "/ group",
            "/@nothing ",
            "/@real 0.5",
            "/@text käse",
            "/@whole 2682",
            "/empty <f4 (0,) []",
            "/emptytable <f4 (0, 3) []",
            "/names |S3 (3,) [b'a', b'bcd', b'\\xc3\\xa9']",
            "/nonames |S1 (0,) []",
            "/lists/int8@reals [1.0, 2.5]",
            "/lists/int8@unit ms",
            "/many/group39 group",
            "/many@wholes [0, 1]",
            "/many@string19 19");
    for (ElementType type : ElementType.values()) {
      String dtype =
          (type.sizeBytes() == 1 ? "|" : "<")
              + (type.isInteger() ? type.isSigned() ? "i" : "u" : "f")
              + type.sizeBytes();
      String values = type.isInteger() ? "[0, 1, 100]" : "[0.0, 1.0, 100.0]";
      String table =
          type.isInteger() ? "[[0, 1], [2, 3], [0, 0]]" : "[[0.0, 1.0], [2.0, 3.0], [0.0, 0.0]]";
      assertThat(lines)
          .contains("/lists/" + name(type) + " " + dtype + " (3,) " + values)
          .contains("/tables/" + name(type) + " " + dtype + " (3, 2) " + table);
    }
  }

  @Test
  void shouldHoldMoreThanFourGigabytes() {
    Path path = directory.resolve("big.h5");
    long rows = (1L << 29) + 3;
    Hdf5Tree tree =
        new Hdf5Tree()
            .dataset("/big", ElementType.INT64, rows)
            .dataset("/after", ElementType.INT32, 2);
    // Nothing between the ends is written, so the file takes no room on disk where the file system
    // knows holes.
    try (Hdf5Writer writer = Hdf5Writer.create(path, tree)) {
      writer.dataset("/big").write(0, Elements.of(11L));
      writer.dataset("/big").write(rows - 1, Elements.of(22L));
      writer.dataset("/after").write(0, Elements.of(3, 4));
      writer.commit();
    }
    try (Arena arena = Arena.ofShared();
        Hdf5File file = Hdf5File.open(path)) {
      Column big = file.column("big", arena);
      long[] ends = new long[2];
      big.read(0, 1, ends, 0);
      big.read(rows - 1, 1, ends, 1);
      assertThat(ends).containsExactly(11, 22);
      assertThat(file.column("after", arena).toInts()).containsExactly(3, 4);
    }
    assertThat(ForeignPython.lines(Hdf5WriterTest.class, "print_end.py", path, "h5py"))
        .containsExactly(rows + " 11 22 [3, 4]");
  }

  @Test
  void shouldTakeBlocksFromSeveralThreads() {
    Path path = directory.resolve("parallel.h5");
    int n = 1 << 20;
    int block = 10_000;
    try (Hdf5Writer writer =
        Hdf5Writer.create(path, new Hdf5Tree().dataset("/a/b", ElementType.FLOAT32, n))) {
      Destination destination = writer.dataset("/a/b");
      IntStream.range(0, (n + block - 1) / block)
          .parallel()
          .forEach(b -> {
            float[] values = new float[Math.min(block, n - b * block)];
            for (int i = 0; i < values.length; i++) {
              values[i] = b * block + i;
            }
            destination.write((long) b * block, Elements.of(values));
          });
      writer.commit();
    }
    try (Arena arena = Arena.ofShared()) {
      int[] read = new Hdf5Source(path, "a/b").open(arena).toInts();
      assertThat(read).isEqualTo(IntStream.range(0, n).toArray());
    }
  }

  @Test
  void shouldAssembleListsThatWereStreamed() {
    Path path = directory.resolve("spikes.h5");
    AppendFile times =
        AppendFile.create(directory.resolve("spikes.h5.times.part"), ElementType.FLOAT64);
    for (int i = 0; i < 30_000; i++) {
      times.append(Elements.of(i * 0.5));
    }
    times.close();
    Hdf5Tree tree = new Hdf5Tree().dataset("/spikes/v1/timestamps", times.type(), times.length());
    try (Hdf5Writer writer = Hdf5Writer.create(path, tree)) {
      writer.dataset("/spikes/v1/timestamps").write(0, times);
      writer.commit();
    }
    times.delete();
    try (Arena arena = Arena.ofShared()) {
      double[] read = new Hdf5Source(path, "spikes/v1/timestamps").open(arena).toDoubles();
      assertThat(read).isEqualTo(IntStream.range(0, 30_000).mapToDouble(i -> i * 0.5).toArray());
    }
  }

  @Test
  void shouldLeaveNothingWhenNotCommitted() throws IOException {
    Path path = directory.resolve("out.h5");
    try (Hdf5Writer writer =
        Hdf5Writer.create(path, new Hdf5Tree().dataset("/a", ElementType.INT8, 10))) {
      writer.dataset("/a").write(0, Elements.of(1));
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldRefuseWritesOutsideADataset() {
    try (Hdf5Writer writer =
        Hdf5Writer.create(
            directory.resolve("o.h5"), new Hdf5Tree().dataset("/a", ElementType.INT8, 3))) {
      Destination a = writer.dataset("/a");
      assertThatThrownBy(() -> a.write(2, Elements.of(1, 2)))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageContaining("/a has 3");
      assertThatThrownBy(() -> a.write(-1, Elements.of(1)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.dataset("/b"))
          .withMessage("/b is not declared");
    }
  }

  @Test
  void shouldRefuseDeclarationsThatMakeNoSense() {
    Hdf5Tree tree = new Hdf5Tree().dataset("/a", ElementType.INT8, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.dataset("/a", ElementType.INT8, 3))
        .withMessage("/a is declared twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.group("/a/b"))
        .withMessageContaining("/a is a dataset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.dataset("/b", ElementType.INT8, -1))
        .withMessageContaining("negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.dataset("/", ElementType.INT8, 1))
        .withMessageContaining("no name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tree.attribute("/c", "x", 1L))
        .withMessage("/c is not declared");
    tree.attribute("/a", "long", new double[9000]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hdf5Writer.create(directory.resolve("o.h5"), tree))
        .withMessageContaining("attribute long takes 72");
  }

  @Test
  void shouldRefuseAPlaceThatCannotBeWritten() {
    Path path = directory.resolve("missing").resolve("o.h5");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Hdf5Writer.create(path, new Hdf5Tree()))
        .withMessage(path + ": cannot be written: no such file or directory");
  }

  private Path writeEverything() {
    Path path = directory.resolve("everything.h5");
    Hdf5Tree tree = new Hdf5Tree();
    for (ElementType type : ElementType.values()) {
      tree.dataset("/lists/" + name(type), type, 3).dataset("/tables/" + name(type), type, 3, 2);
    }
    tree.dataset("/empty", ElementType.FLOAT32, 0)
        .dataset("/emptytable", ElementType.FLOAT32, 0, 3);
    tree.strings("/names", List.of("a", "bcd", "é")).strings("/nonames", List.of());
    IntStream.range(0, 40).forEach(i -> tree.group("/many/group" + i));
    IntStream.range(0, 20).forEach(i -> tree.attribute("/many", "string" + i, Integer.toString(i)));
    tree.attribute("/", "text", "käse")
        .attribute("/", "nothing", "")
        .attribute("/", "whole", 0x0A7AL)
        .attribute("/", "real", 0.5);
    tree.attribute("/many", "wholes", new long[] {0, 1});
    tree.attribute("/lists/int8", "reals", new double[] {1, 2.5})
        .attribute("/lists/int8", "unit", "ms");
    try (Hdf5Writer writer = Hdf5Writer.create(path, tree)) {
      for (ElementType type : ElementType.values()) {
        writer.dataset("/lists/" + name(type)).write(0, Elements.of(0, 1, 100));
        writer.dataset("/tables/" + name(type)).write(1, Elements.of(1.0, 2.0, 3.0));
      }
      writer.commit();
    }
    return path;
  }

  private static String name(ElementType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
