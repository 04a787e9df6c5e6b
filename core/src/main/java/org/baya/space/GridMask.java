package org.baya.space;

import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;

/**
 * A block of nodes of the grid on which the others lie, counted in columns from the left and rows
 * from the top. A node that does not lie on a place of that grid counts as the nearest place.
 *
 * @param shape columns, rows and, in 3-D, layers
 * @param upperLeft column, row (and layer) of the block's first node, relative to the node around
 *     which the mask lies; {@code -anchor} where an anchor tells which node of the block that is
 */
public record GridMask(List<Integer> shape, List<Integer> upperLeft) implements Mask {
  private static final String NAME = "grid";

  /** A node half-way between two places counts as the one to the right, or below. */
  private static final double TIE = 1e-6;

  /** Checks the numbers. */
  public GridMask {
    shape = List.copyOf(shape);
    upperLeft = List.copyOf(upperLeft);
    if (shape.size() < 2 || shape.size() > 3 || shape.stream().anyMatch(n -> n < 1)) {
      throw new InvalidInputException(
          NAME, "shape = " + shape + "; allowed are 2 or 3 whole numbers, at least 1");
    }
    if (upperLeft.size() != shape.size()) {
      throw new InvalidInputException(
          NAME, "needs as many numbers for its place as shape = " + shape + " has");
    }
  }

  /** A block whose node {@code anchor}, counted from its upper left one, lies at the node. */
  public static GridMask anchored(List<Integer> shape, List<Integer> anchor) {
    return new GridMask(shape, anchor.stream().map(n -> -n).toList());
  }

  @Override
  public int dimensions() {
    return shape.size();
  }

  @Override
  public Region region(Optional<Grid> pool) {
    Grid grid =
        pool.orElseThrow(() ->
            new InvalidInputException(
                NAME, "needs a grid layer; the nodes to choose from do not lie on a grid"));
    if (grid.dimensions() != dimensions()) {
      throw new InvalidInputException(
          NAME, "shape = " + shape + "; allowed is one number per axis of grid " + grid.shape());
    }
    double[] lower = new double[dimensions()];
    double[] upper = new double[dimensions()];
    for (int axis = 0; axis < lower.length; axis++) {
      double first = upperLeft.get(axis) - 0.5 + TIE;
      double last = first + shape.get(axis);
      boolean down = axis == 1;
      lower[axis] = (down ? -last : first) * grid.spacing(axis);
      upper[axis] = (down ? -first : last) * grid.spacing(axis);
    }
    return Cuboid.between(lower, upper, new Rotation(0, 0));
  }
}
