package org.baya.connect;

import java.util.Optional;
import org.baya.random.RandomStream;
import org.baya.space.CellGrid;
import org.baya.space.DisplacementBound;
import org.baya.space.NodeSearch;
import org.baya.space.Places;
import org.baya.space.Region;
import org.baya.space.Space;
import org.baya.space.Thinning;

/** The nodes that lie within a region around each row's node. */
public final class PlacedCandidates implements Candidates {
  private final Places rows;
  private final Places pool;
  private final Space space;
  private final Region region;
  private Optional<CellGrid> grid = Optional.empty();

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
    this.space = space;
    this.region = region;
  }

  /** The pool in cells, sorted when it is needed for the first time. */
  private synchronized CellGrid grid() {
    if (grid.isEmpty()) {
      grid = Optional.of(new CellGrid(pool, space, region));
    }
    return grid.get();
  }

  @Override
  public Search search() {
    NodeSearch search = new NodeSearch(grid(), region);
    return (row, out) ->
        search.find(
            rows.coordinate(0, row), rows.coordinate(1, row), rows.coordinate(2, row), out);
  }

  @Override
  public Proposals proposals(EdgeList.Order order, DisplacementBound bound) {
    boolean fromSource = order == EdgeList.Order.BY_SOURCE;
    Thinning thinning = new Thinning(grid(), region, rows, fromSource, bound);
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
