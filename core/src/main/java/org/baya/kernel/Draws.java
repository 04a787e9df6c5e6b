package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import org.baya.compiled.Slab;

/**
 * Where kernels of neurons that spike at random keep their chances and random numbers in the
 * scratch memory, behind what {@link AlphaPortsKernel} keeps there.
 */
final class Draws {
  /** The chance of a spike in the present step, or what it is computed from. */
  static final int CHANCE = 2 * Slab.MAX_STEPS * LANES;

  /** A uniform random number per step and lane. */
  static final int UNIFORM = CHANCE + LANES;

  private Draws() {}

  /**
   * Makes the random numbers of a block from step {@code n} on, unless they are there.
   *
   * @param ready first step for which they are there; at the beginning the number of steps
   * @return the same afterwards
   */
  static int ensure(Slab slab, int block, int firstStep, int n, int ready) {
    if (n >= ready) {
      return ready;
    }
    UniformKernel.fill(
        slab.random().threefry(),
        slab.node(),
        block * LANES,
        firstStep + n,
        ready - n,
        slab.scratch(),
        UNIFORM + n * LANES);
    return n;
  }
}
