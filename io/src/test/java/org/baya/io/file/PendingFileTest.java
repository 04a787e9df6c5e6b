package org.baya.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
  @TempDir private Path directory;

  @Test
  void shouldAppearWholeWhenCommitted() throws IOException {
    Path target = directory.resolve("out");
    Files.writeString(target, "older and longer");
    try (PendingFile file = PendingFile.create(target)) {
      file.write(2, ByteBuffer.wrap(new byte[] {7}));
      assertThat(target).hasContent("older and longer");
      file.extendTo(5);
      file.commit();
    }
    assertThat(target).hasBinaryContent(new byte[] {0, 0, 7, 0, 0});
    assertThat(list()).containsExactly(target);
  }

  @Test
  void shouldLeaveNothingWhenNotCommitted() throws IOException {
    try (PendingFile file = PendingFile.create(directory.resolve("out"))) {
      file.write(0, ByteBuffer.wrap(new byte[10]));
    }
    assertThat(list()).isEmpty();
  }

  @Test
  void shouldCopyAnotherFile() throws IOException {
    Path source = Files.write(directory.resolve("source"), new byte[] {1, 2, 3});
    Path target = directory.resolve("out");
    try (PendingFile file = PendingFile.create(target)) {
      assertThat(file.copyFrom(source, 1)).isEqualTo(3);
      file.commit();
    }
    assertThat(target).hasBinaryContent(new byte[] {0, 1, 2, 3});
  }

  @Test
  void shouldRefuseTargetsThatCannotBeWritten() throws IOException {
    Path target = directory.resolve("missing").resolve("out");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PendingFile.create(target))
        .withMessage(target + ": cannot be written: no such file or directory");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PendingFile.create(directory))
        .withMessageContaining("is a directory");
    Path plain = Files.createFile(directory.resolve("plain"));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PendingFile.create(plain.resolve("out")))
        .withMessageContaining("cannot be written");
  }

  @Test
  void shouldFailInOneLineWhenItIsClosedEarly() {
    PendingFile file = PendingFile.create(directory.resolve("out"));
    file.close();
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(() -> file.write(0, ByteBuffer.allocate(1)))
        .withMessageContaining("cannot be written: it was closed");
  }

  private Iterable<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
