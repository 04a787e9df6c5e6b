package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import org.baya.compiled.Slab;
import org.baya.random.RandomStream;

/**
 * Where kernels of neurons that spike at random keep their chances and random numbers in the
 * scratch memory, behind what {@link AlphaPortsKernel} keeps there.
 */
final class Draws {
  /** What the chance of a spike in the present step is computed from. */
  static final int CHANCE = 2 * Slab.MAX_STEPS * LANES;

  /** The chance is at most so much. */
  static final int MOST = CHANCE + LANES;

  /**
   * What each lane's uniform random number at a step is at least: its first word by 2^32. From the
   * first step on that shares a block with the first of the window.
   */
  private static final int LEAST = MOST + LANES;

  private Draws() {}

  /**
   * Makes the least values of the random numbers of a block from step {@code n} on, unless they are
   * there.
   *
   * @param ready first step for which they are there; at the beginning the number of steps
   * @return the same afterwards
   */
  static int ensure(Slab slab, int block, int firstStep, int n, int ready) {
    if (n >= ready) {
      return ready;
    }
    int from = (firstStep + n) / RandomStream.SHARING;
    int last = (firstStep + ready - 1) / RandomStream.SHARING;
    UniformKernel.fill(
        slab.random().threefry(),
        slab.node(),
        block * LANES,
        from,
        last + 1 - from,
        slab.scratch(),
        LEAST + (from - firstStep / RandomStream.SHARING) * RandomStream.SHARING * LANES);
    return n;
  }

  /** Where the least values of step {@code firstStep + n} begin. */
  static int least(int firstStep, int n) {
    return LEAST + (firstStep % RandomStream.SHARING + n) * LANES;
  }
}
