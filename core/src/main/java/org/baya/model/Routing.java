package org.baya.model;

/** How the receptor and the weight of a synapse choose the input slot of its target. */
public enum Routing {
  /** Receptor ports 1..n are slots 0..n-1. */
  BY_PORT,
  /** Receptor 0 only; positive weights go to slot 0, negative ones to slot 1. */
  BY_SIGN,
  /** Receptors 0..n-1 are slots 0..n-1. */
  BY_RECEPTOR,
  /** Receptors 0..n-1 are slots 0..n-1, where spikes are counted: every weight acts as 1. */
  COUNTED;

  /** The smallest receptor number. */
  public int firstReceptor() {
    return this == BY_PORT ? 1 : 0;
  }

  /** The largest receptor number of a neuron with {@code slots} slots. */
  public int lastReceptor(int slots) {
    return switch (this) {
      case BY_PORT -> slots;
      case BY_SIGN -> 0;
      case BY_RECEPTOR, COUNTED -> slots - 1;
    };
  }
}
