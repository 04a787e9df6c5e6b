package org.baya.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.expression.Node.Literal;
import org.baya.random.Purpose;
import org.baya.random.StreamBlocks;

/**
 * Turns a tree into steps over registers.
 *
 * <p>Implementation overview: first every different operation gets a step and a register of its own
 * (equal operations are done once), in an order in which inputs precede outputs; then registers are
 * renamed so that one whose value is no longer needed is used again, which keeps the working set in
 * the cache. Numbers have registers of their own, filled once. The two sides of an {@code if} are
 * both evaluated, but draws in them only for the rows that need them.
 */
final class Compiler {
  /** The mask of what every row needs. */
  private static final Node ALWAYS = new Literal(1);

  private final SyntaxError error;
  private final StreamBlocks streams;
  private final Purpose purpose;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Node, Integer> registers = new HashMap<>();
  private final Map<Integer, Double> literals = new HashMap<>();

  Compiler(SyntaxError error, StreamBlocks streams, Purpose purpose) {
    this.error = error;
    this.streams = streams;
    this.purpose = purpose;
  }

  /** The program of a folded tree. */
  Program compile(Node root) {
    int result = register(root, ALWAYS);
    if (literals.containsKey(result)) {
      result = add(new Step.Copy(result));
    }
    double[][] files = rename(result);
    long[] entities = new long[root.isRandom() ? Program.MAX_ROWS : 0];
    return new Program(steps.toArray(Step[]::new), new Frame(files, entities, NoBindings.NONE));
  }

  /**
   * The register of a node, computed where the mask is not 0 (and elsewhere too, unless it draws).
   */
  private int register(Node node, Node mask) {
    Integer known = registers.get(node);
    if (known != null) {
      return known;
    }
    int register =
        switch (node) {
          case Literal literal -> literal(literal.value());
          case Node.Reference reference -> add(new Step.Load(reference.symbol()));
          case Node.Unary unary ->
              add(new Step.Unary(unary.operation(), register(unary.a(), mask)));
          case Node.Binary binary ->
              add(
                  new Step.Binary(
                      binary.operation(), register(binary.a(), mask), register(binary.b(), mask)));
          case Node.Ternary ternary -> ternary(ternary, mask);
          case Node.Draw draw -> draw(draw, mask);
        };
    registers.put(node, register);
    return register;
  }

  private int ternary(Node.Ternary node, Node mask) {
    int a = register(node.a(), mask);
    boolean choice = node.operation() == TernaryOperation.IF;
    int b = register(node.b(), choice ? both(mask, node.a()) : mask);
    int c =
        register(
            node.c(), choice ? both(mask, new Node.Unary(UnaryOperation.NOT, node.a())) : mask);
    return add(new Step.Ternary(node.operation(), a, b, c));
  }

  private static Node both(Node mask, Node condition) {
    return mask.equals(ALWAYS) ? condition : new Node.Binary(BinaryOperation.AND, mask, condition);
  }

  private int draw(Node.Draw draw, Node mask) {
    if (mask.equals(ALWAYS)
        && draw.a() instanceof Literal a
        && draw.b() instanceof Literal b
        && draw.low() instanceof Literal low
        && draw.high() instanceof Literal high) {
      return add(
          new LiteralDrawStep(
              error,
              draw.function(),
              streams.of(purpose.at(draw.index())),
              a.value(),
              b.value(),
              low.value(),
              high.value()));
    }
    int a = register(draw.a(), mask);
    int b = register(draw.b(), mask);
    int low = register(draw.low(), mask);
    int high = register(draw.high(), mask);
    int where = register(mask, ALWAYS);
    return add(
        new DrawStep(
            error, draw.function(), streams.of(purpose.at(draw.index())), a, b, low, high, where));
  }

  private int literal(double value) {
    int register = newRegister();
    literals.put(register, value);
    return register;
  }

  private int add(Step step) {
    step.output = newRegister();
    steps.add(step);
    return step.output;
  }

  private int newRegister() {
    return literals.size() + steps.size();
  }

  /**
   * Renames registers; the result becomes register 0. Returns the arrays, that of register 0 still
   * empty.
   */
  private double[][] rename(int result) {
    int[] lastUse = lastUses();
    int[] names = new int[newRegister()];
    List<double[]> files = new ArrayList<>();
    files.add(new double[0]);
    literals.forEach((register, value) -> {
      names[register] = files.size();
      files.add(filled(value));
    });
    Deque<Integer> free = new ArrayDeque<>();
    for (int s = 0; s < steps.size(); s++) {
      Step step = steps.get(s);
      for (int i = 0; i < step.inputs.length; i++) {
        int register = step.inputs[i];
        step.inputs[i] = names[register];
        if (lastUse[register] == s && !literals.containsKey(register)) {
          free.push(names[register]);
          // the same register may be read twice by one step
          lastUse[register] = -1;
        }
      }
      names[step.output] = step.output == result ? 0 : free.isEmpty() ? files.size() : free.pop();
      if (names[step.output] == files.size()) {
        files.add(new double[Program.MAX_ROWS]);
      }
      step.output = names[step.output];
    }
    return files.toArray(double[][]::new);
  }

  /** Per register the index of the last step that reads it. */
  private int[] lastUses() {
    int[] lastUse = new int[newRegister()];
    for (int s = 0; s < steps.size(); s++) {
      for (int register : steps.get(s).inputs) {
        lastUse[register] = s;
      }
    }
    return lastUse;
  }

  private static double[] filled(double value) {
    double[] array = new double[Program.MAX_ROWS];
    Arrays.fill(array, value);
    return array;
  }

  /** The bindings of a program that is not being evaluated. */
  private enum NoBindings implements Bindings {
    NONE;

    @Override
    public void load(Symbol symbol, int n, double[] out) {
      throw new IllegalStateException("not evaluating");
    }

    @Override
    public void entities(int n, long[] out) {
      throw new IllegalStateException("not evaluating");
    }
  }
}
