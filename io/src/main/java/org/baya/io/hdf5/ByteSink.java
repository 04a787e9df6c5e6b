package org.baya.io.hdf5;

import java.io.ByteArrayOutputStream;

/** Little-endian bytes put together one after another. */
final class ByteSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ByteSink u1(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  ByteSink u2(int value) {
    return unsigned(value, 2);
  }

  ByteSink u4(long value) {
    return unsigned(value, 4);
  }

  ByteSink u8(long value) {
    return unsigned(value, 8);
  }

  /** The lowest {@code count} bytes of {@code value}. */
  ByteSink unsigned(long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  ByteSink raw(byte[] values) {
    bytes.writeBytes(values);
    return this;
  }

  ByteSink zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  /** Appends the checksum of everything so far. */
  ByteSink checksum() {
    byte[] all = bytes.toByteArray();
    return u4(Lookup3.hash(all, all.length));
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
