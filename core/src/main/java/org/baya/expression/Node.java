package org.baya.expression;

import java.util.List;
import java.util.Set;

/** One operation of an expression with the operations it works on: a tree. */
sealed interface Node {

  /** A number. */
  record Literal(double value) implements Node {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A value of each row. */
  record Reference(Symbol symbol) implements Node {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** An operation on one number. */
  record Unary(UnaryOperation operation, Node a) implements Node {
    @Override
    public List<Node> children() {
      return List.of(a);
    }
  }

  /** An operation on two numbers. */
  record Binary(BinaryOperation operation, Node a, Node b) implements Node {
    @Override
    public List<Node> children() {
      return List.of(a, b);
    }
  }

  /** An operation on three numbers. */
  record Ternary(TernaryOperation operation, Node a, Node b, Node c) implements Node {
    @Override
    public List<Node> children() {
      return List.of(a, b, c);
    }
  }

  /**
   * A random value, drawn again until it is within {@code low <= value <= high}.
   *
   * @param index position among the draws of the expression, so no two draws are equal
   * @param b a literal 0 when the function has one parameter
   * @param low negative infinity unless the draw is {@code redrawn}
   * @param high infinity unless the draw is {@code redrawn}
   */
  record Draw(int index, RandomFunction function, Node a, Node b, Node low, Node high)
      implements Node {
    /** A draw without bounds. */
    Draw(int index, RandomFunction function, Node a, Node b) {
      this(
          index,
          function,
          a,
          b,
          new Literal(Double.NEGATIVE_INFINITY),
          new Literal(Double.POSITIVE_INFINITY));
    }

    /** Whether there is any bound. */
    boolean bounded() {
      return !(low.equals(new Literal(Double.NEGATIVE_INFINITY))
          && high.equals(new Literal(Double.POSITIVE_INFINITY)));
    }

    @Override
    public List<Node> children() {
      return List.of(a, b, low, high);
    }
  }

  /** The operations this one works on, from left to right. */
  List<Node> children();

  /** Number of operations on the longest way to a leaf, at least 1. */
  default int depth() {
    int deepest = 0;
    for (Node child : children()) {
      deepest = Math.max(deepest, child.depth());
    }
    return deepest + 1;
  }

  /** Number of operations, repeated ones counted each time. */
  default int size() {
    int size = 1;
    for (Node child : children()) {
      size += child.size();
    }
    return size;
  }

  /** Whether a random value is drawn anywhere. */
  default boolean isRandom() {
    return this instanceof Draw || children().stream().anyMatch(Node::isRandom);
  }

  /** Adds the symbols in the order of their appearance. */
  default void collectSymbols(Set<Symbol> found) {
    if (this instanceof Reference reference) {
      found.add(reference.symbol());
    }
    for (Node child : children()) {
      child.collectSymbols(found);
    }
  }
}
