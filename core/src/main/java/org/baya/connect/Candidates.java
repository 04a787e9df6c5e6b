package org.baya.connect;

import java.util.Optional;
import org.baya.random.RandomStream;

/** Which nodes a row may be connected to before chance decides: those inside a mask. */
public interface Candidates {

  /** A new search; one for each thread. */
  Search search();

  /**
   * A way to make rows of which every candidate is part with its own probability, that looks at few
   * of those that are not chosen; one for each thread. The row's own node counts as a candidate.
   *
   * @param order whose rows they are
   * @param probability of each pair; values above 1 count as 1
   * @return nothing if the probability tells no bounds
   */
  default Optional<RowEdges.Row> bernoulli(
      EdgeList.Order order, PairValue probability, RandomStream stream) {
    return Optional.empty();
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
