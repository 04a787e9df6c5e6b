package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.io.sparse.SparseMatrix;
import org.baya.network.Connectivity;
import org.baya.network.Connectivity.Axis;

/** A sparse matrix as the edges of a projection. */
final class SparseProjection {
  private SparseProjection() {}

  /**
   * The edges: compressed as they are in the file where both axes are nodes, in coordinates
   * otherwise.
   *
   * @param name of the values
   */
  static Connectivity connectivity(SparseMatrix matrix, ProjectionReader.Axes axes, String name) {
    boolean nodes = axes.rows() != Axis.RECEPTOR && axes.columns() != Axis.RECEPTOR;
    Connectivity.Shape shape =
        new Connectivity.Shape(
            matrix.place(), matrix.rows(), axes.rows(), matrix.columns(), axes.columns());
    if (nodes && matrix.elements() instanceof SparseMatrix.Compressed c) {
      return new Connectivity.Sparse(
              c.byRow() ? axes.rows() : axes.columns(),
              c.pointers(),
              c.indices(),
              Map.of(name, c.values()))
          .shaped(shape);
    }
    SparseMatrix.Coordinates all = matrix.coordinates();
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    columns.put(name(axes.rows()), all.rows());
    columns.put(name(axes.columns()), all.columns());
    columns.put(name, all.values());
    for (Axis axis : new Axis[] {Axis.SOURCE, Axis.TARGET}) {
      columns.putIfAbsent(name(axis), new FirstNode(all.values()));
    }
    return new Connectivity.Edges(columns).shaped(shape);
  }

  private static String name(Axis axis) {
    return axis.name().toLowerCase(Locale.ROOT);
  }

  /** Node 0 for each of the values. */
  private record FirstNode(ColumnSource values) implements ColumnSource {
    @Override
    public String place() {
      return values.place();
    }

    @Override
    public Column open(Arena arena) {
      return SegmentColumn.of(place(), new int[Math.toIntExact(values.open(arena).length())]);
    }
  }
}
