package org.baya.io.hdf5;

/**
 * Bob Jenkins' hash {@code lookup3}, function {@code hashlittle} with initial value 0: the checksum
 * of HDF5 metadata. Public domain, <a
 * href="https://burtleburtle.net/bob/c/lookup3.c">burtleburtle.net/bob/c/lookup3.c</a>; the shift
 * counts and 0xdeadbeef are his.
 */
final class Lookup3 {
  private static final int WORDS_BYTES = 12;

  private Lookup3() {}

  /** The hash of bytes {@code 0..length-1}. */
  static int hash(byte[] bytes, int length) {
    int a = 0xdeadbeef + length;
    int b = a;
    int c = a;
    int at = 0;
    for (; length - at > WORDS_BYTES; at += WORDS_BYTES) {
      a += word(bytes, at, length);
      b += word(bytes, at + 4, length);
      c += word(bytes, at + 8, length);
      a = (a - c) ^ Integer.rotateLeft(c, 4);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 6);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 8);
      b += a;
      a = (a - c) ^ Integer.rotateLeft(c, 16);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 19);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 4);
      b += a;
    }
    if (at == length) {
      return c;
    }
    a += word(bytes, at, length);
    b += word(bytes, at + 4, length);
    c += word(bytes, at + 8, length);
    return finish(a, b, c);
  }

  private static int finish(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = third;
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }

  /** Four bytes as a little-endian word; bytes at or beyond {@code length} count as zero. */
  private static int word(byte[] bytes, int at, int length) {
    int word = 0;
    for (int i = 0; i < 4 && at + i < length; i++) {
      word |= (bytes[at + i] & 0xFF) << (8 * i);
    }
    return word;
  }
}
