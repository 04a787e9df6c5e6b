package org.baya.io.hdf5;

import java.nio.charset.StandardCharsets;

/**
 * The header of a group or dataset, version 2: a list of messages.
 *
 * <pre>
 * offset size
 *      0    4  "OHDR"
 *      4    1  version 2
 *      5    1  flags 2: the next field has 4 bytes, no times, no creation order
 *      6    4  bytes of the messages
 *     10    .  messages: type (1), bytes (2), flags (1), content
 *      .    4  checksum of all before
 *
 * message      content
 *  1           dataspace, see {@link Dataspace}
 *  2 links     version 0, flags 0, no heap address (8), no index address (8): the links follow as messages
 *  3           datatype, see {@link Datatype}
 *  5 fill      version 3, flags 0x0A: allocated late, filled if set; not set
 *  6 link      version 1, flags 0x11 (character set given, 2-byte length), UTF-8 1, length (2), name, header address (8)
 *  8 layout    version 3, contiguous 1, data address (8), data bytes (8)
 * 10 group     version 0, flags 0
 * 12 attribute version 3, flags 0, bytes of name with its zero (2), of datatype (2), of dataspace (2), UTF-8 1, then these
 *              three, then the data
 * </pre>
 */
final class ObjectHeader {
  /** The address that means "none". */
  static final long UNDEFINED = -1;

  private static final int MOST_MESSAGE_BYTES = 0xFFFF;
  private static final int UTF_8 = 1;

  private final String path;
  private final ByteSink messages = new ByteSink();

  /** An empty header of the object at {@code path}. */
  ObjectHeader(String path) {
    this.path = path;
  }

  /** Messages of a group, before its links. */
  ObjectHeader group() {
    message(2, new ByteSink().u1(0, 0).u8(UNDEFINED).u8(UNDEFINED).toBytes());
    return message(10, new ByteSink().u1(0, 0).toBytes());
  }

  /** A child of a group. */
  ObjectHeader link(String name, long address) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return message(
        6, new ByteSink().u1(1, 0x11, UTF_8).u2(bytes.length).raw(bytes).u8(address).toBytes());
  }

  /** Messages of a dataset. */
  ObjectHeader dataset(byte[] datatype, long[] sizes, long dataAddress, long dataBytes) {
    message(1, Dataspace.of(sizes));
    message(3, datatype);
    message(5, new ByteSink().u1(3, 0x0A).toBytes());
    return message(
        8,
        new ByteSink()
            .u1(3, 1)
            .u8(dataBytes == 0 ? UNDEFINED : dataAddress)
            .u8(dataBytes)
            .toBytes());
  }

  /** An attribute. */
  ObjectHeader attribute(String name, byte[] datatype, byte[] dataspace, byte[] data) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteSink content =
        new ByteSink()
            .u1(3, 0)
            .u2(bytes.length + 1)
            .u2(datatype.length)
            .u2(dataspace.length)
            .u1(UTF_8)
            .raw(bytes)
            .u1(0)
            .raw(datatype)
            .raw(dataspace)
            .raw(data);
    if (content.size() > MOST_MESSAGE_BYTES) {
      throw new IllegalArgumentException(
          path
              + ": attribute "
              + name
              + " takes "
              + content.size()
              + " bytes; allowed is "
              + MOST_MESSAGE_BYTES);
    }
    return message(12, content.toBytes());
  }

  /** The whole header. */
  byte[] toBytes() {
    return new ByteSink()
        .u1('O', 'H', 'D', 'R', 2, 2)
        .u4(messages.size())
        .raw(messages.toBytes())
        .checksum()
        .toBytes();
  }

  private ObjectHeader message(int type, byte[] content) {
    messages.u1(type).u2(content.length).u1(0).raw(content);
    return this;
  }
}
