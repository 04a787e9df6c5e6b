package org.baya.compiled;

/** The weights of a synapse table in the narrowest form that loses nothing. */
public sealed interface Weights {

  /** Bytes per synapse. */
  int bytesPerSynapse();

  /** The weight of synapse {@code index}. */
  double weight(int index);

  /** One weight for all. */
  record Constant(double value) implements Weights {
    @Override
    public int bytesPerSynapse() {
      return 0;
    }

    @Override
    public double weight(int index) {
      return value;
    }
  }

  /** Spikes are counted: each adds 1, whatever its factor. */
  record Count() implements Weights {
    @Override
    public int bytesPerSynapse() {
      return 0;
    }

    @Override
    public double weight(int index) {
      return 1;
    }
  }

  /** Weights that are exact as 32-bit floats: random draws, 32-bit columns. */
  record Floats(float[] values) implements Weights {
    @Override
    public int bytesPerSynapse() {
      return Float.BYTES;
    }

    @Override
    public double weight(int index) {
      return values[index];
    }
  }

  /** Any weights. */
  record Doubles(double[] values) implements Weights {
    @Override
    public int bytesPerSynapse() {
      return Double.BYTES;
    }

    @Override
    public double weight(int index) {
      return values[index];
    }
  }
}
