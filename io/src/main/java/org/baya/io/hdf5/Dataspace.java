package org.baya.io.hdf5;

/**
 * Dataspace messages (type 1), version 2: the shape of an array.
 *
 * <pre>
 * offset size
 *      0    1  version 2
 *      1    1  number of dimensions
 *      2    1  flags 0: no maximum sizes
 *      3    1  kind: 0 scalar, 1 array
 *      4   8n  sizes of the dimensions
 * </pre>
 */
final class Dataspace {
  private Dataspace() {}

  /** One element, or an array of these sizes. */
  static byte[] of(long... sizes) {
    ByteSink sink = new ByteSink().u1(2, sizes.length, 0, sizes.length == 0 ? 0 : 1);
    for (long size : sizes) {
      sink.u8(size);
    }
    return sink.toBytes();
  }
}
