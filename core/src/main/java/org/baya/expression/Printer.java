package org.baya.expression;

/**
 * Writes a tree so that parsing it gives the same tree, with no more brackets than needed.
 *
 * <p>Precedences: or 1, and 2, not 3, comparisons 4, sums 5, products 6, signs 7, powers 8,
 * everything else 9.
 */
final class Printer {
  private static final int NOT = 3;
  private static final int SIGN = 7;
  private static final int PRIMARY = 9;

  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  /** The tree as text. */
  static String print(Node root) {
    Printer printer = new Printer();
    printer.print(root, 0);
    return printer.out.toString();
  }

  /** Puts the node in brackets if it binds less tightly than {@code needed}. */
  private void print(Node node, int needed) {
    boolean brackets = precedence(node) < needed;
    out.append(brackets ? "(" : "");
    switch (node) {
      case Node.Literal literal -> out.append(number(literal.value()));
      case Node.Reference reference -> out.append(reference.symbol());
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.Ternary ternary ->
          call(ternary.operation().text, ternary.a(), ternary.b(), ternary.c());
      case Node.Draw draw -> draw(draw);
    }
    out.append(brackets ? ")" : "");
  }

  private static int precedence(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal.value() < 0 ? SIGN : PRIMARY;
      case Node.Unary unary when unary.operation() == UnaryOperation.NEGATE -> SIGN;
      case Node.Unary unary when unary.operation() == UnaryOperation.NOT -> NOT;
      case Node.Binary binary -> binary.operation().precedence;
      default -> PRIMARY;
    };
  }

  private void unary(Node.Unary unary) {
    switch (unary.operation()) {
      case NEGATE -> {
        out.append('-');
        print(unary.a(), SIGN);
      }
      case NOT -> {
        out.append("not ");
        print(unary.a(), NOT);
      }
      default -> call(unary.operation().text, unary.a());
    }
  }

  private void binary(Node.Binary binary) {
    BinaryOperation operation = binary.operation();
    int precedence = operation.precedence;
    switch (operation) {
      case MIN, MAX -> call(operation.text, binary.a(), binary.b());
      case POWER -> infix(binary, PRIMARY, SIGN);
      case LESS, AT_MOST, EQUAL, DIFFERENT, AT_LEAST, GREATER ->
          infix(binary, precedence + 1, precedence + 1);
      default -> infix(binary, precedence, precedence + 1);
    }
  }

  private void infix(Node.Binary binary, int left, int right) {
    print(binary.a(), left);
    out.append(' ').append(binary.operation().text).append(' ');
    print(binary.b(), right);
  }

  private void draw(Node.Draw draw) {
    if (draw.bounded()) {
      call(
          "redrawn",
          new Node.Draw(draw.index(), draw.function(), draw.a(), draw.b()),
          draw.low(),
          draw.high());
    } else if (draw.function().arity() == 1) {
      call(draw.function().text, draw.a());
    } else {
      call(draw.function().text, draw.a(), draw.b());
    }
  }

  private void call(String name, Node... arguments) {
    out.append(name).append('(');
    for (int i = 0; i < arguments.length; i++) {
      out.append(i == 0 ? "" : ", ");
      print(arguments[i], 0);
    }
    out.append(')');
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return value == Math.PI ? "pi" : Double.toString(value);
  }
}
