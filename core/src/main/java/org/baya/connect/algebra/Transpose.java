package org.baya.connect.algebra;

/** Every pair (i, j) of a mask becomes (j, i). */
final class Transpose extends Mask {
  private final Mask mask;

  Transpose(Mask mask) {
    this.mask = mask;
  }

  /** A target's row is the row that the same number has as a source. */
  @Override
  RowMask rows(Side side) {
    return mask.rows(new Side(!side.byTarget(), side.rows(), side.nodes(), side.scene()));
  }

  @Override
  String text(Wording of) {
    return "(transpose * " + of.apply(mask) + ")";
  }
}
