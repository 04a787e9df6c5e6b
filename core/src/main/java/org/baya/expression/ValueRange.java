package org.baya.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Between which bounds an expression stays while what it reads stays within given bounds: interval
 * arithmetic (R. E. Moore: Interval Analysis, 1966), evaluated without allocating. The bounds hold
 * for every row up to rounding in the last places; they need not be reached. Rows that evaluate to
 * NaN are left aside.
 *
 * <pre>{@code
 * ValueRange range = Expression.parse("exp(-distance / 50)", "p").range();
 * range.set(Symbol.DISTANCE, 100, 150);
 * range.evaluate();
 * double most = range.high();
 * }</pre>
 *
 * <p>For one thread.
 */
public final class ValueRange {
  private static final int ABSENT = -1;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> places = new LinkedHashMap<>();
  private final Map<Symbol, Integer> symbols = new LinkedHashMap<>();
  private final RangeOperation operation;
  private final Step[] steps;

  /** Finds the range of one operation from those it works on. */
  @FunctionalInterface
  private interface Step {
    void run();
  }

  /** The range of a folded tree, with nothing known about what it reads. */
  ValueRange(Node root) {
    collect(root);
    operation = new RangeOperation(nodes.size());
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      add(nodes.get(i), i, all);
    }
    steps = all.toArray(Step[]::new);
  }

  private void add(Node node, int out, List<Step> all) {
    int[] in = node.children().stream().mapToInt(places::get).toArray();
    switch (node) {
      case Node.Literal literal -> operation.set(out, literal.value(), literal.value());
      case Node.Reference reference -> {
        symbols.put(reference.symbol(), out);
        operation.set(out, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      case Node.Unary unary -> all.add(() -> operation.unary(unary.operation(), in[0], out));
      case Node.Binary binary ->
          all.add(() -> operation.binary(binary.operation(), in[0], in[1], out));
      case Node.Ternary ternary ->
          all.add(() -> operation.ternary(ternary.operation(), in[0], in[1], in[2], out));
      case Node.Draw draw -> all.add(() -> operation.draw(draw.function(), in, out));
    }
  }

  private void collect(Node node) {
    if (!places.containsKey(node)) {
      node.children().forEach(this::collect);
      places.put(node, nodes.size());
      nodes.add(node);
    }
  }

  /** Where the bounds of a symbol go; the expression need not read it. */
  public int place(Symbol symbol) {
    return symbols.getOrDefault(symbol, ABSENT);
  }

  /**
   * Says between which bounds a symbol is.
   *
   * @param place see {@link #place}
   */
  public void set(int place, double low, double high) {
    if (place != ABSENT) {
      operation.set(place, low, high);
    }
  }

  /** Says between which bounds a symbol is; without effect on expressions that do not read it. */
  public void set(Symbol symbol, double low, double high) {
    set(place(symbol), low, high);
  }

  /** Finds the bounds of the expression; ask {@link #low()} and {@link #high()} afterwards. */
  public void evaluate() {
    for (Step step : steps) {
      step.run();
    }
  }

  /** The expression is not below this. */
  public double low() {
    return operation.low(nodes.size() - 1);
  }

  /** The expression is not above this. */
  public double high() {
    return operation.high(nodes.size() - 1);
  }
}
