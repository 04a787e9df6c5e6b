package org.baya.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.space.Extent;
import org.baya.space.Grid;

/** Where the nodes of a population lie, in space of one to three axes x, y, z. */
public sealed interface Layer {

  /** The edges within which nodes lie, where they are known. */
  Optional<Extent> extent();

  /**
   * Whether opposite borders of the extent are joined, so that displacements are measured the
   * shorter way round.
   */
  boolean edgeWrap();

  /** Nodes on a regular grid; see {@link Grid} for their order. */
  record OnGrid(Grid grid, boolean edgeWrap) implements Layer {
    @Override
    public Optional<Extent> extent() {
      return Optional.of(grid.extent());
    }
  }

  /**
   * Nodes anywhere.
   *
   * @param coordinates a value per axis: one row per node of a file, or a formula such as {@code
   *     uniform(-0.5, 0.5)} that may use parameters and columns of the node
   * @param extent within which all nodes must lie; needed to join borders
   */
  record Free(Map<String, Value> coordinates, Optional<Extent> extent, boolean edgeWrap)
      implements Layer {
    private static final List<String> AXES = List.of("x", "y", "z");

    /** Checks axes and extent. */
    public Free {
      coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
      if (!coordinates.containsKey("x") || !AXES.containsAll(coordinates.keySet())) {
        throw new InvalidInputException(
            "positions",
            "has the axes " + coordinates.keySet() + "; allowed are x and, if wanted, y and z");
      }
      if (edgeWrap && extent.isEmpty()) {
        throw new InvalidInputException(
            "positions", "edge_wrap needs extent: the lengths that are closed to a ring");
      }
      if (extent.isPresent() && extent.get().dimensions() != coordinates.size()) {
        throw new InvalidInputException(
            "extent",
            extent.get().size() + "; allowed is one number for each of " + coordinates.keySet());
      }
    }
  }

  /** A grid of that shape and extent around a centre. */
  static Layer grid(
      List<Integer> shape, List<Double> extent, List<Double> center, boolean edgeWrap) {
    return new OnGrid(new Grid(shape, new Extent(extent, center)), edgeWrap);
  }

  /** A grid of edges of length 1 around the origin. */
  static Layer grid(List<Integer> shape) {
    List<Double> ones = new ArrayList<>(Collections.nCopies(shape.size(), 1.0));
    List<Double> zeros = new ArrayList<>(Collections.nCopies(shape.size(), 0.0));
    return grid(shape, ones, zeros, false);
  }

  /** Coordinates by axis, one row per node. */
  static Layer columns(Map<String, ColumnSource> columns) {
    Map<String, Value> coordinates = new LinkedHashMap<>();
    columns.forEach((axis, column) -> coordinates.put(axis, Value.of(column)));
    return new Free(coordinates, Optional.empty(), false);
  }

  /** Coordinates by formulas, one for each axis in the order x, y, z, within an extent. */
  static Layer free(Extent extent, boolean edgeWrap, String... formulas) {
    Map<String, Value> coordinates = new LinkedHashMap<>();
    for (int axis = 0; axis < formulas.length; axis++) {
      coordinates.put(Free.AXES.get(axis), Value.formula(formulas[axis]));
    }
    return new Free(coordinates, Optional.of(extent), edgeWrap);
  }
}
