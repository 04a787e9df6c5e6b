package org.baya.io.file;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.baya.array.ElementType;
import org.baya.array.MemoryRegion;

/** 16-bit floats, which no column holds: they are widened, exactly, to 32 bits. */
public final class HalfFloats {
  private static final int BLOCK = 1 << 15;

  private HalfFloats() {}

  /**
   * The {@code count} 16-bit floats at the start of {@code halves}, as native 32-bit floats in new
   * memory.
   */
  public static MemoryRegion widen(
      MemoryRegion halves, ByteOrder order, long count, Arena arena, String place) {
    MemoryRegion floats =
        MemoryRegion.allocate(
            Math.multiplyExact(count, (long) ElementType.FLOAT32.sizeBytes()), arena, place);
    byte[] in = new byte[2 * BLOCK];
    byte[] out = new byte[4 * BLOCK];
    ByteBuffer from = ByteBuffer.wrap(in).order(order);
    ByteBuffer to = ByteBuffer.wrap(out).order(ByteOrder.nativeOrder());
    for (long done = 0; done < count; done += BLOCK) {
      int n = (int) Math.min(BLOCK, count - done);
      halves.get(2 * done, in, 0, 2 * n);
      for (int i = 0; i < n; i++) {
        to.putFloat(4 * i, Float.float16ToFloat(from.getShort(2 * i)));
      }
      floats.put(4 * done, out, 0, 4 * n);
    }
    return floats;
  }
}
