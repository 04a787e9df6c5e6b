package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.io.sparse.SparseMatrix;

/** The cells of a matrix that are not 0, one row each: row, column, value. */
sealed interface CellSource extends ColumnSource {

  /** Cells of a matrix that lists them. */
  record Listed(SparseMatrix matrix) implements CellSource {
    @Override
    public String place() {
      return matrix.place();
    }

    @Override
    public Column open(Arena arena) {
      SparseMatrix.Coordinates all = matrix.coordinates();
      int[] rows = all.rows().open(arena).toInts();
      int[] columns = all.columns().open(arena).toInts();
      double[] values = all.values().open(arena).toDoubles();
      Cells cells = new Cells();
      for (int i = 0; i < values.length; i++) {
        cells.add(rows[i], columns[i], values[i]);
      }
      return cells.column(place());
    }
  }

  /** Cells of a matrix that writes them all. */
  record Written(ColumnSource matrix) implements CellSource {
    @Override
    public String place() {
      return matrix.place();
    }

    @Override
    public Column open(Arena arena) {
      Column all = matrix.open(arena);
      double[] row = new double[all.width()];
      Cells cells = new Cells();
      for (long r = 0; r < all.rows(); r++) {
        all.read(r * row.length, row.length, row, 0);
        for (int c = 0; c < row.length; c++) {
          cells.add(r, c, row[c]);
        }
      }
      return cells.column(place());
    }
  }

  /** A list that grows. */
  final class Cells {
    private static final int WIDTH = 3;
    private double[] triples = new double[WIDTH * 1024];
    private int size;

    private void add(long row, int column, double value) {
      if (value == 0) {
        return;
      }
      if (size == triples.length) {
        triples = Arrays.copyOf(triples, Math.multiplyExact(2, size));
      }
      triples[size++] = row;
      triples[size++] = column;
      triples[size++] = value;
    }

    private Column column(String place) {
      return SegmentColumn.matrix(place, WIDTH, Arrays.copyOf(triples, size));
    }
  }
}
