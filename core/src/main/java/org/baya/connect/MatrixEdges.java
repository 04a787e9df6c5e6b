package org.baya.connect;

import java.util.Arrays;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.network.Connectivity.Axis;

/**
 * A dense matrix as edges: cell (r, c) is edge {@code r * width + c}. An axis that is no node axis
 * leaves its node at 0.
 */
public final class MatrixEdges extends StoredEdges {
  private static final String RECEPTOR = "receptor";

  private final Column values;
  private final Axis rows;
  private final Axis columns;
  private final String name;

  /**
   * Edges of a matrix.
   *
   * @param name of the cells' values
   */
  public MatrixEdges(Column values, Axis rows, Axis columns, String name) {
    this.values = values;
    this.rows = rows;
    this.columns = columns;
    this.name = name;
  }

  @Override
  public long size() {
    return values.length();
  }

  @Override
  public Set<String> columns() {
    return rows == Axis.RECEPTOR || columns == Axis.RECEPTOR
        ? Set.of(name, RECEPTOR)
        : Set.of(name);
  }

  @Override
  public ElementType type(String column) {
    return column.equals(name) ? values.type() : ElementType.INT32;
  }

  @Override
  public String place(String column) {
    return values.place();
  }

  @Override
  public Reader reader() {
    return new CellReader();
  }

  private final class CellReader extends BlockReader {
    private final int[] index = new int[BLOCK];

    @Override
    public void sources(int[] out) {
      axis(Axis.SOURCE, out);
    }

    @Override
    public void targets(int[] out) {
      axis(Axis.TARGET, out);
    }

    @Override
    public void column(String wanted, double[] out) {
      if (wanted.equals(name)) {
        values.read(first(), n(), out, 0);
        return;
      }
      axis(Axis.RECEPTOR, index);
      for (int i = 0; i < n(); i++) {
        out[i] = index[i];
      }
    }

    /** Row or column number of each cell, whichever the axis is. */
    private void axis(Axis wanted, int[] out) {
      int width = values.width();
      if (rows == wanted) {
        for (int i = 0; i < n(); i++) {
          out[i] = (int) ((first() + i) / width);
        }
      } else if (columns == wanted) {
        for (int i = 0; i < n(); i++) {
          out[i] = (int) ((first() + i) % width);
        }
      } else {
        Arrays.fill(out, 0, n(), 0);
      }
    }
  }
}
