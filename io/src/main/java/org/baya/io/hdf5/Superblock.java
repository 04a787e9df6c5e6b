package org.baya.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.baya.error.InvalidInputException;

/**
 * Looks at the first block of a file before anything else does: whether it is HDF5 at all, and
 * whether it is as long as it says.
 *
 * <pre>
 * offset size
 *      0    8  signature; the block lies at byte 0, 512, 1024, 2048, ...
 *      8    1  version 0 to 3
 *          version 0 and 1                       version 2 and 3
 *     13    1  bytes of an address a         9    1  bytes of an address a
 *     24    .  (28 in version 1)            12    .
 *      .    a  base address                  .    a  base address
 *      .    a  free space                    .    a  extension
 *      .    a  end of file                   .    a  end of file
 * </pre>
 */
final class Superblock {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  private static final int FIRST_OFFSET = 512;
  private static final int MOST_BYTES = 28 + 3 * 8;

  private Superblock() {}

  /** The signature every HDF5 file starts with. */
  static byte[] signature() {
    return SIGNATURE.clone();
  }

  /**
   * Checks a file.
   *
   * @throws InvalidInputException if it is not HDF5, or shorter than its superblock says
   */
  static void check(FileChannel file, String place) throws IOException {
    long size = file.size();
    for (long offset = 0; offset < size; offset = offset == 0 ? FIRST_OFFSET : 2 * offset) {
      ByteBuffer block = read(file, offset);
      if (block.remaining() >= SIGNATURE.length
          && block.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))) {
        checkEnd(block, size, place);
        return;
      }
    }
    throw new InvalidInputException(
        place, "is not an HDF5 file" + (size == 0 ? " (it is empty)" : ""));
  }

  private static void checkEnd(ByteBuffer block, long size, String place) {
    if (block.remaining() < MOST_BYTES) {
      throw new InvalidInputException(place, "is truncated: it ends after " + size + " bytes");
    }
    int version = block.get(8);
    int addressBytes = version < 2 ? block.get(13) : block.get(9);
    int fields = version == 0 ? 24 : version == 1 ? 28 : 12;
    if (version < 0 || version > 3 || (addressBytes != 4 && addressBytes != 8)) {
      throw new InvalidInputException(
          place, "is damaged, or of an HDF5 version later than is known here");
    }
    int at = fields + 2 * addressBytes;
    long end = addressBytes == 8 ? block.getLong(at) : block.getInt(at) & 0xFFFFFFFFL;
    if (end < 0 || end > size) {
      throw new InvalidInputException(
          place, "is truncated: it has " + size + " bytes of " + Long.toUnsignedString(end));
    }
  }

  private static ByteBuffer read(FileChannel file, long offset) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int n;
    do {
      n = file.read(block, offset + block.position());
    } while (n > 0 && block.hasRemaining());
    return block.flip();
  }
}
