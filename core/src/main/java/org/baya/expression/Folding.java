package org.baya.expression;

import org.baya.expression.Node.Binary;
import org.baya.expression.Node.Draw;
import org.baya.expression.Node.Literal;
import org.baya.expression.Node.Ternary;
import org.baya.expression.Node.Unary;

/**
 * Replaces operations on numbers by their result. Values do not change, except that a square is a
 * product, correctly rounded.
 */
final class Folding {
  private static final Literal TWO = new Literal(2);

  private Folding() {}

  /** The folded tree. */
  static Node fold(Node node) {
    return switch (node) {
      case Literal literal -> literal;
      case Node.Reference reference -> reference;
      case Unary unary -> unary(unary.operation(), fold(unary.a()));
      case Binary binary -> binary(binary.operation(), fold(binary.a()), fold(binary.b()));
      case Ternary ternary ->
          ternary(ternary.operation(), fold(ternary.a()), ternary.b(), ternary.c());
      case Draw draw ->
          new Draw(
              draw.index(),
              draw.function(),
              fold(draw.a()),
              fold(draw.b()),
              fold(draw.low()),
              fold(draw.high()));
    };
  }

  private static Node unary(UnaryOperation operation, Node a) {
    return a instanceof Literal(double x)
        ? new Literal(operation.apply(x))
        : new Unary(operation, a);
  }

  private static Node binary(BinaryOperation operation, Node a, Node b) {
    if (a instanceof Literal(double x) && b instanceof Literal(double y)) {
      return new Literal(operation.apply(x, y));
    }
    if (operation == BinaryOperation.POWER && b.equals(TWO)) {
      return new Unary(UnaryOperation.SQUARE, a);
    }
    return new Binary(operation, a, b);
  }

  private static Node ternary(TernaryOperation operation, Node a, Node b, Node c) {
    if (operation == TernaryOperation.IF && a instanceof Literal(double condition)) {
      return fold(condition != 0 ? b : c);
    }
    Node second = fold(b);
    Node third = fold(c);
    if (a instanceof Literal(double x)
        && second instanceof Literal(double y)
        && third instanceof Literal(double z)) {
      return new Literal(operation.apply(x, y, z));
    }
    return new Ternary(operation, a, second, third);
  }
}
