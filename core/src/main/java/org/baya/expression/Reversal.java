package org.baya.expression;

import org.baya.expression.Symbol.Kind;

/** Lets source and target of an expression change places. */
final class Reversal {
  private Reversal() {}

  /** The reversed tree. */
  static Node of(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal;
      case Node.Reference reference -> {
        Node reversed = new Node.Reference(reference.symbol().reversed());
        yield reference.symbol().kind() == Kind.DISPLACEMENT
            ? new Node.Unary(UnaryOperation.NEGATE, reversed)
            : reversed;
      }
      case Node.Unary unary -> new Node.Unary(unary.operation(), of(unary.a()));
      case Node.Binary binary ->
          new Node.Binary(binary.operation(), of(binary.a()), of(binary.b()));
      case Node.Ternary ternary ->
          new Node.Ternary(ternary.operation(), of(ternary.a()), of(ternary.b()), of(ternary.c()));
      case Node.Draw draw ->
          new Node.Draw(
              draw.index(),
              draw.function(),
              of(draw.a()),
              of(draw.b()),
              of(draw.low()),
              of(draw.high()));
    };
  }
}
