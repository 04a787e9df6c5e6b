package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.ElementType;
import org.baya.connect.EdgeList;

/**
 * The edges of a connection set, row by row. A row holds the edges of the first summand, then those
 * of the second and so on; within a summand the nodes ascend. Edge i of row r has the number {@code
 * r << 32 | i}.
 */
final class AlgebraEdges implements EdgeList {
  private static final long UNKNOWN = -1;

  private final ConnectionSet set;
  private final Side side;
  private final List<RowMask> masks = new ArrayList<>();
  private final List<List<Values>> values = new ArrayList<>();
  private final List<String> columns;
  private volatile long size = UNKNOWN;

  private AlgebraEdges(ConnectionSet set, Side side, List<String> columns) {
    this.set = set;
    this.side = side;
    this.columns = columns;
    for (ConnectionSet.Term term : set.terms()) {
      masks.add(term.mask().rows(side));
      values.add(term.values().stream().map(v -> v.values(side.scene())).toList());
    }
  }

  /**
   * The edges, on the side where fewer random masks have to be stored; by target if both are equal.
   */
  static AlgebraEdges of(
      ConnectionSet set, ConnectionSet.Populations populations, List<String> columns) {
    AlgebraEdges byTarget = new AlgebraEdges(set, side(populations, true), columns);
    if (byTarget.side.scene().turned() == 0) {
      return byTarget;
    }
    AlgebraEdges bySource = new AlgebraEdges(set, side(populations, false), columns);
    return bySource.side.scene().turned() < byTarget.side.scene().turned() ? bySource : byTarget;
  }

  private static Side side(ConnectionSet.Populations populations, boolean byTarget) {
    return byTarget
        ? new Side(true, populations.targets(), populations.sources(), populations.scene())
        : new Side(false, populations.sources(), populations.targets(), populations.scene());
  }

  @Override
  public Order order() {
    return side.byTarget() ? Order.BY_TARGET : Order.BY_SOURCE;
  }

  @Override
  public int parts() {
    return side.rows();
  }

  @Override
  public long size() {
    if (size == UNKNOWN) {
      long sum = 0;
      for (RowMask mask : masks) {
        RowCursor cursor = mask.cursor();
        for (int row = 0; row < side.rows(); row++) {
          sum += cursor.size(row);
        }
      }
      size = sum;
    }
    return size;
  }

  @Override
  public Set<String> columns() {
    return new LinkedHashSet<>(columns);
  }

  @Override
  public OptionalDouble constant(String column) {
    int index = columns.indexOf(column);
    double first = Double.NaN;
    for (ConnectionSet.Term term : set.terms()) {
      if (!(term.values().get(index) instanceof ConstantValue constant)
          || !Double.isNaN(first) && first != constant.value()) {
        return OptionalDouble.empty();
      }
      first = constant.value();
    }
    return OptionalDouble.of(first);
  }

  @Override
  public String place(String column) {
    return side.scene().place();
  }

  @Override
  public ElementType type(String column) {
    int index = columns.indexOf(column);
    boolean random = set.terms().stream().allMatch(t -> t.values().get(index).isRandom());
    return random ? ElementType.FLOAT32 : ElementType.FLOAT64;
  }

  @Override
  public Reader reader() {
    return new RowReader();
  }

  /** Packs short rows into one block and cuts long ones. */
  private final class RowReader implements Reader {
    private final List<RowCursor> cursors = masks.stream().map(RowMask::cursor).toList();
    private final List<List<Values.Evaluator>> evaluators =
        values.stream().map(list -> list.stream().map(Values::evaluator).toList()).toList();
    private final int terms = masks.size();
    private final int[] counts = new int[terms];
    private final PairBlock pairs = new PairBlock();
    private final PairBlock part = new PairBlock();
    private final double[] found = new double[BLOCK];
    private final int[] termOf = new int[BLOCK];
    private final long[] numbers = new long[BLOCK];
    private int[] parts = {};
    private int next;
    private int to;
    private int row;
    private int term = terms;
    private int done;
    private int before;
    private int n;

    @Override
    public void seek(int[] wanted, int from, int end) {
      parts = wanted;
      next = from;
      to = end;
      term = terms;
    }

    @Override
    public int next() {
      n = 0;
      while (n < BLOCK && advance()) {
        take(Math.min(BLOCK - n, counts[term] - done));
      }
      return n;
    }

    /** Moves to edges that are still to be taken; false after the last. */
    private boolean advance() {
      while (true) {
        if (term < terms && done < counts[term]) {
          return true;
        }
        if (term < terms - 1) {
          before += counts[term];
          term++;
        } else if (next < to) {
          row = parts[next++];
          term = 0;
          before = 0;
        } else {
          return false;
        }
        done = 0;
        counts[term] = cursors.get(term).draw(row);
      }
    }

    private void take(int edges) {
      int[] nodes = cursors.get(term).nodes();
      int[] held = side.byTarget() ? pairs.sources : pairs.targets;
      int[] owners = side.byTarget() ? pairs.targets : pairs.sources;
      System.arraycopy(nodes, done, held, n, edges);
      Arrays.fill(owners, n, n + edges, row);
      Arrays.fill(termOf, n, n + edges, term);
      if (masks.get(term).isSet()) {
        Arrays.fill(pairs.copies, n, n + edges, 0);
      } else {
        numberCopies(nodes, done, edges, pairs.copies, n);
      }
      long first = ((long) row << 32) + before + done - n;
      for (int k = n; k < n + edges; k++) {
        numbers[k] = first + k;
      }
      n += edges;
      done += edges;
    }

    /** Counts how many equal nodes stand before each. */
    private static void numberCopies(int[] nodes, int from, int count, int[] copies, int at) {
      int copy = 0;
      for (int k = from; k > 0 && nodes[k - 1] == nodes[from]; k--) {
        copy++;
      }
      for (int k = 0; k < count; k++) {
        if (k > 0) {
          copy = nodes[from + k] == nodes[from + k - 1] ? copy + 1 : 0;
        }
        copies[at + k] = copy;
      }
    }

    @Override
    public void sources(int[] out) {
      System.arraycopy(pairs.sources, 0, out, 0, n);
    }

    @Override
    public void targets(int[] out) {
      System.arraycopy(pairs.targets, 0, out, 0, n);
    }

    @Override
    public void numbers(long[] out) {
      System.arraycopy(numbers, 0, out, 0, n);
    }

    @Override
    public void column(String name, double[] out) {
      int index = columns.indexOf(name);
      if (terms == 1) {
        evaluators.getFirst().get(index).evaluate(pairs, n, out);
      } else {
        for (int k = 0; k < terms; k++) {
          evaluate(k, index, out);
        }
      }
      if (type(name) == ElementType.FLOAT32) {
        for (int k = 0; k < n; k++) {
          out[k] = (float) out[k];
        }
      }
    }

    /** The values of the edges of one summand. */
    private void evaluate(int wanted, int index, double[] out) {
      int m = 0;
      for (int k = 0; k < n; k++) {
        part.sources[m] = pairs.sources[k];
        part.targets[m] = pairs.targets[k];
        part.copies[m] = pairs.copies[k];
        m += termOf[k] == wanted ? 1 : 0;
      }
      evaluators.get(wanted).get(index).evaluate(part, m, found);
      m = 0;
      for (int k = 0; k < n; k++) {
        if (termOf[k] == wanted) {
          out[k] = found[m++];
        }
      }
    }
  }
}
