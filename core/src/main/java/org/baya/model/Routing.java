package org.baya.model;

/** How the receptor and the weight of a synapse choose the input slot of its target. */
public enum Routing {
  /** Receptor ports 1..n are slots 0..n-1. */
  BY_PORT,
  /** Receptor 0 only; positive weights go to slot 0, negative ones to slot 1. */
  BY_SIGN;

  /** The smallest receptor number. */
  public int firstReceptor() {
    return this == BY_PORT ? 1 : 0;
  }

  /** The largest receptor number of a neuron with {@code slots} slots. */
  public int lastReceptor(int slots) {
    return this == BY_PORT ? slots : 0;
  }
}
