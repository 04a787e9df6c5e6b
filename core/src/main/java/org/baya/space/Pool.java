package org.baya.space;

import java.util.Optional;

/**
 * Nodes among which those within a region are to be found around many points; sorted into cells
 * when they are needed for the first time. Safe for use by several threads.
 */
public final class Pool {
  private final Places places;
  private final Space space;
  private final Region region;
  private Optional<CellGrid> grid = Optional.empty();

  /**
   * A pool.
   *
   * @param space how displacements are measured
   * @param region in coordinates relative to a point
   */
  public Pool(Places places, Space space, Region region) {
    this.places = places;
    this.space = space;
    this.region = region;
  }

  /** A new search; one for each thread. */
  public NodeSearch search() {
    return new NodeSearch(grid(), region);
  }

  /**
   * A new way to propose nodes; one for each thread.
   *
   * @param rows the points that will be asked for
   * @param fromSource whether the points are sources; displacements of the bound lead from sources
   */
  public Thinning thinning(Places rows, boolean fromSource, DisplacementBound bound) {
    return new Thinning(grid(), region, rows, fromSource, bound);
  }

  private synchronized CellGrid grid() {
    if (grid.isEmpty()) {
      grid = Optional.of(new CellGrid(places, space, region));
    }
    return grid.get();
  }
}
