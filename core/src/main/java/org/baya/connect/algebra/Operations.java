package org.baya.connect.algebra;

import java.util.function.BinaryOperator;
import org.baya.connect.algebra.Operand.Connections;
import org.baya.connect.algebra.Operand.Nodes;
import org.baya.connect.algebra.Operand.Numeral;
import org.baya.connect.algebra.Operand.Operator;
import org.baya.connect.algebra.Operand.Pairs;
import org.baya.connect.algebra.Operand.Value;
import org.baya.error.InvalidInputException;

/** What the signs of the text form do, by what stands at their sides. */
final class Operations {
  private Operations() {}

  static Operand add(Operand left, Operand right) {
    Operand a = settled(left);
    Operand b = settled(right);
    if (isArithmetic(a, b)) {
      return arithmetic(a, b, ValueSet::plus);
    }
    if (isNodes(a, b)) {
      return new Nodes(a.asNodes().plus(b.asNodes()));
    }
    if (a instanceof Connections || b instanceof Connections) {
      return new Connections(a.asConnections().plus(b.asConnections()));
    }
    return new Pairs(a.asMask().plus(b.asMask()));
  }

  static Operand subtract(Operand left, Operand right) {
    Operand a = settled(left);
    Operand b = settled(right);
    if (isArithmetic(a, b)) {
      return arithmetic(a, b, ValueSet::minus);
    }
    if (isNodes(a, b)) {
      return new Nodes(a.asNodes().minus(b.asNodes()));
    }
    if (b instanceof Connections) {
      throw new InvalidInputException(
          "only a mask can be taken away; write mask(c) for that of a connection set");
    }
    return a instanceof Connections(ConnectionSet set)
        ? new Connections(set.minus(b.asMask()))
        : new Pairs(a.asMask().minus(b.asMask()));
  }

  static Operand multiply(Operand a, Operand b) {
    if (a instanceof Operator left) {
      return b instanceof Operator right ? composed(left, right) : left.application().to(b);
    }
    if (b instanceof Operator right) {
      throw new InvalidInputException(
          "the operator " + right.name() + " acts on what stands right of it; nothing does");
    }
    if (isArithmetic(a, b)) {
      return arithmetic(a, b, ValueSet::times);
    }
    if (isNodes(a, b)) {
      return new Nodes(a.asNodes().times(b.asNodes()));
    }
    if (a instanceof Connections && b instanceof Connections) {
      throw new InvalidInputException(
          "two connection sets have no intersection; write mask(c) for the mask of one");
    }
    if (a instanceof Connections(ConnectionSet set)) {
      return new Connections(set.times(b.asMask()));
    }
    return b instanceof Connections(ConnectionSet set)
        ? new Connections(set.times(a.asMask()))
        : new Pairs(a.asMask().times(b.asMask()));
  }

  static Operand divide(Operand a, Operand b) {
    if (isArithmetic(a, b) && !(b instanceof Connections)) {
      return arithmetic(a, b, ValueSet::over);
    }
    throw new InvalidInputException("cannot divide " + a.kind() + " by " + b.kind());
  }

  static Operand negate(Operand operand) {
    return switch (operand) {
      case Numeral(double value) -> new Numeral(-value);
      case Value(ValueSet value) -> new Value(value.negated());
      case Connections(ConnectionSet set) -> new Connections(set.mapped(ValueSet::negated));
      default -> throw new InvalidInputException("cannot negate " + operand.kind());
    };
  }

  static Operand complement(Operand left) {
    Operand operand = settled(left);
    return operand.isNodes()
        ? new Nodes(operand.asNodes().complement())
        : new Pairs(operand.asMask().complement());
  }

  /** The right operator first, then the left one. */
  private static Operator composed(Operator left, Operator right) {
    return new Operator(
        left.name() + " * " + right.name(),
        operand -> left.application().to(right.application().to(operand)),
        right.standsAlone());
  }

  /** Random draws that stand alone are from all pairs: {@code random(fanIn=10) - oneToOne}. */
  static Operand settled(Operand operand) {
    return operand instanceof Operator operator && operator.standsAlone()
        ? operator.application().to(new Pairs(Mask.full()))
        : operand;
  }

  /** Whether both are sets of nodes, or one is and the other a list. */
  private static boolean isNodes(Operand a, Operand b) {
    return a.isNodes() && (b.isNodes() || b instanceof Operand.Items)
        || a instanceof Operand.Items && b.isNodes();
  }

  /** Whether both are values, or one is and the other a connection set. */
  private static boolean isArithmetic(Operand a, Operand b) {
    return a.isValue() && (b.isValue() || b instanceof Connections)
        || a instanceof Connections && b.isValue();
  }

  private static Operand arithmetic(Operand a, Operand b, BinaryOperator<ValueSet> operation) {
    if (a instanceof Connections(ConnectionSet set)) {
      return new Connections(set.mapped(v -> operation.apply(v, b.asValue())));
    }
    if (b instanceof Connections(ConnectionSet set)) {
      return new Connections(set.mapped(v -> operation.apply(a.asValue(), v)));
    }
    ValueSet result = operation.apply(a.asValue(), b.asValue());
    return result instanceof ConstantValue constant
        ? new Numeral(constant.value())
        : new Value(result);
  }
}
