package org.baya.io.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one global heap collection of a file, where its string attributes are.
 *
 * <pre>
 * offset size
 *      0    4  "GCOL"
 *      4    1  version 1
 *      5    3  zero
 *      8    8  bytes of the collection, at least 4096
 *     16    .  objects: index (2), references (2), zero (4), bytes (8), data padded to a multiple of 8
 *      .    .  object 0: the free rest, whose size counts its own 16-byte head
 * </pre>
 */
final class StringHeap {
  /** The library reads this much at once. */
  private static final int LEAST_BYTES = 4096;

  private static final int HEAD_BYTES = 16;

  private final List<byte[]> strings = new ArrayList<>();

  /** Adds a string; its index in the heap, counted from 1. */
  int add(String value) {
    strings.add(value.getBytes(StandardCharsets.UTF_8));
    if (strings.size() > 0xFFFF) {
      throw new IllegalArgumentException("more than 65535 string attributes in one file");
    }
    return strings.size();
  }

  /** Bytes of the string with this index. */
  int lengthBytes(int index) {
    return strings.get(index - 1).length;
  }

  /** The collection, or nothing if there are no strings. */
  byte[] toBytes() {
    if (strings.isEmpty()) {
      return new byte[0];
    }
    ByteSink objects = new ByteSink();
    for (int i = 0; i < strings.size(); i++) {
      byte[] string = strings.get(i);
      objects.u2(i + 1).u2(1).u4(0).u8(string.length).raw(string).zeros(-string.length & 7);
    }
    int size = Math.max(LEAST_BYTES, HEAD_BYTES + objects.size() + HEAD_BYTES);
    int free = size - HEAD_BYTES - objects.size();
    return new ByteSink()
        .u1('G', 'C', 'O', 'L', 1, 0, 0, 0)
        .u8(size)
        .raw(objects.toBytes())
        .u2(0)
        .u2(0)
        .u4(0)
        .u8(free)
        .zeros(free - HEAD_BYTES)
        .toBytes();
  }
}
