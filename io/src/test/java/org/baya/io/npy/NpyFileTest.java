package org.baya.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {
  private static final double[] RAMP = IntStream.range(0, 12).asDoubleStream().toArray();

  private final Arena arena = Arena.ofConfined();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    arena.close();
  }

  @Test
  void shouldMapATable() throws IOException {
    NpyFile file = NpyFile.open(copy("table.npy", directory));
    assertThat(file.type()).isEqualTo(ElementType.FLOAT64);
    assertThat(file.rows()).isEqualTo(4);
    assertThat(file.width()).isEqualTo(3);
    assertThat(file.column(arena).toDoubles()).containsExactly(RAMP);
    assertThat(file.column(arena).component(2).toInts()).containsExactly(2, 5, 8, 11);
  }

  @Test
  void shouldReadColumnMajorOrder() throws IOException {
    Path path = copy("fortran.npy", directory);
    Column column = new NpySource(path).open(arena);
    assertThat(column.width()).isEqualTo(3);
    assertThat(column.toDoubles()).containsExactly(RAMP);
    assertThat(column.component(1).toInts()).containsExactly(1, 4, 7, 10);
    assertThat(column.component(1).place()).isEqualTo(path + "[:, 1]");
  }

  @Test
  void shouldReadLaterVersions() throws IOException {
    assertThat(new NpySource(copy("version2.npy", directory)).open(arena).toDoubles())
        .containsExactly(RAMP);
    assertThat(new NpySource(copy("version3.npy", directory)).open(arena).toDoubles())
        .containsExactly(RAMP);
  }

  @Test
  void shouldTakeHeadersThatOthersWrite() throws IOException {
    assertThat(open("{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"=i4\"}", 8).rows())
        .isEqualTo(2);
    assertThat(
            open("{'descr': '<i4', 'fortran_order': True, 'shape': (1, 2)}", 8)
                .column(arena)
                .width())
        .isEqualTo(2);
    assertThat(open("{'descr': '<i4', 'fortran_order': False, 'shape': (0, 2147483647)}", 0).rows())
        .isZero();
  }

  @Test
  void shouldRefuseHeadersThatMakeNoSense() {
    String shape = "'fortran_order': False, 'shape': ";
    refuse(
        "{'descr': '<c8', " + shape + "(1,)}",
        "holds elements of NumPy type '<c8'; allowed are bool, int8");
    refuse("{'descr': '<M8[ns]', " + shape + "(1,)}", "holds elements of NumPy type '<M8[ns]'");
    refuse("{'descr': '', " + shape + "(1,)}", "holds elements of NumPy type ''");
    refuse("{'descr': [('a', '<i4')], " + shape + "(1,)}", "holds records of several fields");
    refuse("{'descr': '<i4', " + shape + "(1, 1, 1)}", "has 3 dimensions; allowed are one or two");
    refuse(
        "{'descr': '<i4', " + shape + "(3,)}",
        "is truncated: 3 x 1 elements need 12 bytes but 8 are there");
    refuse(
        "{'descr': '<i4', " + shape + "(9223372036854775807,)}",
        "has the shape (9223372036854775807, 1), which is not possible");
    refuse(
        "{'descr': '<i4', " + shape + "(4294967296, 4294967296)}",
        "has the shape (4294967296, 4294967296), which is not possible");
    refuse(
        "{'descr': '<i4', " + shape + "(99999999999999999999,)}",
        "has a header with an impossible shape");
    refuse("{'descr': '<i4', " + shape + "(-1,)}", "has a header with an impossible shape");
    refuse("{'descr': '<i4', " + shape + "(2, 0)}", "has the shape (2, 0), which is not possible");
    refuse("{'descr': '<i4', " + shape + "2}", "has a header that is damaged at character 50");
    refuse("{'descr': '<i4'}", "has a header without descr, fortran_order and shape");
    refuse("{'descr': '<i4", "has a header that is damaged at character 10");
    refuse("", "has a header that is damaged at character 0");
  }

  @Test
  void shouldRefuseWhatIsNoArray() throws IOException {
    Path none = directory.resolve("none.npy");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NpyFile.open(none))
        .withMessage(none + ": cannot be read: no such file or directory");
    Path text = Files.writeString(directory.resolve("text.npy"), "this is a text");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NpyFile.open(text))
        .withMessage(text + ": is no .npy array");
    Path later =
        Files.write(
            directory.resolve("later.npy"),
            new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 4, 0, 0, 0});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NpyFile.open(later))
        .withMessage(later + ": has .npy version 4; allowed are 1, 2 and 3");
    Path long2 =
        Files.write(
            directory.resolve("long.npy"),
            new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> NpyFile.open(long2))
        .withMessageContaining("has a header of 4294967295 bytes");
  }

  @Test
  void shouldSayInOneLineThatAFileIsTruncatedWhereverItEnds() throws IOException {
    for (String name : new String[] {"table.npy", "fortran.npy", "version2.npy"}) {
      byte[] bytes = Files.readAllBytes(copy(name, directory));
      Path cut = directory.resolve("cut.npy");
      for (int length = 0; length < bytes.length; length++) {
        Files.write(cut, Arrays.copyOf(bytes, length));
        assertThatExceptionOfType(InvalidInputException.class)
            .as("length " + length)
            .isThrownBy(() -> NpyFile.open(cut))
            .withMessageMatching(".*cut\\.npy: is (truncated|no \\.npy array).*");
      }
    }
  }

  @Test
  void shouldGiveInputErrorsOnlyWhenBytesAreWrong() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    byte[] bytes = Files.readAllBytes(copy("table.npy", directory));
    Path damaged = directory.resolve("damaged.npy");
    for (int i = 0; i < 128; i++) {
      byte kept = bytes[i];
      for (int k = 0; k < 5; k++) {
        bytes[i] = (byte) random.nextInt();
        Files.write(damaged, bytes);
        try {
          assertThat(NpyFile.open(damaged).column(arena).toDoubles()).isNotNull();
        } catch (InvalidInputException e) {
          assertThat(e.getMessage()).doesNotContain("\n").contains("damaged.npy");
        }
      }
      bytes[i] = kept;
    }
  }

  /** A copy of a resource beside this class. */
  static Path copy(String name, Path directory) throws IOException {
    try (InputStream in = NpyFileTest.class.getResourceAsStream(name)) {
      Path target = directory.resolve(name);
      Files.copy(in, target);
      return target;
    }
  }

  private NpyFile open(String dictionary, int dataBytes) throws IOException {
    byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes =
        ByteBuffer.allocate(10 + text.length + dataBytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
            .putShort((short) text.length)
            .put(text)
            .array();
    return NpyFile.open(Files.write(directory.resolve("made.npy"), bytes));
  }

  private void refuse(String dictionary, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> open(dictionary, 8))
        .withMessageStartingWith(directory.resolve("made.npy") + ": " + message);
  }
}
