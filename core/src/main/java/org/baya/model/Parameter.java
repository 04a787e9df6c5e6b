package org.baya.model;

import java.util.List;

/**
 * Something that can be set on every node of a model.
 *
 * @param name NEST's name
 * @param unit physical unit, {@code ""} for pure numbers
 * @param kind how many numbers it is and what they do
 * @param standard default: one number, or the elements of a vector; no number if it must be given
 * @param range values each number may take
 * @param meaning one line
 */
public record Parameter(
    String name, String unit, Kind kind, List<Double> standard, Range range, String meaning) {

  /** Kinds of parameters. */
  public enum Kind {
    /** One number that shapes the dynamics. */
    SCALAR,
    /** A list of numbers that shape the dynamics. */
    VECTOR,
    /** A switch, 0 or 1. */
    FLAG,
    /**
     * The initial value of a state variable; neurons that differ only here share their
     * coefficients.
     */
    INITIAL,
    /**
     * A time constant of traces that plastic synapses read of a neuron; the neuron itself does not
     * use it.
     */
    TRACE
  }

  public Parameter {
    standard = List.copyOf(standard);
  }

  /** One number. */
  public static Parameter scalar(
      String name, String unit, double standard, Range range, String meaning) {
    return new Parameter(name, unit, Kind.SCALAR, List.of(standard), range, meaning);
  }

  /** One number without a default. */
  public static Parameter required(String name, String unit, Range range, String meaning) {
    return new Parameter(name, unit, Kind.SCALAR, List.of(), range, meaning);
  }

  /** A list of numbers. */
  public static Parameter vector(
      String name, String unit, List<Double> standard, Range range, String meaning) {
    return new Parameter(name, unit, Kind.VECTOR, standard, range, meaning);
  }

  /** A switch. */
  public static Parameter flag(String name, boolean standard, String meaning) {
    return new Parameter(name, "", Kind.FLAG, List.of(standard ? 1.0 : 0.0), Range.FLAG, meaning);
  }

  /** The initial value of a state variable. */
  public static Parameter initial(
      String name, String unit, double standard, Range range, String meaning) {
    return new Parameter(name, unit, Kind.INITIAL, List.of(standard), range, meaning);
  }

  /** Whether it must be given. */
  public boolean isRequired() {
    return standard.isEmpty() && kind != Kind.VECTOR;
  }

  /** A time constant of traces that plastic synapses read. */
  public static Parameter trace(String name, double standard, String meaning) {
    return new Parameter(name, "ms", Kind.TRACE, List.of(standard), Range.POSITIVE, meaning);
  }

  /** Whether neurons that differ here need coefficients of their own. */
  public boolean shapesDynamics() {
    return kind != Kind.INITIAL && kind != Kind.TRACE;
  }

  /** Whether it may hold several numbers. */
  public boolean isVector() {
    return kind == Kind.VECTOR;
  }
}
