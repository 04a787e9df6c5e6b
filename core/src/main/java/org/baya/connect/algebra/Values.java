package org.baya.connect.algebra;

/** A value set ready to be computed. Safe for use by several threads. */
@FunctionalInterface
interface Values {

  /** A new way to compute it; one for each thread. */
  Evaluator evaluator();

  /** Computes the values of pairs. For one thread. */
  @FunctionalInterface
  interface Evaluator {
    /**
     * Computes n values.
     *
     * @param n at most {@link PairBlock#MAX}
     * @param out length at least n
     */
    void evaluate(PairBlock pairs, int n, double[] out);
  }
}
