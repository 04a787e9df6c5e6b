package org.baya.build;

import org.baya.compiled.Weights;

/** The weight column of a table whose rows are being sorted. */
sealed interface WeightColumn {

  /** The finished weights. */
  Weights finished();

  /** All weights are one number. */
  record None(double value) implements WeightColumn {
    @Override
    public Weights finished() {
      return new Weights.Constant(value);
    }
  }

  /** Spikes are counted. */
  record Count() implements WeightColumn {
    @Override
    public Weights finished() {
      return new Weights.Count();
    }
  }

  /** 32-bit weights. */
  record Floats(float[] values) implements WeightColumn {
    @Override
    public Weights finished() {
      return new Weights.Floats(values);
    }
  }

  /** 64-bit weights. */
  record Doubles(double[] values) implements WeightColumn {
    @Override
    public Weights finished() {
      return new Weights.Doubles(values);
    }
  }
}
