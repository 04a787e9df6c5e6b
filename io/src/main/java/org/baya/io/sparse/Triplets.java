package org.baya.io.sparse;

import java.lang.foreign.Arena;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;

/** Elements of a matrix in memory, in coordinates; put together one by one. */
final class Triplets {
  private int[] rows;
  private int[] columns;
  private double[] values;
  private int size;

  /** No elements, with room for {@code expected}. */
  Triplets(int expected) {
    rows = new int[expected];
    columns = new int[expected];
    values = new double[expected];
  }

  /** Number of elements. */
  int size() {
    return size;
  }

  /** Row of element {@code i}. */
  int row(int i) {
    return rows[i];
  }

  /** Column of element {@code i}. */
  int column(int i) {
    return columns[i];
  }

  /** Value of element {@code i}. */
  double value(int i) {
    return values[i];
  }

  /** Adds an element. */
  void add(long row, long column, double value) {
    if (size == values.length) {
      int more = Math.max(1024, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
      rows = Arrays.copyOf(rows, more);
      columns = Arrays.copyOf(columns, more);
      values = Arrays.copyOf(values, more);
    }
    rows[size] = (int) row;
    columns[size] = (int) column;
    values[size++] = value;
  }

  /** Adds all elements of {@code other}. */
  void addAll(Triplets other) {
    System.arraycopy(other.rows, 0, rows, size, other.size);
    System.arraycopy(other.columns, 0, columns, size, other.size);
    System.arraycopy(other.values, 0, values, size, other.size);
    size += other.size;
  }

  private int[] rows() {
    return rows.length == size ? rows : Arrays.copyOf(rows, size);
  }

  private int[] columns() {
    return columns.length == size ? columns : Arrays.copyOf(columns, size);
  }

  private double[] values() {
    return values.length == size ? values : Arrays.copyOf(values, size);
  }

  /** Elements that {@code loader} makes when they are wanted, and keeps while there is memory. */
  static SparseMatrix.Coordinates lazily(String place, Supplier<Triplets> loader) {
    Loaded loaded = new Loaded(loader);
    return new SparseMatrix.Coordinates(
        new Part(place, t -> SegmentColumn.of(place, t.rows()), loaded),
        new Part(place, t -> SegmentColumn.of(place, t.columns()), loaded),
        new Part(place, t -> SegmentColumn.of(place, t.values()), loaded));
  }

  /** Refuses more elements than an array can hold. */
  static int checkedCount(long count, String place) {
    if (count > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          place, "has " + count + " elements; allowed in this form are " + (Integer.MAX_VALUE - 8));
    }
    return (int) count;
  }

  private static final class Loaded {
    private final Supplier<Triplets> loader;
    private SoftReference<Triplets> kept = new SoftReference<>(new Triplets(0));
    private boolean tried;

    Loaded(Supplier<Triplets> loader) {
      this.loader = loader;
    }

    synchronized Triplets get() {
      Triplets known = kept.get();
      if (known == null || !tried) {
        known = loader.get();
        kept = new SoftReference<>(known);
        tried = true;
      }
      return known;
    }
  }

  private record Part(String place, Function<Triplets, Column> column, Loaded loaded)
      implements ColumnSource {
    @Override
    public Column open(Arena arena) {
      return column.apply(loaded.get());
    }
  }
}
