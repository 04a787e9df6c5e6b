package org.baya.expression;

/** What the steps of a program work on: the registers and the block that is being evaluated. */
final class Frame {
  /** {@link Program#MAX_ROWS} doubles each; register 0 is the caller's array of results. */
  final double[][] registers;

  /** The address of each row's draws; empty unless the program is random. */
  final long[] entities;

  /** Where symbols come from. */
  Bindings bindings;

  /** Number of rows of the block. */
  int rows;

  Frame(double[][] registers, long[] entities, Bindings bindings) {
    this.registers = registers;
    this.entities = entities;
    this.bindings = bindings;
  }
}
