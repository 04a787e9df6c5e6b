package org.baya.expression;

import java.util.Objects;

/**
 * A compiled expression: evaluates blocks of rows without allocating. Values depend only on the
 * rows, not on how they are cut into blocks. For one thread; compile once for each.
 */
public final class Program {
  /** The most rows of a block. */
  public static final int MAX_ROWS = 4096;

  /** Stands in the frame between evaluations, so that nothing of the caller's is kept. */
  private static final double[] NO_RESULTS = {};

  private final Step[] steps;
  private final Frame frame;

  Program(Step[] steps, Frame frame) {
    this.steps = steps;
    this.frame = frame;
  }

  /**
   * Evaluates a block.
   *
   * @param bindings the rows of the block
   * @param n number of rows, 0..{@link #MAX_ROWS}
   * @param out length at least n, receives the value of each row
   * @throws org.baya.error.InvalidInputException if the parameters of a distribution are not
   *     allowed in a row
   */
  public void evaluate(Bindings bindings, int n, double[] out) {
    Objects.checkFromIndexSize(0, n, MAX_ROWS);
    Objects.checkFromIndexSize(0, n, out.length);
    Bindings before = frame.bindings;
    frame.bindings = bindings;
    frame.registers[0] = out;
    frame.rows = n;
    if (frame.entities.length > 0) {
      bindings.entities(n, frame.entities);
    }
    for (Step step : steps) {
      step.run(frame);
    }
    frame.bindings = before;
    frame.registers[0] = NO_RESULTS;
  }
}
