package org.baya.io.v1;

/**
 * The recurrent edges onto a range of consecutive cells, by target and then by source.
 *
 * @param firstTarget the first target
 * @param rowStart first edge of each target of the block, length targets + 1
 * @param sources source of each edge
 * @param weights weight of each edge: pA / (V_th - E_L) of the target's type
 */
record RecurrentBlock(int firstTarget, int[] rowStart, int[] sources, float[] weights) {

  int targets() {
    return rowStart.length - 1;
  }

  int edges() {
    return sources.length;
  }
}
