package org.baya.connect;

import java.util.Arrays;
import java.util.Optional;
import org.baya.space.DisplacementBound;

/**
 * A number for every pair of a source and a target: an option of a rule that may be a formula, such
 * as a connection probability that falls with distance, or an indegree that differs from target to
 * target.
 */
public interface PairValue {

  /** Whether all pairs have the same number. */
  boolean isConstant();

  /** The number of all pairs, if they have the same. */
  double constant();

  /**
   * A number that no pair's is above, as far as that is known without computing them all; infinity
   * where it is not. Rules draw in proportion to it and then keep the share that a pair deserves.
   */
  default double most() {
    return isConstant() ? constant() : Double.POSITIVE_INFINITY;
  }

  /**
   * A way to bound it over many pairs at once by their displacement, if there is one; for one
   * thread.
   */
  default Optional<DisplacementBound> bound() {
    return Optional.empty();
  }

  /** A new way to compute it; one for each thread. */
  Evaluator evaluator();

  /** Computes the numbers of many pairs. Not safe for use by several threads. */
  @FunctionalInterface
  interface Evaluator {
    /**
     * Computes n numbers; equal pairs give equal numbers, random formulas too.
     *
     * @param sources of the pairs, 0-based; not looked at by options that depend on the target only
     * @param targets of the pairs, 0-based; not looked at by options that depend on the source only
     * @param out length at least n
     */
    void evaluate(int[] sources, int[] targets, int n, double[] out);
  }

  /** The same number for all pairs. */
  static PairValue of(double value) {
    return new PairValue() {
      @Override
      public boolean isConstant() {
        return true;
      }

      @Override
      public double constant() {
        return value;
      }

      @Override
      public Evaluator evaluator() {
        return (sources, targets, n, out) -> Arrays.fill(out, 0, n, value);
      }
    };
  }
}
