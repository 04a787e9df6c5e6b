package org.baya.space;

import org.baya.error.InvalidInputException;

/** What combinations of two masks have in common. */
final class MaskPair {
  private MaskPair() {}

  /** The dimensions of both. */
  static int dimensions(Mask a, Mask b) {
    if (a.dimensions() != b.dimensions()) {
      throw new InvalidInputException(
          "mask",
          "combines a "
              + a.dimensions()
              + "-D and a "
              + b.dimensions()
              + "-D mask; allowed are masks of one dimension");
    }
    return a.dimensions();
  }
}
