package org.baya.connect.algebra;

import org.baya.random.SplitMix;

/**
 * Pairs whose values are wanted, at most {@link #MAX}.
 *
 * <p>A pair that is in a mask several times has random values of its own each time, so its copies
 * are numbered.
 */
final class PairBlock {
  /** Most pairs of a block. */
  static final int MAX = 4096;

  final int[] sources = new int[MAX];
  final int[] targets = new int[MAX];

  /** How often the same pair came before. */
  final int[] copies = new int[MAX];

  /**
   * The numbers that address random draws of the pairs: those of the first copies are {@code source
   * << 32 | target}.
   */
  void entities(int n, long[] out) {
    for (int k = 0; k < n; k++) {
      out[k] = ((long) sources[k] << 32 | targets[k]) + copies[k] * SplitMix.GOLDEN;
    }
  }

  /** Takes nodes {@code from .. from + n - 1} of a row. */
  void load(Side side, int row, int[] nodes, int from, int n) {
    int[] owners = side.byTarget() ? targets : sources;
    int[] held = side.byTarget() ? sources : targets;
    for (int k = 0; k < n; k++) {
      owners[k] = row;
      held[k] = nodes[from + k];
      copies[k] = 0;
    }
  }
}
