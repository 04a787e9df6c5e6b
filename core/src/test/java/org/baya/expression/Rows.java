package org.baya.expression;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.baya.random.Purpose;

/** Symbols with a value for each row, read from a movable first row. */
final class Rows implements Bindings {
  private final Map<Symbol, IntToDoubleFunction> values = new LinkedHashMap<>();
  private int first;

  Rows with(Symbol symbol, IntToDoubleFunction value) {
    values.put(symbol, value);
    return this;
  }

  Rows from(int row) {
    first = row;
    return this;
  }

  Set<Symbol> known() {
    return new HashSet<>(values.keySet());
  }

  double value(Symbol symbol, int row) {
    return values.get(symbol).applyAsDouble(row);
  }

  @Override
  public void load(Symbol symbol, int n, double[] out) {
    IntToDoubleFunction value = values.get(symbol);
    for (int i = 0; i < n; i++) {
      out[i] = value.applyAsDouble(first + i);
    }
  }

  @Override
  public void entities(int n, long[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (long) first + i;
    }
  }

  /** The first n rows, evaluated in blocks of a size. */
  double[] evaluate(String text, int n, int block) {
    Program program = Expression.parse(text, "test").compile(3, Purpose.WEIGHT, known());
    double[] all = new double[n];
    double[] out = new double[block];
    for (int done = 0; done < n; done += block) {
      int size = Math.min(block, n - done);
      program.evaluate(from(done), size, out);
      System.arraycopy(out, 0, all, done, size);
    }
    return all;
  }
}
