package org.baya.model;

/**
 * What a stimulator sends, as a multimeter can record it.
 *
 * @param name NEST's name
 * @param unit physical unit
 * @param meaning one line
 */
public record Signal(String name, String unit, String meaning) {
  /** A current. */
  public static final Signal CURRENT =
      new Signal("I", "pA", "current that is sent, before weights and delays");

  /** The rate of a {@link RateProcess}. */
  public static final Signal RATE = new Signal("rate", "spikes/s", "rate of each train");
}
