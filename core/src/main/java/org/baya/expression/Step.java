package org.baya.expression;

/**
 * One operation of a compiled expression over a block: reads registers, writes one, which may be
 * among those it reads.
 */
abstract sealed class Step {
  /** Registers that are read. */
  final int[] inputs;

  /** Register that is written. */
  int output;

  Step(int... inputs) {
    this.inputs = inputs;
  }

  /** Does it for all rows of the frame. */
  abstract void run(Frame frame);

  final double[] in(Frame frame, int i) {
    return frame.registers[inputs[i]];
  }

  final double[] out(Frame frame) {
    return frame.registers[output];
  }

  /** Reads a symbol. */
  static final class Load extends Step {
    private final Symbol symbol;

    Load(Symbol symbol) {
      this.symbol = symbol;
    }

    @Override
    void run(Frame frame) {
      frame.bindings.load(symbol, frame.rows, out(frame));
    }
  }

  /** Copies a register. */
  static final class Copy extends Step {
    Copy(int input) {
      super(input);
    }

    @Override
    void run(Frame frame) {
      System.arraycopy(in(frame, 0), 0, out(frame), 0, frame.rows);
    }
  }

  /** An operation on one register. */
  static final class Unary extends Step {
    private final UnaryOperation operation;

    Unary(UnaryOperation operation, int a) {
      super(a);
      this.operation = operation;
    }

    @Override
    void run(Frame frame) {
      Loops.unary(operation, frame.rows, in(frame, 0), out(frame));
    }
  }

  /** An operation on two registers. */
  static final class Binary extends Step {
    private final BinaryOperation operation;

    Binary(BinaryOperation operation, int a, int b) {
      super(a, b);
      this.operation = operation;
    }

    @Override
    void run(Frame frame) {
      Loops.binary(operation, frame.rows, in(frame, 0), in(frame, 1), out(frame));
    }
  }

  /** An operation on three registers. */
  static final class Ternary extends Step {
    private final TernaryOperation operation;

    Ternary(TernaryOperation operation, int a, int b, int c) {
      super(a, b, c);
      this.operation = operation;
    }

    @Override
    void run(Frame frame) {
      Loops.ternary(operation, frame.rows, in(frame, 0), in(frame, 1), in(frame, 2), out(frame));
    }
  }

  /** A random draw; see {@link DrawStep}. */
  abstract static non-sealed class Random extends Step {
    Random(int... inputs) {
      super(inputs);
    }
  }
}
