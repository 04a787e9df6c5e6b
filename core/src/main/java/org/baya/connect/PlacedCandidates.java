package org.baya.connect;

import org.baya.random.RandomStream;
import org.baya.space.DisplacementBound;
import org.baya.space.NodeSearch;
import org.baya.space.Places;
import org.baya.space.Pool;
import org.baya.space.Thinning;

/**
 * The nodes of a pool that lie within its region around each row's node.
 *
 * @param rows where the rows' nodes lie
 * @param pool the nodes that may be connected to them
 */
public record PlacedCandidates(Places rows, Pool pool) implements Candidates {

  @Override
  public Search search() {
    NodeSearch search = pool.search();
    return (row, out) ->
        search.find(rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), out);
  }

  @Override
  public Proposals proposals(EdgeList.Order order, DisplacementBound bound) {
    Thinning thinning = pool.thinning(rows, order == EdgeList.Order.BY_SOURCE, bound);
    return new Proposals() {
      @Override
      public int propose(int row, RandomStream stream) {
        return thinning.propose(
            rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), stream);
      }

      @Override
      public int[] nodes() {
        return thinning.nodes();
      }

      @Override
      public double[] bounds() {
        return thinning.bounds();
      }
    };
  }
}
