package org.baya.network;

import org.baya.array.ColumnSource;

/** What a parameter of a population or a projection may be set to. */
public sealed interface Value {

  /** The same number for everyone. Flags are 0 and 1. */
  record Scalar(double value) implements Value {}

  /**
   * The same list for everyone: a vector parameter such as {@code tau_syn}. The array must not
   * change afterwards.
   */
  record Vector(double... values) implements Value {}

  /**
   * An expression of the language in DESIGN section 5: arithmetic, distributions, columns,
   * parameters of source and target.
   */
  record Formula(String text) implements Value {}

  /** One row per neuron (populations) or per edge (projections), from a file or from memory. */
  record Data(ColumnSource source) implements Value {}

  /** The same number for everyone. */
  static Value of(double value) {
    return new Scalar(value);
  }

  /** The same list for everyone. */
  static Value of(double... values) {
    return new Vector(values.clone());
  }

  /** An expression, for example {@code normal(2.0, 0.2)}. */
  static Value formula(String text) {
    return new Formula(text);
  }

  /** Values from a column. */
  static Value of(ColumnSource source) {
    return new Data(source);
  }
}
