package org.baya.expression;

/**
 * Where a {@link Program} reads from: the rows of the block that is being evaluated. The caller
 * knows which rows these are.
 */
public interface Bindings {

  /**
   * Writes the value of a symbol for each row.
   *
   * @param n number of rows
   * @param out length at least n, receives rows 0..n-1
   */
  void load(Symbol symbol, int n, double[] out);

  /**
   * Writes the number that addresses each row's random draws: an edge, a neuron. Called only for
   * random expressions. Rows with the same number draw the same values, whatever block they come
   * in.
   *
   * @param out length at least n, receives rows 0..n-1
   */
  void entities(int n, long[] out);
}
