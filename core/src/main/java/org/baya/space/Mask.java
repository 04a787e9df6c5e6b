package org.baya.space;

import java.util.Optional;

/**
 * Which region around a node others must lie in to be connected to it: a description. Immutable.
 *
 * <p>Names, angles and borders are NEST's: borders belong to the region unless a mask says
 * otherwise.
 */
public interface Mask {

  /** Number of axes, 2 or 3. */
  int dimensions();

  /**
   * The region.
   *
   * @param pool the grid on which the nodes lie that will be tested, if they do
   * @throws org.baya.error.InvalidInputException if the mask needs a grid and there is none
   */
  Region region(Optional<Grid> pool);
}
