package org.baya.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzFileTest {
  private static final double[] RAMP = IntStream.range(0, 12).asDoubleStream().toArray();

  private final Arena arena = Arena.ofConfined();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    arena.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz"})
  void shouldReadWhatNumpyWrote(String name) throws IOException {
    Path path = NpyFileTest.copy(name, directory);
    NpzFile file = NpzFile.open(path);
    for (String array : file.names()) {
      if (array.startsWith("little_") || array.startsWith("big_")) {
        assertThat(file.column(array, arena).toDoubles()).as(array).containsExactly(RAMP);
      }
    }
    assertThat(file.names()).hasSize(33);
    assertThat(file.column("truth", arena).toInts()).containsExactly(1, 0, 1);
    assertThat(file.column("scalar.npy", arena).toDoubles()).containsExactly(2.5);
    assertThat(file.column("empty", arena).rows()).isZero();
    assertThat(file.column("emptytable", arena).width()).isEqualTo(4);
    assertThat(file.column("table", arena).component(0).toInts()).containsExactly(0, 3, 6, 9);
    Column fortran = new NpzSource(path, "fortran").open(arena);
    assertThat(fortran.toDoubles()).containsExactly(RAMP);
    assertThat(fortran.place()).isEqualTo(path + ":fortran");

    refuse(file, "cube", ":cube: has 3 dimensions");
    refuse(file, "complex", ":complex: holds elements of NumPy type '<c8'");
    refuse(file, "strings", ":strings: holds elements of NumPy type '<U1'");
    refuse(file, "records", ":records: holds records of several fields");
    refuse(file, "objects", ":objects: holds elements of NumPy type '|O'");
    refuse(file, "tabel", ":tabel: there is no such array; did you mean 'table'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz"})
  void shouldGiveInputErrorsOnlyWhenTruncatedOrDamaged(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(NpyFileTest.copy(name, directory));
    SplittableRandom random = new SplittableRandom(5);
    Path changed = directory.resolve("changed.npz");
    for (int length = 0; length < bytes.length; length += length < bytes.length - 60 ? 37 : 1) {
      Files.write(changed, Arrays.copyOf(bytes, length));
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> NpzFile.open(changed));
    }
    // The directory is at the end; before it, some of the members.
    for (int i = 0; i < bytes.length; i += i < 400 || i > bytes.length - 200 ? 1 : 53) {
      byte kept = bytes[i];
      bytes[i] = (byte) random.nextInt();
      Files.write(changed, bytes);
      bytes[i] = kept;
      try {
        NpzFile file = NpzFile.open(changed);
        for (String array : file.names().stream().limit(3).toList()) {
          read(file, array);
        }
      } catch (InvalidInputException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  @Test
  void shouldRefuseContentsThatAreNotWhatTheDirectorySays() throws IOException {
    byte[] whole = deflated(Files.readAllBytes(NpyFileTest.copy("table.npy", directory)));
    int entry = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");

    assertThat(column(whole).toDoubles()).containsExactly(RAMP);
    refuse(
        changed(whole, entry + 16, 12345),
        "is damaged: it does not unpack to the 224 bytes it should");
    refuse(
        changed(whole, entry + 24, 223),
        "is damaged: it does not unpack to the 223 bytes it should");
    refuse(
        changed(whole, entry + 24, 225),
        "is damaged: it does not unpack to the 225 bytes it should");
    refuse(changed(whole, entry + 24, 2_000_000_000), "which is not possible");
    refuse(changed(whole, entry + 20, 5), "is damaged");
    refuse(changed(whole, entry + 20, 1_000_000), "is truncated");
    refuse(changed(whole, entry + 42, 7), "is damaged: there is no member at byte 7");
    refuse(changed(whole, entry + 8, 1 | 8 << 16), "is encrypted or packed in an unknown way");
    refuse(changed(whole, entry + 8, 12 << 16), "is encrypted or packed in an unknown way");
  }

  @Test
  void shouldUnpackWhatIsVeryCompressible() throws IOException {
    byte[] array = Files.readAllBytes(NpyFileTest.copy("table.npy", directory));
    assertThat(column(deflated(Arrays.copyOf(array, 3_000_000))).toDoubles()).containsExactly(RAMP);
  }

  private Column column(byte[] archive) throws IOException {
    return NpzFile.open(Files.write(directory.resolve("made.npz"), archive)).column("a", arena);
  }

  private void refuse(byte[] archive, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> column(archive))
        .withMessageContaining(message);
  }

  private void refuse(NpzFile file, String name, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> file.column(name, arena))
        .withMessageContaining(message);
  }

  private void read(NpzFile file, String array) {
    try {
      assertThat(file.column(array, arena).toDoubles()).isNotNull();
    } catch (InvalidInputException | SimulationException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
    }
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return copy;
  }

  private static byte[] deflated(byte[] array) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(array);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
