package org.baya.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/** Edges given as columns of equal length, one row per edge. */
public final class ColumnEdges extends StoredEdges {
  private static final String SOURCE = "source";
  private static final String TARGET = "target";

  private final Map<String, Column> columns;
  private final long size;

  /**
   * Edges of these columns.
   *
   * @param columns {@code source} and {@code target} and any others, each of width 1
   * @throws InvalidInputException if source or target is missing or lengths differ
   */
  public ColumnEdges(Map<String, Column> columns, String place) {
    this.columns = new LinkedHashMap<>(columns);
    if (!columns.containsKey(SOURCE) || !columns.containsKey(TARGET)) {
      throw new InvalidInputException(
          place,
          "edges need the columns source and target; given are "
              + String.join(", ", columns.keySet()));
    }
    size = column(SOURCE).rows();
    columns.forEach((name, column) -> check(name, column));
  }

  private Column column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  private void check(String name, Column column) {
    if (column.width() != 1) {
      throw new InvalidInputException(
          column.place(),
          "has "
              + column.width()
              + " columns; the edge column '"
              + name
              + "' needs one number per edge");
    }
    if (column.rows() != size) {
      throw new InvalidInputException(
          column.place(),
          "has "
              + column.rows()
              + " rows but "
              + column(SOURCE).place()
              + " has "
              + size
              + "; edge columns need one length");
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Set<String> columns() {
    return columns.keySet();
  }

  @Override
  public ElementType type(String column) {
    return column(column).type();
  }

  @Override
  public String place(String column) {
    return column(column).place();
  }

  @Override
  public Reader reader() {
    return new BlockReader() {
      @Override
      public void sources(int[] out) {
        ColumnEdges.this.column(SOURCE).read(first(), n(), out, 0);
      }

      @Override
      public void targets(int[] out) {
        ColumnEdges.this.column(TARGET).read(first(), n(), out, 0);
      }

      @Override
      public void column(String name, double[] out) {
        ColumnEdges.this.column(name).read(first(), n(), out, 0);
      }
    };
  }
}
