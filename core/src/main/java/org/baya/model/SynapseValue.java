package org.baya.model;

/** A parameter of the synapses of one table. */
public sealed interface SynapseValue {

  /** The value of a synapse. */
  double at(int synapse);

  /** exp(-steps h / value), for time constants. */
  double decay(int synapse, int steps);

  /** A parameter that all synapses share. */
  final class Common implements SynapseValue {
    private final double value;
    private final Decay decay;

    /** The same value for all. */
    public Common(double value, TimeGrid grid) {
      this.value = value;
      // Only time constants are ever asked for it, and those are above 0.
      decay = new Decay(value > 0 ? value : grid.resolutionMs(), grid);
    }

    @Override
    public double at(int synapse) {
      return value;
    }

    @Override
    public double decay(int synapse, int steps) {
      return decay.after(steps);
    }
  }

  /**
   * 64-bit values.
   *
   * @param values by synapse
   */
  record Doubles(double[] values, double resolutionMs) implements SynapseValue {
    @Override
    public double at(int synapse) {
      return values[synapse];
    }

    @Override
    public double decay(int synapse, int steps) {
      return Decay.factor(steps, values[synapse], resolutionMs);
    }
  }

  /**
   * Values that are exact as 32-bit floats.
   *
   * @param values by synapse
   */
  record Floats(float[] values, double resolutionMs) implements SynapseValue {
    @Override
    public double at(int synapse) {
      return values[synapse];
    }

    @Override
    public double decay(int synapse, int steps) {
      return Decay.factor(steps, values[synapse], resolutionMs);
    }
  }
}
