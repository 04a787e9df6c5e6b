package org.baya.build;

import org.baya.compiled.Weights;

/** The weights of the tables of a group while they are being filled, by shard. */
sealed interface WeightColumns {

  /** Makes room for the synapses of a shard. */
  void allocate(int shard, int synapses);

  /**
   * Sets weights.
   *
   * @param places {@code shard << 16 | slot} of each synapse
   * @param at its place within the shard
   */
  void put(int[] places, int[] at, double[] values, int n);

  /** Sets the weights of n synapses of a shard from {@code first} on to those from {@code from}. */
  void put(int shard, int first, double[] values, int from, int n);

  /** The column of one shard. */
  WeightColumn of(int shard);

  /** The finished weights of a shard; they leave this object. */
  default Weights finished(int shard) {
    Weights weights = of(shard).finished();
    allocate(shard, 0);
    return weights;
  }

  /** All weights are one number. */
  record None(double value) implements WeightColumns {
    @Override
    public void allocate(int shard, int synapses) {}

    @Override
    public void put(int[] places, int[] at, double[] values, int n) {}

    @Override
    public void put(int shard, int first, double[] values, int from, int n) {}

    @Override
    public WeightColumn of(int shard) {
      return new WeightColumn.None(value);
    }
  }

  /** Spikes are counted. */
  record Count() implements WeightColumns {
    @Override
    public void allocate(int shard, int synapses) {}

    @Override
    public void put(int[] places, int[] at, double[] values, int n) {}

    @Override
    public void put(int shard, int first, double[] values, int from, int n) {}

    @Override
    public WeightColumn of(int shard) {
      return new WeightColumn.Count();
    }
  }

  /** 32-bit weights. */
  record Floats(float[][] columns) implements WeightColumns {
    @Override
    public void allocate(int shard, int synapses) {
      columns[shard] = new float[synapses];
    }

    @Override
    public void put(int[] places, int[] at, double[] values, int n) {
      for (int k = 0; k < n; k++) {
        columns[places[k] >>> 16][at[k]] = (float) values[k];
      }
    }

    @Override
    public void put(int shard, int first, double[] values, int from, int n) {
      narrow(values, from, n, columns[shard], first);
    }

    private static void narrow(double[] values, int from, int n, float[] out, int at) {
      for (int k = 0; k < n; k++) {
        out[at + k] = (float) values[from + k];
      }
    }

    @Override
    public WeightColumn of(int shard) {
      return new WeightColumn.Floats(columns[shard]);
    }
  }

  /** 64-bit weights. */
  record Doubles(double[][] columns) implements WeightColumns {
    @Override
    public void allocate(int shard, int synapses) {
      columns[shard] = new double[synapses];
    }

    @Override
    public void put(int[] places, int[] at, double[] values, int n) {
      for (int k = 0; k < n; k++) {
        columns[places[k] >>> 16][at[k]] = values[k];
      }
    }

    @Override
    public void put(int shard, int first, double[] values, int from, int n) {
      System.arraycopy(values, from, columns[shard], first, n);
    }

    @Override
    public WeightColumn of(int shard) {
      return new WeightColumn.Doubles(columns[shard]);
    }
  }
}
