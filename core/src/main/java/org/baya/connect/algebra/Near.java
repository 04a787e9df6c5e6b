package org.baya.connect.algebra;

import org.baya.connect.Candidates;
import org.baya.connect.PlacedCandidates;
import org.baya.error.InvalidInputException;
import org.baya.space.Places;
import org.baya.space.Pool;
import org.baya.space.Space;

/**
 * Pairs that are near each other: within a disc, or within a rectangle. The nodes of a row are
 * looked for in a box around its node, so a row costs about what it holds.
 */
final class Near extends Mask {
  /** What near means. */
  enum Shape {
    /** The distance is below a radius. */
    DISC,
    /** The difference in x is below half the width, that in y below half the height. */
    RECTANGLE
  }

  private final Shape shape;
  private final double width;
  private final double height;

  /**
   * A mask.
   *
   * @param width of a rectangle; the radius of a disc
   * @param height of a rectangle
   */
  Near(Shape shape, double width, double height) {
    if (!(width >= 0 && height >= 0)) {
      throw new InvalidInputException(
          (shape == Shape.DISC
                  ? "disc: the radius is " + width
                  : "rectangle: the sides are " + width + " and " + height)
              + "; allowed is 0 or more");
    }
    this.shape = shape;
    this.width = width;
    this.height = height;
  }

  @Override
  RowMask rows(Side side) {
    Geometry geometry = side.scene().geometry(toString());
    if (shape == Shape.RECTANGLE && geometry.sources().dimensions() < 2) {
      throw new InvalidInputException(
          side.scene().place(), "rectangle needs x and y; the populations have one coordinate");
    }
    return new Rows(geometry, side);
  }

  @Override
  String text(Wording of) {
    return shape == Shape.DISC
        ? "(disc(" + width + ") * d)"
        : "(rectangle(" + width + ", " + height + ") * d)";
  }

  /** Nobody is farther away than half a ring along it. */
  private Box box(Space space) {
    boolean disc = shape == Shape.DISC;
    return new Box(
        Math.min(disc ? width : width / 2, space.period(0) / 2),
        Math.min(disc ? width : height / 2, space.period(1) / 2),
        Math.min(disc ? width : Double.POSITIVE_INFINITY, space.period(2) / 2));
  }

  private boolean contains(Geometry geometry, int source, int target) {
    return shape == Shape.DISC
        ? geometry.distance(source, target) < width
        : Math.abs(geometry.displacement(0, source, target)) < width / 2
            && Math.abs(geometry.displacement(1, source, target)) < height / 2;
  }

  private final class Rows extends RowMask {
    private final Geometry geometry;
    private final Side side;
    private final Places owners;
    private final Places held;
    private final PlacedCandidates candidates;
    private final double density;

    Rows(Geometry geometry, Side side) {
      this.geometry = geometry;
      this.side = side;
      owners = side.byTarget() ? geometry.targets() : geometry.sources();
      held = side.byTarget() ? geometry.sources() : geometry.targets();
      Space space = geometry.space();
      candidates = new PlacedCandidates(owners, new Pool(held, space, box(space)));
      density = sampled(cursor(), side.rows(), side.nodes());
    }

    @Override
    double density() {
      return density;
    }

    @Override
    RowCursor cursor() {
      return new Cursor(this);
    }

    private boolean contains(int row, int node) {
      return side.byTarget()
          ? Near.this.contains(geometry, node, row)
          : Near.this.contains(geometry, row, node);
    }
  }

  private static final class Cursor extends RowCursor {
    private final Rows rows;
    private final Candidates.Search search;
    private final int known;
    private final int limit;

    Cursor(Rows rows) {
      this.rows = rows;
      search = rows.candidates.search();
      known = rows.owners.nodes();
      limit = Math.min(rows.held.nodes(), rows.side.nodes());
      reserve(rows.held.nodes());
    }

    @Override
    int draw(int row) {
      int n = row < known ? search.find(row, nodes) : 0;
      int kept = 0;
      for (int k = 0; k < n && nodes[k] < limit; k++) {
        nodes[kept] = nodes[k];
        kept += rows.contains(row, nodes[k]) ? 1 : 0;
      }
      return kept;
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      for (int k = 0; k < n; k++) {
        boolean near = row < known && asked[k] < limit && rows.contains(row, asked[k]);
        times[k] = near ? 1 : 0;
      }
    }
  }
}
