package org.baya.connect;

import java.util.Optional;
import org.baya.random.RandomStream;
import org.baya.space.CellGrid;
import org.baya.space.NodeSearch;
import org.baya.space.NodeSet;
import org.baya.space.Places;
import org.baya.space.Region;
import org.baya.space.Space;
import org.baya.space.Thinning;

/** The nodes that lie within a region around each row's node. */
public final class PlacedCandidates implements Candidates {
  private final Places rows;
  private final Places pool;
  private final CellGrid grid;
  private final Region region;

  /**
   * Candidates.
   *
   * @param rows where the rows' nodes lie
   * @param pool where the nodes lie that may be connected to them
   * @param region in coordinates relative to the row's node
   */
  public PlacedCandidates(Places rows, Places pool, Space space, Region region) {
    this.rows = rows;
    this.pool = pool;
    this.region = region;
    grid = new CellGrid(pool, space, region);
  }

  @Override
  public Search search() {
    NodeSearch search = new NodeSearch(grid, region);
    return (row, out) ->
        search.find(
            rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), out);
  }

  @Override
  public Optional<RowEdges.Row> bernoulli(
      EdgeList.Order order, PairValue probability, RandomStream stream) {
    boolean fromSource = order == EdgeList.Order.BY_SOURCE;
    return probability
        .bound()
        .map(bound ->
            new ThinnedRow(
                rows,
                new Thinning(grid, region, rows, fromSource, bound),
                new NodeSet(pool.nodes()),
                fromSource,
                probability.evaluator(),
                stream));
  }
}
