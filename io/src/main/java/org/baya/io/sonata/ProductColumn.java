package org.baya.io.sonata;

import org.baya.array.Column;
import org.baya.array.ElementType;

/** The product of two columns, element by element: {@code syn_weight} times {@code nsyns}. */
final class ProductColumn extends RealColumn {
  private final Column a;
  private final Column b;

  ProductColumn(Column a, Column b) {
    this.a = a;
    this.b = b;
  }

  @Override
  public long rows() {
    return a.rows();
  }

  @Override
  public ElementType type() {
    return ElementType.FLOAT64;
  }

  @Override
  public String place() {
    return a.place() + " times " + b.place();
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    double[] factors = new double[count];
    a.read(from, count, out, at);
    b.read(from, count, factors, 0);
    for (int i = 0; i < count; i++) {
      out[at + i] *= factors[i];
    }
  }
}
