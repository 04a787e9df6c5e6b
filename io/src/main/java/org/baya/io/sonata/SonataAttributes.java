package org.baya.io.sonata;

import org.baya.io.hdf5.Hdf5Tree;

/** What marks an HDF5 file as one of SONATA. */
final class SonataAttributes {
  /** From the format's specification. */
  private static final long MAGIC = 0x0A7AL;

  private SonataAttributes() {}

  static void declare(Hdf5Tree tree) {
    tree.attribute("/", "magic", MAGIC);
    tree.attribute("/", "version", new long[] {0, 1});
  }
}
