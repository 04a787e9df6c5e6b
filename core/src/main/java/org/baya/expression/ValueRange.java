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
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> places = new LinkedHashMap<>();
  private final Map<Symbol, Integer> symbols = new LinkedHashMap<>();
  private final int[][] inputs;
  private final RangeOperation operation;

  /** The range of a folded tree, with nothing known about what it reads. */
  ValueRange(Node root) {
    collect(root);
    inputs = new int[nodes.size()][];
    operation = new RangeOperation(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      inputs[i] = nodes.get(i).children().stream().mapToInt(places::get).toArray();
      switch (nodes.get(i)) {
        case Node.Literal literal -> operation.set(i, literal.value(), literal.value());
        case Node.Reference reference -> {
          symbols.put(reference.symbol(), i);
          operation.set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        default -> {}
      }
    }
  }

  private void collect(Node node) {
    if (!places.containsKey(node)) {
      node.children().forEach(this::collect);
      places.put(node, nodes.size());
      nodes.add(node);
    }
  }

  /** Says between which bounds a symbol is; without effect on expressions that do not read it. */
  public void set(Symbol symbol, double low, double high) {
    Integer place = symbols.get(symbol);
    if (place != null) {
      operation.set(place, low, high);
    }
  }

  /** Finds the bounds of the expression; ask {@link #low()} and {@link #high()} afterwards. */
  public void evaluate() {
    for (int i = 0; i < inputs.length; i++) {
      int[] in = inputs[i];
      switch (nodes.get(i)) {
        case Node.Literal _, Node.Reference _ -> {}
        case Node.Unary unary -> operation.unary(unary.operation(), in[0], i);
        case Node.Binary binary -> operation.binary(binary.operation(), in[0], in[1], i);
        case Node.Ternary ternary ->
            operation.ternary(ternary.operation(), in[0], in[1], in[2], i);
        case Node.Draw draw -> operation.draw(draw.function(), in, i);
      }
    }
  }

  /** The expression is not below this. */
  public double low() {
    return operation.low(inputs.length - 1);
  }

  /** The expression is not above this. */
  public double high() {
    return operation.high(inputs.length - 1);
  }
}
