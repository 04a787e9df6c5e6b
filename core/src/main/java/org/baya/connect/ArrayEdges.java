package org.baya.connect;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.connect.ConnectionRule.ArrayForm;
import org.baya.error.InvalidInputException;

/** The edges of a rule with columns that are given as arrays in the rule's own order. */
public final class ArrayEdges implements EdgeList {
  private final ArrayForm form;
  private final Map<String, Column> arrays;

  /**
   * Edges with arrays.
   *
   * @param arrays by name; each rows x width as the form says, or as long as that in row-major
   *     order
   * @throws InvalidInputException if one has another shape
   */
  public ArrayEdges(ArrayForm form, Map<String, Column> arrays) {
    this.form = form;
    this.arrays = Map.copyOf(arrays);
    arrays.values().forEach(this::check);
  }

  private void check(Column array) {
    boolean shaped = array.rows() == form.rows() && array.width() == form.width();
    boolean flat = array.width() == 1 && array.rows() == form.rows() * form.width();
    if (!shaped && !flat) {
      throw new InvalidInputException(
          array.place(),
          "has the shape "
              + array.rows()
              + " x "
              + array.width()
              + "; needed is "
              + form.shape()
              + ": "
              + form.rows()
              + " x "
              + form.width());
    }
  }

  private Column array(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  @Override
  public Order order() {
    return form.edges().order();
  }

  @Override
  public int parts() {
    return form.edges().parts();
  }

  @Override
  public long size() {
    return form.edges().size();
  }

  @Override
  public Set<String> columns() {
    Set<String> all = new LinkedHashSet<>(form.edges().columns());
    all.addAll(arrays.keySet());
    return all;
  }

  @Override
  public String place(String column) {
    return arrays.containsKey(column) ? array(column).place() : form.edges().place(column);
  }

  @Override
  public ElementType type(String column) {
    return arrays.containsKey(column) ? array(column).type() : form.edges().type(column);
  }

  @Override
  public OptionalDouble constant(String column) {
    return arrays.containsKey(column) ? OptionalDouble.empty() : form.edges().constant(column);
  }

  @Override
  public Reader reader() {
    return new ArrayReader();
  }

  private final class ArrayReader implements Reader {
    private final Reader reader = form.edges().reader();
    private final long[] numbers = new long[BLOCK];
    private final int[] others = new int[BLOCK];
    private double[] span = {};
    private int n;

    @Override
    public void seek(int[] parts, int from, int to) {
      reader.seek(parts, from, to);
    }

    @Override
    public int next() {
      n = reader.next();
      return n;
    }

    @Override
    public void sources(int[] out) {
      reader.sources(out);
    }

    @Override
    public void targets(int[] out) {
      reader.targets(out);
    }

    @Override
    public void numbers(long[] out) {
      reader.numbers(out);
    }

    @Override
    public void column(String name, double[] out) {
      Column array = arrays.get(name);
      if (array == null) {
        reader.column(name, out);
        return;
      }
      reader.numbers(numbers);
      if (form.byNode()) {
        if (order() == Order.BY_SOURCE) {
          reader.targets(others);
        } else {
          reader.sources(others);
        }
      }
      for (int from = 0; from < n; ) {
        int row = (int) (numbers[from] >>> 32);
        int to = from + 1;
        while (to < n && (int) (numbers[to] >>> 32) == row) {
          to++;
        }
        long first = form.first().applyAsLong(row);
        if (form.byNode()) {
          pick(array, first, from, to, out);
        } else {
          array.read(first + (int) numbers[from], to - from, out, from);
        }
        from = to;
      }
    }

    /** Reads the stretch that holds the cells of edges {@code from..to-1}, then picks them. */
    private void pick(Column array, long first, int from, int to, double[] out) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (int i = from; i < to; i++) {
        least = Math.min(least, others[i]);
        most = Math.max(most, others[i]);
      }
      int length = most - least + 1;
      if (span.length < length) {
        span = new double[length];
      }
      array.read(first + least, length, span, 0);
      for (int i = from; i < to; i++) {
        out[i] = span[others[i] - least];
      }
    }
  }
}
