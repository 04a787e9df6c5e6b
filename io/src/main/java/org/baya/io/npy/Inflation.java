package org.baya.io.npy;

import java.lang.foreign.Arena;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;

/** Unpacks a deflated member of an archive into memory of exactly the size it claims. */
final class Inflation {
  /**
   * Deflate cannot shrink more than 1032 to 1 (RFC 1951: 258 bytes in two bits); a higher claim is
   * a lie or a trap.
   */
  private static final int MOST_RATIO = 1100;

  private static final int SMALL_BYTES = 1024;
  private static final int BLOCK_BYTES = 1 << 18;

  private Inflation() {}

  /** The contents of {@code member}, whose packed bytes start at {@code offset}. */
  static MemoryRegion inflate(
      ByteSource source, ZipDirectory.Member member, long offset, Arena arena, String place) {
    long size = member.contentBytes();
    if (size < 0 || size / MOST_RATIO > member.storedBytes() + SMALL_BYTES) {
      throw new InvalidInputException(
          place,
          "claims to unpack from "
              + member.storedBytes()
              + " to "
              + size
              + " bytes, which is not possible");
    }
    MemoryRegion region = MemoryRegion.allocate(size, arena, place);
    Inflater inflater = new Inflater(true);
    try {
      CRC32 crc = new CRC32();
      byte[] block = new byte[BLOCK_BYTES];
      long read = 0;
      long written = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput() && read < member.storedBytes()) {
          int n = (int) Math.min(BLOCK_BYTES, member.storedBytes() - read);
          inflater.setInput(source.read(offset + read, n));
          read += n;
        }
        int n = inflater.inflate(block);
        if (n > size - written
            || (n == 0
                && !inflater.finished()
                && (read == member.storedBytes() || inflater.needsDictionary()))) {
          throw damaged(size, place);
        }
        region.put(written, block, 0, n);
        crc.update(block, 0, n);
        written += n;
      }
      if (written != size || (int) crc.getValue() != member.crc()) {
        throw damaged(size, place);
      }
      return region;
    } catch (DataFormatException e) {
      throw new InvalidInputException(place, "cannot be unpacked: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static InvalidInputException damaged(long size, String place) {
    return new InvalidInputException(
        place, "is damaged: it does not unpack to the " + size + " bytes it should");
  }
}
