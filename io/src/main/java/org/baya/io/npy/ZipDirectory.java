package org.baya.io.npy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baya.error.InvalidInputException;

/**
 * The table of contents of a zip archive, with what {@link java.util.zip.ZipFile} does not tell:
 * where the bytes of a member are. All numbers are little-endian.
 *
 * <pre>
 * end record, 22 bytes and a comment, the last thing in the file
 *      0    4  PK\5\6
 *     10    2  members; 0xFFFF: see the large end record
 *     12    4  bytes of the directory; 0xFFFFFFFF likewise
 *     16    4  offset of the directory; 0xFFFFFFFF likewise
 *     20    2  bytes of the comment
 * locator of the large end record, 20 bytes before the end record
 *      0    4  PK\6\7
 *      8    8  offset of the large end record
 * large end record
 *      0    4  PK\6\6
 *     32    8  members
 *     40    8  bytes of the directory
 *     48    8  offset of the directory
 * member in the directory
 *      0    4  PK\1\2
 *      8    2  flags; bit 0: encrypted
 *     10    2  method: 0 stored, 8 deflated
 *     16    4  CRC-32 of the contents
 *     20    4  bytes in the archive; 0xFFFFFFFF: see the extra field
 *     24    4  bytes of the contents; 0xFFFFFFFF likewise
 *     28    2  bytes of the name n
 *     30    2  bytes of the extra fields x
 *     32    2  bytes of the comment c
 *     42    4  offset of the local header; 0xFFFFFFFF likewise
 *     46  n+x+c  name, extra fields, comment
 * extra field 1: id (2), bytes (2), then of contents, bytes in the archive and offset (8 each) those that were 0xFFFFFFFF
 * local header
 *      0    4  PK\3\4
 *     26    2  bytes of the name n
 *     28    2  bytes of the extra fields x
 *     30  n+x  name, extra fields; then the bytes of the member
 * </pre>
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int LARGE_LOCATOR = 0x07064b50;
  private static final int LARGE_END = 0x06064b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int MOST_COMMENT_BYTES = 0xFFFF;
  private static final int MOST_DIRECTORY_BYTES = 1 << 26;
  private static final long LARGE = 0xFFFFFFFFL;

  private final ByteSource source;
  private final String place;

  private ZipDirectory(ByteSource source, String place) {
    this.source = source;
    this.place = place;
  }

  /**
   * A member of the archive.
   *
   * @param name full name
   * @param isEncrypted whether it cannot be read
   * @param method 0 stored, 8 deflated
   * @param crc checksum of the contents
   * @param storedBytes in the archive
   * @param contentBytes once unpacked, as claimed
   * @param headerOffset of the local header
   */
  record Member(
      String name,
      boolean isEncrypted,
      int method,
      int crc,
      long storedBytes,
      long contentBytes,
      long headerOffset) {}

  /** All members by name. */
  static Map<String, Member> read(ByteSource source, String place) {
    return new ZipDirectory(source, place).members();
  }

  /** Where the bytes of a member start. */
  static long dataOffset(ByteSource source, Member member, String place) {
    ByteBuffer header = source.read(member.headerOffset(), LOCAL_BYTES);
    if (header.getInt(0) != LOCAL) {
      throw new InvalidInputException(
          place, "is damaged: there is no member at byte " + member.headerOffset());
    }
    long offset = member.headerOffset() + LOCAL_BYTES + u2(header, 26) + u2(header, 28);
    if (member.storedBytes() < 0 || offset > source.size() - member.storedBytes()) {
      throw new InvalidInputException(
          place, "is truncated: " + member.storedBytes() + " bytes are wanted at " + offset);
    }
    return offset;
  }

  private Map<String, Member> members() {
    long[] where = locate();
    if (where[0] < 0 || where[0] > MOST_DIRECTORY_BYTES) {
      throw new InvalidInputException(place, "has a table of contents of " + where[0] + " bytes");
    }
    ByteBuffer directory = source.read(where[1], (int) where[0]);
    Map<String, Member> members = new LinkedHashMap<>();
    for (int at = 0; at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY; ) {
      int nameBytes = u2(directory, at + 28);
      int extraBytes = u2(directory, at + 30);
      int next = at + ENTRY_BYTES + nameBytes + extraBytes + u2(directory, at + 32);
      if (next > directory.limit()) {
        throw new InvalidInputException(place, "has a damaged table of contents");
      }
      String name =
          StandardCharsets.UTF_8.decode(directory.slice(at + ENTRY_BYTES, nameBytes)).toString();
      members.put(
          name,
          member(
              directory.slice(at, next - at).order(directory.order()),
              name,
              nameBytes,
              extraBytes));
      at = next;
    }
    return members;
  }

  private Member member(ByteBuffer entry, String name, int nameBytes, int extraBytes) {
    long contentBytes = entry.getInt(24) & LARGE;
    long storedBytes = entry.getInt(20) & LARGE;
    long offset = entry.getInt(42) & LARGE;
    ByteBuffer large = largeField(entry, ENTRY_BYTES + nameBytes, extraBytes);
    contentBytes = contentBytes == LARGE && large.remaining() >= 8 ? large.getLong() : contentBytes;
    storedBytes = storedBytes == LARGE && large.remaining() >= 8 ? large.getLong() : storedBytes;
    offset = offset == LARGE && large.remaining() >= 8 ? large.getLong() : offset;
    return new Member(
        name,
        (entry.getShort(8) & 1) != 0,
        u2(entry, 10),
        entry.getInt(16),
        storedBytes,
        contentBytes,
        offset);
  }

  /** The content of extra field 1, empty if there is none. */
  private static ByteBuffer largeField(ByteBuffer entry, int from, int extraBytes) {
    int end = from + extraBytes;
    for (int at = from; at + 4 <= end; ) {
      int bytes = Math.min(u2(entry, at + 2), end - at - 4);
      if (u2(entry, at) == 1) {
        return entry.slice(at + 4, bytes).order(entry.order());
      }
      at += 4 + bytes;
    }
    return ByteBuffer.allocate(0);
  }

  /** Bytes and offset of the directory. */
  private long[] locate() {
    long size = source.size();
    int tail = (int) Math.min(size, END_BYTES + MOST_COMMENT_BYTES);
    ByteBuffer end = source.read(size - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (end.getInt(at) == END && at + END_BYTES + u2(end, at + 20) <= tail) {
        long bytes = end.getInt(at + 12) & LARGE;
        long offset = end.getInt(at + 16) & LARGE;
        boolean isLarge = bytes == LARGE || offset == LARGE || u2(end, at + 10) == 0xFFFF;
        return isLarge ? locateLarge(size - tail + at - 20) : new long[] {bytes, offset};
      }
    }
    throw new InvalidInputException(
        place, "is no .npz archive, or truncated: it does not end with a table of contents");
  }

  private long[] locateLarge(long locatorOffset) {
    ByteBuffer locator = source.read(locatorOffset, 20);
    if (locator.getInt(0) != LARGE_LOCATOR) {
      throw new InvalidInputException(place, "has a damaged table of contents");
    }
    ByteBuffer end = source.read(locator.getLong(8), 56);
    if (end.getInt(0) != LARGE_END) {
      throw new InvalidInputException(place, "has a damaged table of contents");
    }
    return new long[] {end.getLong(40), end.getLong(48)};
  }

  private static int u2(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }
}
