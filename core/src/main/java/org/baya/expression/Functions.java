package org.baya.expression;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.Node.Binary;
import org.baya.expression.Node.Draw;
import org.baya.expression.Node.Literal;
import org.baya.expression.Node.Ternary;
import org.baya.expression.Node.Unary;

/**
 * The functions of the language: checks a call's name and number of arguments and makes its node.
 */
final class Functions {
  /** Most operations of a kernel: some repeat their arguments, and files are not trusted. */
  private static final int MAX_SIZE = 10_000;

  /** How a function is called, by its name. */
  private static final Map<String, String> FORMS = new LinkedHashMap<>();

  private static final Map<String, UnaryOperation> UNARY = new LinkedHashMap<>();
  private static final Map<String, RandomFunction> RANDOM = new LinkedHashMap<>();

  static {
    for (UnaryOperation operation : EnumSet.range(UnaryOperation.LOG_GAMMA, UnaryOperation.ROUND)) {
      UNARY.put(operation.text, operation);
      FORMS.put(operation.text, "x");
    }
    for (RandomFunction function : RandomFunction.values()) {
      RANDOM.put(function.text, function);
      FORMS.put(function.text, function.parameters);
    }
    FORMS.putAll(Kernels.FORMS);
    FORMS.put("pow", "base, exponent");
    FORMS.put("min", "a, b, ...");
    FORMS.put("max", "a, b, ...");
    FORMS.put("if", "condition, a, b");
    FORMS.put("clipped", "x, low, high");
    FORMS.put("redrawn", "distribution, low, high");
  }

  private final SyntaxError error;
  private int draws;

  Functions(SyntaxError error) {
    this.error = error;
  }

  /** Fails unless there is a function of this name. */
  void checkName(Token name) {
    if (!FORMS.containsKey(name.text())) {
      throw error.at(
          name.position(),
          "unknown function '" + name.text() + "'; " + Names.hint(name.text(), FORMS.keySet()));
    }
  }

  /**
   * The index of a draw, in the order of the distributions' names in the text; 0 for other
   * functions.
   */
  int reserve(Token name) {
    return RANDOM.containsKey(name.text()) ? draws++ : 0;
  }

  /** The node of a call. */
  Node call(Token name, int index, List<Node> arguments) {
    String text = name.text();
    checkCount(name, arguments.size());
    if (UNARY.containsKey(text)) {
      return new Unary(UNARY.get(text), arguments.getFirst());
    }
    if (RANDOM.containsKey(text)) {
      return new Draw(
          index,
          RANDOM.get(text),
          arguments.getFirst(),
          arguments.size() > 1 ? arguments.get(1) : new Literal(0));
    }
    if (Kernels.FORMS.containsKey(text)) {
      return kernel(name, arguments);
    }
    return switch (text) {
      case "pow" -> new Binary(BinaryOperation.POWER, arguments.get(0), arguments.get(1));
      case "min" -> chain(BinaryOperation.MIN, arguments);
      case "max" -> chain(BinaryOperation.MAX, arguments);
      case "if" ->
          new Ternary(TernaryOperation.IF, arguments.get(0), arguments.get(1), arguments.get(2));
      case "clipped" ->
          new Ternary(
              TernaryOperation.CLIPPED, arguments.get(0), arguments.get(1), arguments.get(2));
      case "redrawn" -> redrawn(name, arguments);
      default -> throw new AssertionError("no node for " + text);
    };
  }

  private void checkCount(Token name, int count) {
    String form = Objects.requireNonNull(FORMS.get(name.text()));
    int least = 1 + (int) form.chars().filter(c -> c == ',').count();
    boolean open = form.endsWith("...");
    if (open ? count < least - 1 : count != least) {
      throw wrongCount(name, form, count);
    }
  }

  private InvalidInputException wrongCount(Token name, String form, int count) {
    String found = count == 1 ? "1 value" : count + " values";
    return error.at(name.position(), "expected " + name.text() + "(" + form + "), found " + found);
  }

  private Node kernel(Token name, List<Node> arguments) {
    Node node = Kernels.of(name.text(), arguments);
    if (node.size() > MAX_SIZE) {
      throw error.at(name.position(), "kernels within kernels are too long a formula");
    }
    return node;
  }

  private Node redrawn(Token name, List<Node> arguments) {
    if (!(arguments.getFirst() instanceof Draw draw) || draw.bounded()) {
      throw error.at(
          name.position(),
          "redrawn needs a distribution as its first value, for example normal(0, 1)");
    }
    return new Draw(
        draw.index(), draw.function(), draw.a(), draw.b(), arguments.get(1), arguments.get(2));
  }

  private static Node chain(BinaryOperation operation, List<Node> arguments) {
    Node result = arguments.getFirst();
    for (Node argument : arguments.subList(1, arguments.size())) {
      result = new Binary(operation, result, argument);
    }
    return result;
  }
}
