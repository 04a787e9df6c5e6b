package org.baya.compiled;

/** The number of each synapse inside its projection, in the narrowest form. */
public sealed interface EdgeNumbers {

  /** The number of synapse {@code index} of the table. */
  long at(int index);

  /** Bytes per synapse. */
  int bytesPerSynapse();

  /** 32-bit numbers. */
  record Ints(int[] values) implements EdgeNumbers {
    @Override
    public long at(int index) {
      return values[index];
    }

    @Override
    public int bytesPerSynapse() {
      return Integer.BYTES;
    }
  }

  /** 64-bit numbers. */
  record Longs(long[] values) implements EdgeNumbers {
    @Override
    public long at(int index) {
      return values[index];
    }

    @Override
    public int bytesPerSynapse() {
      return Long.BYTES;
    }
  }
}
