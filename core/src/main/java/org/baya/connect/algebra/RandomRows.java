package org.baya.connect.algebra;

import java.util.Optional;

/** Where the rows of random masks are made. */
final class RandomRows {
  private RandomRows() {}

  /** Makes the rows of a side. */
  interface Maker {
    RowMask make(Side side);
  }

  /**
   * The rows of a random part: made on the side from which it was seen first, and stored where it
   * is seen from the other side too.
   *
   * @param part the random mask, by identity
   */
  static RowMask of(Object part, Side side, Maker maker) {
    boolean byTarget = side.scene().isMadeByTarget(part, side.byTarget());
    return on(byTarget, side, maker);
  }

  /** The rows of a mask that can be made on one side only. */
  static RowMask on(boolean byTarget, Side side, Maker maker) {
    if (byTarget == side.byTarget()) {
      return maker.make(side);
    }
    side.scene().noteTurned();
    return new Turned(maker.make(side.other()), side);
  }

  /** Stored when the first row is asked for. */
  private static final class Turned extends RowMask {
    private final RowMask made;
    private final Side side;
    private Optional<StoredRows> stored = Optional.empty();

    Turned(RowMask made, Side side) {
      this.made = made;
      this.side = side;
    }

    @Override
    double density() {
      return made.density();
    }

    @Override
    boolean isSet() {
      return made.isSet();
    }

    @Override
    synchronized RowCursor cursor() {
      if (stored.isEmpty()) {
        stored = Optional.of(new StoredRows(made, side));
      }
      return stored.get().cursor();
    }
  }
}
