package org.baya.build;

import org.baya.compiled.Weights;

/** The weight column of a table that is being filled. */
sealed interface WeightColumn {

  /** Sets the weight of a synapse. */
  void set(int synapse, double weight);

  /** The finished weights. */
  Weights finished();

  /** All weights are one number. */
  record None(double value) implements WeightColumn {
    @Override
    public void set(int synapse, double weight) {}

    @Override
    public Weights finished() {
      return new Weights.Constant(value);
    }
  }

  /** 32-bit weights. */
  record Floats(float[] values) implements WeightColumn {
    @Override
    public void set(int synapse, double weight) {
      values[synapse] = (float) weight;
    }

    @Override
    public Weights finished() {
      return new Weights.Floats(values);
    }
  }

  /** 64-bit weights. */
  record Doubles(double[] values) implements WeightColumn {
    @Override
    public void set(int synapse, double weight) {
      values[synapse] = weight;
    }

    @Override
    public Weights finished() {
      return new Weights.Doubles(values);
    }
  }
}
