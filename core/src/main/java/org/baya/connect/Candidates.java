package org.baya.connect;

/** Which nodes a row may be connected to before chance decides: those inside a mask. */
public interface Candidates {

  /** A new search; one for each thread. */
  Search search();

  /** Finds the candidates of one row after another. Not safe for use by several threads. */
  @FunctionalInterface
  interface Search {
    /**
     * Finds the candidates of a row.
     *
     * @param row the node around which the mask lies
     * @param out receives their numbers, ascending; long enough for all nodes of the other side
     * @return how many there are
     */
    int find(int row, int[] out);
  }
}
