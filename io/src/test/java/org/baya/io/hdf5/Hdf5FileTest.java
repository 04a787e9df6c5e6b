package org.baya.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the files of {@code make_files.py}, in the oldest and the newest form of the metadata. */
@ParameterizedClass
@ValueSource(strings = {"earliest.h5", "latest.h5"})
class Hdf5FileTest {
  private static final double[] RAMP = IntStream.range(0, 1000).asDoubleStream().toArray();

  private final Path path;
  private final Hdf5File file;
  private final Arena arena = Arena.ofShared();

  Hdf5FileTest(String name, @TempDir Path directory) throws IOException {
    path = copy(name, directory);
    file = Hdf5File.open(path);
  }

  @AfterEach
  void close() {
    file.close();
    arena.close();
  }

  @Test
  void shouldMapContiguousNumbersOfEveryTypeAndByteOrder() {
    double[] expected = IntStream.range(0, 100).asDoubleStream().toArray();
    for (String order : new String[] {"little", "big"}) {
      for (String name : file.datasets(order)) {
        Column column = file.column(order + "/" + name, arena);
        assertThat(column.toDoubles()).as(order + "/" + name).containsExactly(expected);
        assertThat(column.place()).isEqualTo(path + ":/" + order + "/" + name);
      }
    }
    assertThat(file.datasets("/big"))
        .containsExactly("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8");
    assertThat(file.column("big/u2", arena).type()).isEqualTo(ElementType.UINT16);
    assertThat(file.column("big/f2", arena).type()).isEqualTo(ElementType.FLOAT32);
    assertThat(file.info("little/i4"))
        .isEqualTo(new DatasetInfo(path + ":/little/i4", ElementType.INT32, 100, 1, true));
  }

  @Test
  void shouldReadTablesScalarsAndEmptyDatasets() {
    Column table = file.column("/table", arena);
    assertThat(table.rows()).isEqualTo(4);
    assertThat(table.width()).isEqualTo(3);
    assertThat(table.component(1).toDoubles()).containsExactly(1, 4, 7, 10);

    assertThat(file.column("scalar", arena).toDoubles()).containsExactly(1.5);
    assertThat(file.column("truth", arena).toInts()).containsExactly(1, 0, 1);
    assertThat(file.column("empty", arena).rows()).isZero();
    Column empty = file.column("emptytable", arena);
    assertThat(empty.rows()).isZero();
    assertThat(empty.width()).isEqualTo(3);
    assertThat(file.column("compact", arena).toInts()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void shouldUnpackChunks() {
    for (String name : new String[] {"plain", "packed", "checked", "growing", "half"}) {
      assertThat(file.column("chunked/" + name, arena).toDoubles()).as(name).containsExactly(RAMP);
    }
    Column table = file.column("chunked/table", arena);
    assertThat(table.width()).isEqualTo(10);
    assertThat(table.toDoubles()).containsExactly(RAMP);
    assertThat(file.info("chunked/table").isMapped()).isFalse();
    try (Arena confined = Arena.ofConfined()) {
      assertThat(file.column("chunked/packed", confined).toDoubles()).containsExactly(RAMP);
    }
  }

  @Test
  void shouldFillWhatWasNeverWritten() {
    assertThat(file.column("untouched", arena).toDoubles())
        .containsExactly(2.5, 2.5, 2.5, 2.5, 2.5);
    assertThat(file.column("chunked/untouched", arena).toInts()).hasSize(300).containsOnly(-7);
    int[] partly = file.column("chunked/partly", arena).toInts();
    assertThat(partly[120]).isEqualTo(5);
    partly[120] = 300;
    assertThat(partly).hasSize(300).containsOnly(300);
  }

  @Test
  void shouldReadStrings() {
    assertThat(file.strings("strings/fixed")).containsExactly("a", "bcd", "ef");
    assertThat(file.strings("strings/variable")).containsExactly("x", "yzä", "");
    assertThat(file.strings("strings/one")).containsExactly("alone");
    assertThat(file.strings("strings/empty")).isEmpty();
  }

  @Test
  void shouldReadAttributes() {
    assertThat(file.attribute("/", "version").orElseThrow().asLongs()).containsExactly(0, 1);
    assertThat(file.attribute("/", "magic").orElseThrow().asLong()).isEqualTo(0x0A7A);
    assertThat(file.attribute("/", "title").orElseThrow().asString()).isEqualTo("café");
    assertThat(file.attribute("table", "unit").orElseThrow().asString()).isEqualTo("ms");
    assertThat(file.attribute("table", "scale").orElseThrow().asDouble()).isEqualTo(0.25);
    assertThat(file.attribute("table", "nothing")).isEmpty();
    refuse(
        () -> file.attribute("/", "version").orElseThrow().asLong(),
        ":/@version: has 2 values; allowed is one");
    refuse(
        () -> file.attribute("/", "title").orElseThrow().asLong(),
        ":/@title: is 'café'; allowed is a number");
    refuse(
        () -> file.attribute("table", "scale").orElseThrow().asLong(),
        ":/table@scale: is 0.25; allowed is a whole number below 2^63");
  }

  @Test
  void shouldListAndFindObjects() {
    assertThat(file.groups("/")).containsExactly("big", "chunked", "little", "strings");
    assertThat(file.datasets("/"))
        .contains("compact", "link", "table")
        .doesNotContain("broken", "little");
    assertThat(file.exists("little/i4")).isTrue();
    assertThat(file.exists("/little/")).isTrue();
    assertThat(file.exists("little/i5")).isFalse();
    assertThat(file.exists("table/x")).isFalse();
    assertThat(file.column("link", arena).rows()).isEqualTo(100);
  }

  @Test
  void shouldNameThePlaceAndTheNearestNameWhenAnObjectIsMissing() {
    refuse(
        () -> file.column("litle/i4", arena),
        ":/litle: there is no such object; did you mean 'little'?");
    refuse(
        () -> file.column("chunked/pakced", arena),
        ":/chunked/pakced: there is no such object; did you mean 'packed'?");
    refuse(
        () -> file.column("table/x", arena),
        ":/table/x: there is no such object; its parent is a dataset");
    refuse(
        () -> file.column("strings", arena),
        ":/strings: is a group; allowed is a dataset, such as [empty, fixed, one, variable]");
    refuse(() -> file.datasets("table"), ":/table: is a dataset; allowed is a group");
    refuse(
        () -> file.attribute("tabel", "x"),
        ":/tabel: there is no such object; did you mean 'table'?");
  }

  @Test
  void shouldRefuseWhatIsNoColumnOfNumbers() {
    refuse(
        () -> file.column("strings/fixed", arena),
        ":/strings/fixed: holds strings; allowed are whole and real numbers");
    refuse(
        () -> file.column("strings/variable", arena),
        ":/strings/variable: holds strings; allowed are whole and real numbers");
    refuse(
        () -> file.column("complex", arena),
        ":/complex: holds elements of HDF5 class 6; allowed are whole and real numbers");
    refuse(() -> file.column("cube", arena), ":/cube: has 3 dimensions; allowed are one or two");
    refuse(() -> file.strings("table"), ":/table: is not a list of strings");
    refuse(
        () -> file.column("huge", arena).toDoubles(),
        ":/huge: row 0 is 18446744073709551615; allowed is a number exact in 64-bit floating point");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> file.column("broken", arena))
        .withMessageContaining(":/broken: ");
  }

  @Test
  void shouldKeepColumnsWhenTheFileIsClosed() {
    Column mapped = new Hdf5Source(path, "little/i4").open(arena);
    Column unpacked = new Hdf5Source(path, "/chunked/plain").open(arena);
    assertThat(mapped.toInts()[99]).isEqualTo(99);
    assertThat(unpacked.toInts()[999]).isEqualTo(999);
    assertThat(new Hdf5Source(path, "little/i4").place()).isEqualTo(mapped.place());
  }

  private void refuse(ThrowingCallable call, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(call)
        .withMessage(path + message);
  }

  /** A copy of a resource beside this class. */
  static Path copy(String name, Path directory) throws IOException {
    try (InputStream in = Hdf5FileTest.class.getResourceAsStream(name)) {
      Path target = directory.resolve(name);
      Files.copy(in, target);
      return target;
    }
  }
}
