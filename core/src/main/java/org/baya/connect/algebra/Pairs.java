package org.baya.connect.algebra;

import java.util.Arrays;
import org.baya.error.InvalidInputException;

/** A list of pairs. */
final class Pairs extends Mask {
  /** {@code source << 32 | target}, ascending. */
  private final long[] pairs;

  Pairs(int[] sources, int[] targets) {
    if (sources.length != targets.length) {
      throw new InvalidInputException(
          sources.length + " sources and " + targets.length + " targets; pairs need both");
    }
    pairs = new long[sources.length];
    for (int k = 0; k < pairs.length; k++) {
      if (sources[k] < 0 || targets[k] < 0) {
        throw new InvalidInputException(
            "the pair (" + sources[k] + ", " + targets[k] + ") has a negative number");
      }
      pairs[k] = (long) sources[k] << 32 | targets[k];
    }
    Arrays.sort(pairs);
  }

  @Override
  RowMask rows(Side side) {
    int[] owners = new int[pairs.length];
    int[] held = new int[pairs.length];
    long[] ordered = side.byTarget() ? pairs : swapped();
    for (int k = 0; k < pairs.length; k++) {
      held[k] = (int) (ordered[k] >>> 32);
      owners[k] = (int) ordered[k];
    }
    return new StoredRows(owners, held, pairs.length, side);
  }

  private long[] swapped() {
    long[] swapped = new long[pairs.length];
    for (int k = 0; k < pairs.length; k++) {
      swapped[k] = Long.rotateLeft(pairs[k], 32);
    }
    Arrays.sort(swapped);
    return swapped;
  }

  @Override
  String text(Wording of) {
    StringBuilder text = new StringBuilder("[");
    for (long pair : pairs) {
      text.append(text.length() == 1 ? "(" : ", (");
      text.append(pair >>> 32).append(", ").append((int) pair).append(')');
    }
    return text.append(']').toString();
  }
}
