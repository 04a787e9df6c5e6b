package org.baya.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentColumnTest {

  static Stream<Arguments> typesAndOrders() {
    return Stream.of(ElementType.values())
        .flatMap(type ->
            Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                .map(order -> Arguments.of(type, order)));
  }

  @ParameterizedTest
  @MethodSource("typesAndOrders")
  void shouldReadBackWhatWasStored(ElementType type, ByteOrder order) {
    for (int length : new int[] {0, 1, 2, 7, 1023, 1024, 1025, 4099}) {
      long[] values = values(type, length);
      Column column =
          new SegmentColumn(stored(values, type, order), type, order, length, 1, "test");

      double[] doubles = new double[length + 3];
      int[] ints = new int[length + 3];
      long[] longs = new long[length + 3];
      column.read(0, length, doubles, 2);
      column.read(0, length, ints, 2);
      column.read(0, length, longs, 2);

      for (int i = 0; i < length; i++) {
        assertThat(doubles[i + 2]).isEqualTo(values[i]);
        assertThat(ints[i + 2]).isEqualTo((int) values[i]);
        assertThat(longs[i + 2]).isEqualTo(values[i]);
      }
      assertThat(doubles[length + 2]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("typesAndOrders")
  void shouldReadEveryComponentOfARow(ElementType type, ByteOrder order) {
    for (int width : new int[] {1, 2, 5, 4096, 5000}) {
      int rows = width > 100 ? 3 : 2500;
      long[] values = values(type, rows * width);
      Column column =
          new SegmentColumn(stored(values, type, order), type, order, rows, width, "test");
      for (int j : new int[] {0, width / 2, width - 1}) {
        Column component = column.component(j);
        int n = rows - 1;
        double[] doubles = new double[n];
        int[] ints = new int[n];
        component.read(1, n, doubles, 0);
        component.read(1, n, ints, 0);
        assertThat(component.rows()).isEqualTo(rows);
        assertThat(component.width()).isEqualTo(1);
        for (int i = 0; i < n; i++) {
          assertThat(doubles[i]).isEqualTo(values[(i + 1) * width + j]);
          assertThat(ints[i]).isEqualTo((int) values[(i + 1) * width + j]);
        }
      }
    }
  }

  @Test
  void shouldNameRowAndValueWhenANumberDoesNotFit() {
    long[] longs = new long[3000];
    longs[2500] = 1L << 31;
    Column column = SegmentColumn.of("v1.h5:/ids", longs);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(column::toInts)
        .withMessage("v1.h5:/ids: row 2500 is 2147483648; allowed is a 32-bit whole number");

    Column fraction = SegmentColumn.of("w", -2147483648.0, 0.5);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(fraction::toInts)
        .withMessage("w: row 1 is 0.5; allowed is a 32-bit whole number");
  }

  @Test
  void shouldRefuseWhatALongOrADoubleCannotHold() {
    Column unsigned =
        new SegmentColumn(
            MemorySegment.ofArray(new long[] {1, -1}),
            ElementType.UINT64,
            ByteOrder.nativeOrder(),
            2,
            1,
            "u");
    assertThatThrownBy(() -> unsigned.read(0, 2, new long[2], 0))
        .hasMessageContaining("row 1 is 18446744073709551615");
    assertThatThrownBy(() -> unsigned.read(0, 2, new int[2], 0))
        .hasMessageContaining("row 1 is 18446744073709551615");
    assertThatThrownBy(unsigned::toDoubles).hasMessageContaining("row 1 is 18446744073709551615");

    Column odd = SegmentColumn.of("l", (1L << 53) + 1);
    assertThatThrownBy(odd::toDoubles)
        .hasMessageContaining("row 0 is 9007199254740993; allowed is a number exact");

    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0x1p63, -1.5}) {
      Column real = SegmentColumn.of("d", value);
      assertThatThrownBy(() -> real.read(0, 1, new long[1], 0))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("row 0 is " + value);
      assertThatThrownBy(real::toInts).isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void shouldNameColumnWhenRowsAreWide() {
    Column column =
        new SegmentColumn(
            MemorySegment.ofArray(new float[] {0, 1, 2, 3.5f}),
            ElementType.FLOAT32,
            ByteOrder.nativeOrder(),
            2,
            2,
            "t");
    assertThatThrownBy(() -> column.read(0, 4, new int[4], 0))
        .hasMessage("t: row 1, column 1 is 3.5; allowed is a 32-bit whole number");
    assertThatThrownBy(() -> column.component(1).read(0, 2, new int[2], 0))
        .hasMessageContaining("t[:, 1]: row 1 is 3.5");
  }

  @Test
  void shouldRefuseRangesOutsideTheColumn() {
    Column column =
        new SegmentColumn(
            MemorySegment.ofArray(new int[6]),
            ElementType.INT32,
            ByteOrder.nativeOrder(),
            3,
            2,
            "t");
    for (Column each : new Column[] {column, column.component(0)}) {
      long length = each.length();
      assertThatThrownBy(() -> each.read(length, 1, new int[1], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> each.read(-1, 1, new double[1], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> column.component(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void shouldRefuseMemoryThatIsTooSmall() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() ->
            new SegmentColumn(
                MemorySegment.ofArray(new int[3]),
                ElementType.INT32,
                ByteOrder.nativeOrder(),
                2,
                2,
                "t"))
        .withMessage("t: needs 16 bytes but has 12 (truncated?)");
  }

  /** Random numbers that fit the type, an int and a float exactly. */
  private static long[] values(ElementType type, int length) {
    int bits = Math.min(8 * type.sizeBytes() - (type.isSigned() ? 1 : 0), 24);
    return new SplittableRandom(42)
        .longs(length, type.isSigned() ? -(1L << bits) : 0, 1L << bits)
        .map(value -> type.isInteger() ? value : value / 2)
        .toArray();
  }

  private static MemorySegment stored(long[] values, ElementType type, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * type.sizeBytes()).order(order);
    for (long value : values) {
      switch (type) {
        case INT8, UINT8 -> bytes.put((byte) value);
        case INT16, UINT16 -> bytes.putShort((short) value);
        case INT32, UINT32 -> bytes.putInt((int) value);
        case INT64, UINT64 -> bytes.putLong(value);
        case FLOAT32 -> bytes.putFloat(value);
        case FLOAT64 -> bytes.putDouble(value);
      }
    }
    return MemorySegment.ofArray(bytes.array());
  }
}
