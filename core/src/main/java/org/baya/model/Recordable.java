package org.baya.model;

/**
 * A quantity that a multimeter can record.
 *
 * @param name NEST's name
 * @param unit physical unit
 * @param meaning one line
 * @param reader computes it from a neuron's stored state
 */
public record Recordable(String name, String unit, String meaning, Reader reader) {

  /** Computes a quantity from a neuron's stored state, laid out as {@link Dynamics} says. */
  @FunctionalInterface
  public interface Reader {
    /** The value at the end of the last step. */
    double read(double[] state, int s, double[] coefficients, int c);
  }

  /**
   * The state variable {@code index} plus coefficient {@code offset}, for variables stored relative
   * to a potential.
   */
  public static Recordable shifted(
      String name, String unit, String meaning, int index, int offset) {
    return new Recordable(
        name,
        unit,
        meaning,
        (state, s, coefficients, c) ->
            state[s + index * Dynamics.LANES] + coefficients[c + offset * Dynamics.LANES]);
  }

  /** The state variable {@code index} as it is. */
  public static Recordable stored(String name, String unit, String meaning, int index) {
    return new Recordable(
        name, unit, meaning, (state, s, coefficients, c) -> state[s + index * Dynamics.LANES]);
  }
}
