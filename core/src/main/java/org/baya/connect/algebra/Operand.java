package org.baya.connect.algebra;

import java.util.List;
import org.baya.error.InvalidInputException;

/** What a part of the text form means, and what it may be taken for. */
sealed interface Operand {

  /** A number. */
  record Numeral(double value) implements Operand {}

  /** Numbers, pairs or intervals in square brackets. */
  record Items(List<Operand> all) implements Operand {}

  /** Two or more things in round brackets: a pair, or an interval. */
  record Tuple(List<Operand> all) implements Operand {}

  /** A set of node numbers. */
  record Nodes(IntervalSet set) implements Operand {}

  /** A mask. */
  record Pairs(Mask mask) implements Operand {}

  /** A value set. */
  record Value(ValueSet value) implements Operand {}

  /** A connection set with values. */
  record Connections(ConnectionSet set) implements Operand {}

  /**
   * Something that is applied to what stands right of the sign {@code *}.
   *
   * @param standsAlone whether it acts on all pairs when nothing stands there
   */
  record Operator(String name, Application application, boolean standsAlone) implements Operand {
    Operator(String name, Application application) {
      this(name, application, false);
    }
  }

  /** What an operator does. */
  @FunctionalInterface
  interface Application {
    Operand to(Operand operand);
  }

  /** What it is, for messages. */
  default String kind() {
    return switch (this) {
      case Numeral number -> "the number " + number.value();
      case Items ignored -> "a list";
      case Tuple ignored -> "a tuple";
      case Nodes ignored -> "a set of nodes";
      case Pairs ignored -> "a mask";
      case Value ignored -> "a value set";
      case Connections ignored -> "a connection set";
      case Operator operator -> "the operator " + operator.name();
    };
  }

  private InvalidInputException not(String wanted) {
    return new InvalidInputException("expected " + wanted + ", found " + kind());
  }

  /** Whether it can be taken for a value set. */
  default boolean isValue() {
    return this instanceof Numeral || this instanceof Value;
  }

  /** Whether it can be taken for nothing but a set of nodes. */
  default boolean isNodes() {
    return this instanceof Nodes
        || this instanceof Tuple
        || this instanceof Items(List<Operand> all)
            && !all.isEmpty()
            && all.stream().anyMatch(item -> item instanceof Numeral || item instanceof Nodes);
  }

  /** It as a number. */
  default double asNumber() {
    if (this instanceof Numeral(double value)) {
      return value;
    }
    throw not("a number");
  }

  /** It as a whole number. */
  default long whole() {
    double value = asNumber();
    if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
      throw new InvalidInputException("expected a whole number, found " + value);
    }
    return (long) value;
  }

  /** It as a whole number of 32 bits. */
  default int integer() {
    long value = whole();
    if (value != (int) value) {
      throw new InvalidInputException("expected a whole number below 2^31, found " + value);
    }
    return (int) value;
  }

  /** It as a value set. */
  default ValueSet asValue() {
    return switch (this) {
      case Numeral(double value) -> ValueSet.of(value);
      case Value(ValueSet value) -> value;
      default -> throw not("a value set or a number");
    };
  }

  /** It as a set of nodes: a number, an interval with both ends, or a list of such. */
  default IntervalSet asNodes() {
    return switch (this) {
      case Nodes(IntervalSet set) -> set;
      case Numeral ignored -> IntervalSet.of(whole(), whole());
      case Tuple(List<Operand> all) when all.size() == 2 ->
          IntervalSet.of(all.getFirst().whole(), all.getLast().whole());
      case Items(List<Operand> all) -> union(all);
      default -> throw not("a set of nodes such as N, 7, (0, 9) or [1, 2, 5]");
    };
  }

  private static IntervalSet union(List<Operand> all) {
    if (all.stream().allMatch(Numeral.class::isInstance)) {
      return IntervalSet.of(all.stream().mapToInt(Operand::integer).toArray());
    }
    IntervalSet union = IntervalSet.EMPTY;
    for (Operand item : all) {
      union = union.plus(item.asNodes());
    }
    return union;
  }

  /** It as a mask: a list of pairs too. */
  default Mask asMask() {
    return switch (this) {
      case Pairs(Mask mask) -> mask;
      case Items(List<Operand> all) -> pairs(all);
      default -> throw not("a mask");
    };
  }

  private static Mask pairs(List<Operand> all) {
    int[] sources = new int[all.size()];
    int[] targets = new int[all.size()];
    for (int k = 0; k < sources.length; k++) {
      if (!(all.get(k) instanceof Tuple(List<Operand> pair)) || pair.size() != 2) {
        throw all.get(k).not("a pair (source, target) in the list");
      }
      sources[k] = pair.getFirst().integer();
      targets[k] = pair.getLast().integer();
    }
    return Mask.pairs(sources, targets);
  }

  /** It as a connection set. */
  default ConnectionSet asConnections() {
    return switch (this) {
      case Connections(ConnectionSet set) -> set;
      default -> ConnectionSet.of(asMask());
    };
  }
}
