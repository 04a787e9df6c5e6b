package org.baya.connect;

import org.baya.random.RandomStream;
import org.baya.space.DisplacementBound;

/** Which nodes a row may be connected to before chance decides: those inside a mask. */
public interface Candidates {

  /** A new search; one for each thread. */
  Search search();

  /**
   * A way to propose candidates with bounds of their probabilities; one for each thread.
   *
   * @param order whose rows they are for
   */
  Proposals proposals(EdgeList.Order order, DisplacementBound bound);

  /**
   * Proposes candidates of one row after another, each independently with a probability of its own,
   * looking at few of the others. Not safe for use by several threads.
   */
  interface Proposals {
    /**
     * Proposes candidates of a row.
     *
     * @return how many
     */
    int propose(int row, RandomStream stream);

    /** The nodes proposed last, in no particular order, none twice. */
    int[] nodes();

    /** The probability with which each was proposed: the bound at its place. */
    double[] bounds();
  }

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
