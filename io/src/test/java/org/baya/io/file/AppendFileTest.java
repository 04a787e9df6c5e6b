package org.baya.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
  @TempDir private Path directory;

  @Test
  void shouldHoldWhatWasAppendedInOrder() throws IOException {
    Path path = directory.resolve("times.part");
    int blocks = 500;
    try (AppendFile list = AppendFile.create(path, ElementType.INT64)) {
      for (int i = 0; i < blocks; i++) {
        list.append(Elements.of(i, 2L * i, 3L * i));
      }
      list.append(Elements.of(new long[20_000]));
      assertThat(list.length()).isEqualTo(3 * blocks + 20_000);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.remaining()).isEqualTo(8 * (3 * blocks + 20_000));
    for (int i = 0; i < blocks; i++) {
      assertThat(bytes.getLong()).isEqualTo(i);
      assertThat(bytes.getLong()).isEqualTo(2L * i);
      assertThat(bytes.getLong()).isEqualTo(3L * i);
    }
  }

  @Test
  void shouldShowInTheFileWhatWasFlushed() throws IOException {
    Path path = directory.resolve("times.part");
    AppendFile list = AppendFile.create(path, ElementType.INT16);
    list.append(Elements.of(1, 2));
    list.flush();
    list.append(Elements.of(3));
    assertThat(Files.size(path)).isEqualTo(4);
    list.close();
    assertThat(Files.size(path)).isEqualTo(6);
    list.delete();
    assertThat(path).doesNotExist();
  }

  @Test
  void shouldFlushOnceASecondHasPassed() throws IOException, InterruptedException {
    Path path = directory.resolve("times.part");
    try (AppendFile list = AppendFile.create(path, ElementType.INT8)) {
      list.append(Elements.of(1));
      list.flushIfDue();
      assertThat(Files.size(path)).isZero();
      Thread.sleep(1010);
      list.flushIfDue();
      assertThat(Files.size(path)).isEqualTo(1);
    }
  }

  @Test
  void shouldFailInOneLineWhenNothingCanBeWritten() {
    Path path = directory.resolve("missing").resolve("times.part");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> AppendFile.create(path, ElementType.INT8))
        .withMessage(path + ": cannot be written: no such file or directory");
    AppendFile closed = AppendFile.create(directory.resolve("times.part"), ElementType.INT8);
    closed.close();
    closed.append(Elements.of(1));
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(closed::flush)
        .withMessageContaining("cannot be written");
  }

  @Test
  void shouldSayThatTheDiskIsFull() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no device here that is always full");
    AppendFile list = AppendFile.create(full, ElementType.INT8);
    list.append(Elements.of(1));
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(list::flush)
        .withMessage("/dev/full: cannot be written: No space left on device");
  }
}
