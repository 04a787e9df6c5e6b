package org.baya.space;

/**
 * The largest value that something, for instance a connection probability, has over many pairs at
 * once. Not safe for use by several threads.
 */
public interface DisplacementBound {

  /** Whether it follows from distances alone. */
  boolean isRadial();

  /**
   * A number that the values of no pairs are above whose displacement, from source to target, lies
   * in a box and whose distance lies in a range.
   *
   * @param low least displacement along each of three axes
   * @param high largest displacement along each
   * @param nearest least distance
   * @param farthest largest distance
   */
  double most(double[] low, double[] high, double nearest, double farthest);
}
