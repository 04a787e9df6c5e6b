package org.baya.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.array.MemoryRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementsTest {

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void shouldStoreEveryArrayAsEveryType(ElementType type) {
    for (Elements elements :
        new Elements[] {
          Elements.of(new byte[] {9, 0, 1, 100, 9}, 1, 3),
          Elements.of(new short[] {9, 0, 1, 100, 9}, 1, 3),
          Elements.of(new int[] {9, 0, 1, 100, 9}, 1, 3),
          Elements.of(new long[] {9, 0, 1, 100, 9}, 1, 3),
          Elements.of(new float[] {9, 0, 1, 100, 9}, 1, 3),
          Elements.of(new double[] {9, 0, 1, 100, 9}, 1, 3)
        }) {
      assertThat(stored(elements, type)).containsExactly(0, 1, 100);
    }
  }

  @Test
  void shouldStoreTheEndsOfEachRange() {
    assertThat(stored(Elements.of(-128, 127), ElementType.INT8)).containsExactly(-128, 127);
    assertThat(stored(Elements.of(255), ElementType.UINT8)).containsExactly(255);
    assertThat(stored(Elements.of(0xFFFFFFFFL), ElementType.UINT32)).containsExactly(4294967295.0);
    assertThat(stored(Elements.of(-32768L, 32767L), ElementType.INT16))
        .containsExactly(-32768, 32767);
    assertThat(stored(Elements.of(0.1), ElementType.FLOAT32)).containsExactly(0.1f);
    assertThat(stored(Elements.of(-3.0), ElementType.INT64)).containsExactly(-3);
  }

  @Test
  void shouldRefuseWhatDoesNotFit() {
    refuse(Elements.of(128), ElementType.INT8, "128 cannot be stored as INT8");
    refuse(Elements.of(-129), ElementType.INT8, "-129 cannot be stored as INT8");
    refuse(Elements.of(-1), ElementType.UINT8, "-1 cannot be stored as UINT8");
    refuse(Elements.of(-1), ElementType.UINT64, "-1 cannot be stored as UINT64");
    refuse(Elements.of(1L << 32), ElementType.UINT32, "4294967296 cannot be stored as UINT32");
    refuse(Elements.of((1 << 24) + 1), ElementType.FLOAT32, "16777217 cannot be stored as FLOAT32");
    refuse(
        Elements.of(Long.MAX_VALUE),
        ElementType.FLOAT64,
        "9223372036854775807 cannot be stored as FLOAT64");
    refuse(Elements.of(0.5), ElementType.INT32, "0.5 cannot be stored as INT32");
    refuse(Elements.of(Double.NaN), ElementType.INT64, "NaN cannot be stored as INT64");
  }

  @Test
  void shouldEncodeInBlocksWhenThereAreMany() {
    int[] values = IntStream.range(0, 200_000).toArray();
    double[] stored = stored(Elements.of(values), ElementType.FLOAT64);
    assertThat(stored).hasSize(200_000);
    for (int i = 0; i < stored.length; i++) {
      assertThat(stored[i]).isEqualTo(i);
    }
  }

  @Test
  void shouldRefuseRangesOutsideTheArray() {
    assertThatThrownBy(() -> Elements.of(new int[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void refuse(Elements elements, ElementType type, String message) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> stored(elements, type))
        .withMessage(message);
  }

  private static double[] stored(Elements elements, ElementType type) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    elements.encode(
        type,
        block -> {
          byte[] bytes = new byte[block.remaining()];
          block.get(bytes);
          out.writeBytes(bytes);
        });
    try (Arena arena = Arena.ofConfined()) {
      MemoryRegion region = MemoryRegion.allocate(out.size(), arena, "t");
      region.put(0, out.toByteArray(), 0, out.size());
      Column column = region.column(type, ByteOrder.LITTLE_ENDIAN, elements.count(), 1, "t");
      return column.toDoubles();
    }
  }
}
