package org.baya.network;

import java.util.Locale;

/** Where the synapses of a projection are while the network runs. */
public enum Store {
  /** In memory. */
  MEMORY,
  /**
   * Nowhere: the rows of a random rule are drawn again, the same each time, whenever their source
   * spikes.
   */
  PROCEDURAL;

  /** The name in experiment files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
