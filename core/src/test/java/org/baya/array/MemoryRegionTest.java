package org.baya.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryRegionTest {
  @TempDir private Path directory;

  @Test
  void shouldMapAPartOfAFile() throws IOException {
    Path path = Files.write(directory.resolve("f"), new byte[] {9, 1, 0, 2, 0, 9});
    try (Arena arena = Arena.ofConfined();
        FileChannel file = FileChannel.open(path)) {
      MemoryRegion region = MemoryRegion.map(file, 1, 4, arena, "f");
      assertThat(region.column(ElementType.INT16, ByteOrder.LITTLE_ENDIAN, 2, 1, "f").toInts())
          .containsExactly(1, 2);
      assertThat(MemoryRegion.map(file, 6, 0, arena, "f").sizeBytes()).isZero();
    }
  }

  @Test
  void shouldRefuseToMapBeyondTheEnd() throws IOException {
    Path path = Files.write(directory.resolve("f"), new byte[6]);
    try (Arena arena = Arena.ofConfined();
        FileChannel file = FileChannel.open(path)) {
      for (long[] range :
          new long[][] {
            {0, 7}, {6, 1}, {7, 0}, {Long.MAX_VALUE, 1}, {1, Long.MAX_VALUE}, {-1, 2}
          }) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> MemoryRegion.map(file, range[0], range[1], arena, "f"))
            .withMessageContaining("the file has 6 bytes");
      }
    }
  }

  @Test
  void shouldRepeatAnElementWhenFilled() {
    try (Arena arena = Arena.ofConfined()) {
      MemoryRegion region = MemoryRegion.allocate(20, arena, "f");
      region.fill(new byte[] {1, 0, 2, 0});
      assertThat(region.column(ElementType.INT16, ByteOrder.LITTLE_ENDIAN, 10, 1, "f").toInts())
          .containsExactly(1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
    }
  }

  @Test
  void shouldCopyInAndOut() {
    try (Arena arena = Arena.ofConfined()) {
      MemoryRegion region = MemoryRegion.allocate(8, arena, "f");
      region.put(2, new byte[] {0, 5, 6, 7}, 1, 2);
      byte[] out = new byte[4];
      region.slice(1, 4).get(0, out, 0, 4);
      assertThat(out).containsExactly(0, 5, 6, 0);
      assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> region.slice(5, 4));
    }
  }

  @Test
  void shouldKnowWhetherOtherThreadsMayUseIt() {
    try (Arena confined = Arena.ofConfined();
        Arena shared = Arena.ofShared()) {
      assertThat(MemoryRegion.allocate(8, confined, "f").isShared()).isFalse();
      assertThat(MemoryRegion.allocate(8, shared, "f").isShared()).isTrue();
    }
  }
}
