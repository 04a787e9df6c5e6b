package org.baya.expression;

import org.baya.random.Binomial;
import org.baya.random.Exponential;
import org.baya.random.Gamma;
import org.baya.random.Lognormal;
import org.baya.random.Normal;
import org.baya.random.Poisson;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;
import org.baya.random.Uniform;
import org.baya.random.UniformInt;

/** Distributions by name; those of one parameter ignore the second. */
enum RandomFunction {
  UNIFORM("uniform", "low, high"),
  UNIFORM_INT("uniform_int", "max"),
  NORMAL("normal", "mean, std"),
  LOGNORMAL("lognormal", "mean, std"),
  EXPONENTIAL("exponential", "beta"),
  GAMMA("gamma", "shape, scale"),
  BINOMIAL("binomial", "n, p"),
  POISSON("poisson", "mean");

  /** As it is written. */
  final String text;

  /** Names of the parameters, for messages. */
  final String parameters;

  RandomFunction(String text, String parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  /** Number of parameters, 1 or 2. */
  int arity() {
    return parameters.indexOf(',') < 0 ? 1 : 2;
  }

  /** Fails with one line unless the parameters are allowed. */
  void check(double a, double b) {
    switch (this) {
      case UNIFORM -> Uniform.check(a, b);
      case UNIFORM_INT -> UniformInt.check(a);
      case NORMAL -> Normal.check(a, b);
      case LOGNORMAL -> Lognormal.check(a, b);
      case EXPONENTIAL -> Exponential.check(a);
      case GAMMA -> Gamma.check(a, b);
      case BINOMIAL -> Binomial.check(a, b);
      case POISSON -> Poisson.check(a);
    }
  }

  /** One value; the parameters are not checked. */
  double sample(RandomStream stream, double a, double b) {
    return switch (this) {
      case UNIFORM -> Uniform.sample(stream, a, b);
      case UNIFORM_INT -> UniformInt.sample(stream, a);
      case NORMAL -> Normal.sample(stream, a, b);
      case LOGNORMAL -> Lognormal.sample(stream, a, b);
      case EXPONENTIAL -> Exponential.sample(stream, a);
      case GAMMA -> Gamma.sample(stream, a, b);
      case BINOMIAL -> Binomial.sample(stream, a, b);
      case POISSON -> Poisson.sample(stream, a);
    };
  }

  /**
   * The first value of each of n streams, in one loop where the distribution has one; the
   * parameters are not checked.
   *
   * @param out length at least n
   * @param rare length at least n; receives the rows whose values are not common
   * @return how many these are
   */
  int fill(StreamBlock streams, int n, double a, double b, double[] out, int[] rare) {
    switch (this) {
      case UNIFORM -> Uniform.fill(streams, n, a, b, out);
      case NORMAL -> {
        return Normal.fill(streams, n, a, b, out, rare);
      }
      case LOGNORMAL -> Lognormal.fill(streams, n, a, b, out, rare);
      default -> {
        for (int i = 0; i < n; i++) {
          out[i] = sample(streams.at(i), a, b);
        }
      }
    }
    return 0;
  }

  /** Whether all common values, see {@link #fill}, are known to be within bounds. */
  boolean isCommonlyWithin(double a, double b, double low, double high) {
    return switch (this) {
      case UNIFORM -> a >= low && b <= high;
      case NORMAL -> Normal.isCommonlyWithin(a, b, low, high);
      default -> low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    };
  }

  /**
   * The second value of each of some streams where a loop can give it, NaN where not; the
   * parameters are not checked.
   *
   * @param rows numbers of the streams
   * @param out receives them at {@code rows}
   */
  void again(StreamBlock streams, int[] rows, int n, double a, double b, double[] out) {
    if (this == NORMAL) {
      Normal.again(streams, rows, n, a, b, out);
      return;
    }
    for (int k = 0; k < n; k++) {
      out[rows[k]] = Double.NaN;
    }
  }
}
