package org.baya.io.sonata;

import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * The value that the type of each edge has: {@code values[row of edge_type_id]}. It is stored as
 * 32-bit floats where all values are exactly such.
 */
final class TypeValueColumn extends RealColumn {
  private final Column typeIds;
  private final TypesTable types;
  private final double[] values;
  private final String name;

  /**
   * Values by type.
   *
   * @param typeIds type number of each edge
   * @param values by row of {@code types}; NaN where the table says nothing
   * @param name of the values, for messages
   */
  TypeValueColumn(Column typeIds, TypesTable types, double[] values, String name) {
    this.typeIds = typeIds;
    this.types = types;
    this.values = values;
    this.name = name;
  }

  @Override
  public long rows() {
    return typeIds.rows();
  }

  @Override
  public ElementType type() {
    for (double value : values) {
      if ((float) value != value && !Double.isNaN(value)) {
        return ElementType.FLOAT64;
      }
    }
    return ElementType.FLOAT32;
  }

  @Override
  public String place() {
    return types.place() + ":" + name;
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    long[] ids = new long[count];
    int[] rows = new int[count];
    typeIds.read(from, count, ids, 0);
    types.index().of(ids, count, rows);
    double[] byType = values;
    boolean missing = false;
    for (int i = 0; i < count; i++) {
      double value = rows[i] < 0 ? Double.NaN : byType[rows[i]];
      out[at + i] = value;
      missing |= Double.isNaN(value);
    }
    if (missing) {
      throw missing(from, ids);
    }
  }

  private InvalidInputException missing(long from, long[] ids) {
    for (int i = 0; i < ids.length; i++) {
      int row = types.index().of(ids[i]);
      if (row < 0) {
        return types.unknown(typeIds, from + i, ids[i]);
      }
      if (Double.isNaN(values[row])) {
        return new InvalidInputException(
            types.place(),
            "type " + ids[i] + " has no " + name + ", nor have its edges in the file");
      }
    }
    throw new IllegalStateException();
  }
}
