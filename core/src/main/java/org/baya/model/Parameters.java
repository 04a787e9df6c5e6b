package org.baya.model;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameter values of one node, complete and inside their ranges. */
public final class Parameters {
  private final Function<String, double @Nullable []> values;

  /**
   * Parameter values by name; every parameter of the model is there.
   *
   * @param values one element for scalars, flags and initial values; not copied
   */
  public Parameters(Map<String, double[]> values) {
    this(values::get);
  }

  /**
   * Parameter values that are looked up when they are asked for, so that none have to be gathered
   * for every node of a large population.
   *
   * @param values gives the elements by the name of a parameter; null where there is none
   */
  public Parameters(Function<String, double @Nullable []> values) {
    this.values = values;
  }

  /** The value of a scalar or an initial value. */
  public double value(Parameter parameter) {
    return vector(parameter)[0];
  }

  /** The elements of a vector; not to be modified. */
  public double[] vector(Parameter parameter) {
    double[] elements = values.apply(parameter.name());
    if (elements == null) {
      throw new IllegalArgumentException("no value for " + parameter.name());
    }
    return elements;
  }

  /** Whether a switch is on. */
  public boolean flag(Parameter parameter) {
    return value(parameter) != 0;
  }
}
