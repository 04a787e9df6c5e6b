package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;

/**
 * Pairs that are near each other: within a disc, or within a rectangle. The nodes of a row are found
 * in a {@link CellGrid}, so a row costs what it holds.
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
    if (shape == Shape.RECTANGLE && geometry.axes() < 2) {
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

  /** Half the size of the box around the shape along an axis. */
  private double reach(int axis) {
    if (shape == Shape.DISC) {
      return width;
    }
    return switch (axis) {
      case 0 -> width / 2;
      case 1 -> height / 2;
      default -> Double.POSITIVE_INFINITY;
    };
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
    private final CellGrid grid;
    private final double density;

    Rows(Geometry geometry, Side side) {
      this.geometry = geometry;
      this.side = side;
      double[] reach = new double[geometry.axes()];
      for (int axis = 0; axis < reach.length; axis++) {
        reach[axis] = reach(axis);
      }
      double[][] held = side.byTarget() ? geometry.sources() : geometry.targets();
      grid = new CellGrid(held, Math.min(side.nodes(), held[0].length), geometry.periods(), reach);
      density = sampled(cursor(), side.rows(), side.nodes());
    }

    @Override
    double density() {
      return density;
    }

    @Override
    RowCursor cursor() {
      return new Cursor(geometry, side, grid);
    }
  }

  private final class Cursor extends RowCursor {
    private final Geometry geometry;
    private final boolean byTarget;
    private final double[][] owners;
    private final int limit;
    private final CellGrid.Search search;
    private final double[] centre;
    private final BitRow found;

    Cursor(Geometry geometry, Side side, CellGrid grid) {
      this.geometry = geometry;
      byTarget = side.byTarget();
      owners = byTarget ? geometry.targets() : geometry.sources();
      int held = byTarget ? geometry.sourceCount() : geometry.targetCount();
      limit = Math.min(held, side.nodes());
      search = grid.search();
      centre = new double[geometry.axes()];
      found = new BitRow(limit);
    }

    private boolean contains(int row, int node) {
      return byTarget
          ? Near.this.contains(geometry, node, row)
          : Near.this.contains(geometry, row, node);
    }

    @Override
    int draw(int row) {
      if (row >= owners[0].length) {
        return 0;
      }
      for (int axis = 0; axis < centre.length; axis++) {
        centre[axis] = owners[axis][row];
      }
      int n = 0;
      search.start(centre);
      while (search.next()) {
        for (int k = search.from(); k < search.to(); k++) {
          int node = search.member(k);
          if (contains(row, node)) {
            n += found.add(node);
          }
        }
      }
      reserve(n);
      return found.drain(0, nodes, 0);
    }

    @Override
    void count(int row, int[] asked, int n, int[] times) {
      boolean known = row < owners[0].length;
      for (int k = 0; k < n; k++) {
        times[k] = known && asked[k] < limit && contains(row, asked[k]) ? 1 : 0;
      }
    }
  }
}
