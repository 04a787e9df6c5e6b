package org.baya.random;

/**
 * A distribution of numbers with fixed parameters. All are immutable and safe for use by several
 * threads; what a draw consumes comes from the given stream alone. {@code toString} gives the form
 * of the expression language, for example {@code normal(2.0, 0.2)}.
 *
 * <p>Constructors throw {@link org.baya.error.InvalidInputException} with one line about the first
 * parameter that is not allowed.
 */
public sealed interface Distribution
    permits Constant,
        Uniform,
        UniformInt,
        Normal,
        Lognormal,
        Exponential,
        Gamma,
        Binomial,
        Poisson,
        Clipped,
        Redrawn {

  /** The next value from the stream. */
  double draw(RandomStream stream);
}
