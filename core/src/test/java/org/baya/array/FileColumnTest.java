package org.baya.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileColumnTest {
  private static final int OFFSET = 11;

  @TempDir Path directory;

  /** The same bytes in a file and in memory. */
  private Column[] columns(ElementType type, ByteOrder order, int rows, int width)
      throws IOException {
    byte[] bytes = new byte[rows * width * type.sizeBytes()];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < bytes.length; i++) {
      // The high bytes are 0, so that every element is a small number of its type.
      int place = i % type.sizeBytes();
      boolean low = order == ByteOrder.LITTLE_ENDIAN ? place == 0 : place == type.sizeBytes() - 1;
      bytes[i] = (byte) (low ? random.nextInt(128) : 0);
    }
    Path path = directory.resolve("c");
    byte[] file = new byte[OFFSET + bytes.length + 5];
    System.arraycopy(bytes, 0, file, OFFSET, bytes.length);
    Files.write(path, file);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new Column[] {
      FileColumn.of(channel, OFFSET, type, order, rows, width, "c"),
      new SegmentColumn(MemorySegment.ofArray(bytes), type, order, rows, width, "c")
    };
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void shouldReadWhatMemoryHolds(ElementType type) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (int width : new int[] {1, 4, 40_000}) {
        int rows = width > 100 ? 7 : 40_000;
        Column[] both = columns(type, order, rows, width);
        assertSame(both[0], both[1], type.isInteger());
        for (int j : new int[] {0, width - 1}) {
          assertSame(both[0].component(j), both[1].component(j), type.isInteger());
        }
      }
    }
  }

  private static void assertSame(Column file, Column memory, boolean whole) {
    SplittableRandom random = new SplittableRandom(9);
    assertThat(file.length()).isEqualTo(memory.length());
    assertThat(file.toDoubles()).isEqualTo(memory.toDoubles());
    int length = (int) file.length();
    for (int i = 0; i < 20; i++) {
      int from = random.nextInt(length);
      int count = random.nextInt(Math.min(5000, length - from) + 1);
      double[][] doubles = new double[2][count + 2];
      file.read(from, count, doubles[0], 1);
      memory.read(from, count, doubles[1], 1);
      assertThat(doubles[0]).isEqualTo(doubles[1]);
      if (whole) {
        int[][] ints = new int[2][count + 2];
        long[][] longs = new long[2][count + 2];
        file.read(from, count, ints[0], 2);
        memory.read(from, count, ints[1], 2);
        file.read(from, count, longs[0], 2);
        memory.read(from, count, longs[1], 2);
        assertThat(ints[0]).isEqualTo(ints[1]);
        assertThat(longs[0]).isEqualTo(longs[1]);
      }
    }
  }

  @Test
  void shouldServeSeveralThreads() throws IOException {
    Column[] both = columns(ElementType.INT32, ByteOrder.LITTLE_ENDIAN, 200_000, 1);
    double[] wanted = both[1].toDoubles();
    boolean same =
        IntStream.range(0, 400)
            .parallel()
            .allMatch(i -> {
              double[] part = new double[500];
              both[0].read(500L * i, 500, part, 0);
              return IntStream.range(0, 500).allMatch(k -> part[k] == wanted[500 * i + k]);
            });
    assertThat(same).isTrue();
  }

  @Test
  void shouldNameTheRowOfTheWholeColumn() throws IOException {
    Path path = directory.resolve("d");
    byte[] bytes = new byte[8 * 200_000];
    bytes[8 * 150_001 + 7] = 1; // a double that is no whole number
    Files.write(path, bytes);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    Column list =
        FileColumn.of(channel, 0, ElementType.FLOAT64, ByteOrder.LITTLE_ENDIAN, 200_000, 1, "d");
    assertThatThrownBy(list::toInts).hasMessageStartingWith("d: row 150001 is ");
    Column table =
        FileColumn.of(channel, 0, ElementType.FLOAT64, ByteOrder.LITTLE_ENDIAN, 100_000, 2, "d");
    assertThatThrownBy(table::toInts).hasMessageStartingWith("d: row 75000, column 1 is ");
    assertThatThrownBy(() -> table.component(1).toInts())
        .hasMessageStartingWith("d[:, 1]: row 75000 is ");
  }

  @Test
  void shouldRefuseRangesAndFilesThatEnd() throws IOException {
    Path path = Files.write(directory.resolve("e"), new byte[8 << 20]);
    try (Arena arena = Arena.ofConfined()) {
      FileRegion region = new FileRegion(path, 8, (8 << 20) - 8, "e");
      Column column =
          region.column(ElementType.INT8, ByteOrder.nativeOrder(), (8 << 20) - 8, 1, arena, "e");
      assertThat(column).isInstanceOf(FileColumn.class);
      assertThatThrownBy(() -> column.read((8 << 20) - 8, 1, new int[1], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      FileRegion beyond = new FileRegion(path, 9, (8 << 20) - 8, "e");
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() ->
              beyond.column(
                  ElementType.INT8, ByteOrder.nativeOrder(), (8 << 20) - 8, 1, arena, "e"))
          .withMessageContaining("the file has 8388608 bytes (truncated?)");
      assertThatThrownBy(() -> region.slice(1, (8 << 20) - 8)).hasMessageContaining("truncated?");
      Files.write(path, new byte[10]);
      assertThatThrownBy(() -> column.read(1000, 1, new int[1], 0))
          .hasMessage("e: cannot be read: it became shorter");
    }
  }

  @Test
  void shouldReachElementsBeyondTwoToThe31() throws IOException {
    Path path = directory.resolve("long");
    long rows = (1L << 31) + 5;
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {7, 8}), 2 * rows - 2); // the rest is a hole
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    Column list =
        FileColumn.of(channel, 0, ElementType.INT8, ByteOrder.nativeOrder(), 2 * rows, 1, "l");
    int[] end = new int[3];
    list.read(2 * rows - 3, 3, end, 0);
    assertThat(end).containsExactly(0, 7, 8);
    Column second =
        FileColumn.of(channel, 0, ElementType.INT8, ByteOrder.nativeOrder(), rows, 2, "l")
            .component(1);
    second.read(rows - 2, 2, end, 0);
    assertThat(end).startsWith(0, 8);
  }
}
