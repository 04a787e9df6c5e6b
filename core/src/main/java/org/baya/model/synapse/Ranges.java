package org.baya.model.synapse;

import org.baya.model.Range;

/** Ranges that several synapses use. */
final class Ranges {
  /** Shares and probabilities. */
  static final Range SHARE = Range.between(0, 1);

  /** Release sites. */
  static final Range COUNT = new Range(1, true, 1e6, true, true);

  /** Release sites left. */
  static final Range COUNT_OR_NONE = new Range(0, true, 1e6, true, true);

  private Ranges() {}
}
