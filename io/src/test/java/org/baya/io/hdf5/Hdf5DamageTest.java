package org.baya.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.file.Elements;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that end early or hold nonsense: one line, never another exception, a crash or a hang. */
class Hdf5DamageTest {
  @TempDir private Path directory;

  @Test
  void shouldSayInOneLineThatAFileIsTruncatedWhereverItEnds() throws IOException {
    cutEverywhere(small(), 1);
    cutEverywhere(Hdf5FileTest.copy("userblock.h5", directory), 41);
  }

  private void cutEverywhere(Path whole, int step) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = directory.resolve("cut.h5");
    for (int length = 0; length < bytes.length; length += step) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertThatExceptionOfType(InvalidInputException.class)
          .as("length " + length)
          .isThrownBy(() -> Hdf5File.open(cut))
          .withMessageMatching(".*cut\\.h5: is (truncated|not an HDF5 file).*");
    }
  }

  @Test
  void shouldRefuseDataThatLieBeyondTheEnd() throws IOException {
    Path path = Hdf5FileTest.copy("userblock.h5", directory);
    byte[] bytes = Files.readAllBytes(path);
    byte[] layout = {8, 0, 24, 0, 0, 0, 0, 0, 3, 1};
    bytes[indexOf(bytes, layout) + layout.length + 3] = 1;
    Files.write(path, bytes);
    try (Arena arena = Arena.ofConfined();
        Hdf5File file = Hdf5File.open(path)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> file.column("a/b", arena))
          .withMessageContaining("truncated?");
    }
  }

  /** Any change of any byte, claims of 2 GB among them. */
  @Test
  void shouldGiveInputErrorsOnlyWhenBytesAreWrong() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    byte[] small = Files.readAllBytes(small());
    byte[] userblock = Files.readAllBytes(Hdf5FileTest.copy("userblock.h5", directory));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          damageEachByte(small, random);
          damageEachByte(userblock, random);
        });
  }

  private void damageEachByte(byte[] bytes, SplittableRandom random) throws IOException {
    Path damaged = directory.resolve("damaged.h5");
    for (int i = 0; i < bytes.length; i++) {
      byte kept = bytes[i];
      if (kept == 0 && i % 16 != 0) {
        // Most of a file made by h5py is room for later.
        continue;
      }
      bytes[i] = (byte) (random.nextBoolean() ? 0xFF : kept ^ random.nextInt(1, 256));
      Files.write(damaged, bytes);
      bytes[i] = kept;
      readAll(damaged);
    }
  }

  @Test
  void shouldRefuseWhatIsNoHdf5File() throws IOException {
    refuse(directory.resolve("none.h5"), "cannot be read: no such file or directory");
    refuse(directory, "is a directory; allowed is an HDF5 file");
    refuse(Files.createFile(directory.resolve("empty.h5")), "is not an HDF5 file (it is empty)");
    refuse(Files.write(directory.resolve("text.h5"), new byte[5000]), "is not an HDF5 file");
  }

  private static void refuse(Path path, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Hdf5File.open(path))
        .withMessage(path + ": " + message);
  }

  /**
   * Reads what can be read; input errors, and too little memory for an absurd size, are the only
   * way to fail.
   */
  private static void readAll(Path path) {
    try (Arena arena = Arena.ofConfined();
        Hdf5File file = Hdf5File.open(path)) {
      for (String dataset : new String[] {"a/b", "a/c"}) {
        attempt(() -> assertThat(file.column(dataset, arena).length()).isNotNegative());
      }
      attempt(() -> assertThat(file.strings("a/s")).isNotNull());
      attempt(() -> assertThat(file.attribute("a", "unit")).isNotNull());
    } catch (InvalidInputException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
    }
  }

  private static void attempt(Runnable read) {
    try {
      read.run();
    } catch (InvalidInputException | SimulationException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
    }
  }

  private Path small() {
    Path path = directory.resolve("small.h5");
    Hdf5Tree tree =
        new Hdf5Tree()
            .dataset("/a/b", ElementType.INT32, 5)
            .dataset("/a/c", ElementType.FLOAT64, 2, 2)
            .attribute("/a", "unit", 1.5);
    try (Hdf5Writer writer = Hdf5Writer.create(path, tree)) {
      writer.dataset("/a/b").write(0, Elements.of(1, 2, 3, 4, 5));
      writer.commit();
    }
    return path;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, i, i + wanted.length))) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
