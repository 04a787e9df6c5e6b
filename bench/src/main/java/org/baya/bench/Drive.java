package org.baya.bench;

/**
 * Finds the weight with which the 500 spikes a second of a {@link CellGroup} make a kind of neuron
 * fire now and then.
 */
final class Drive {
  private static final double WEAKEST = 0.5;
  private static final double STRONGEST = 1e4;
  private static final double FACTOR = 1.5;
  private static final double ENOUGH_HZ = 5;
  private static final int NEURONS = 16;
  private static final int STEPS = 1000;
  private static final int WINDOW = 10;

  private Drive() {}

  /** The smallest weight tried that makes neurons of this kind fire at 5 Hz or more. */
  static double weight(Cell cell) {
    double weight = WEAKEST;
    while (weight < STRONGEST && rate(cell, weight) < ENOUGH_HZ) {
      weight *= FACTOR;
    }
    return weight;
  }

  private static double rate(Cell cell, double weight) {
    CellGroup group = new CellGroup(cell, NEURONS, true, weight, WINDOW, PerElement.SEED);
    long spikes = 0;
    for (int step = 0; step < STEPS; step += WINDOW) {
      spikes += group.advance(WINDOW);
    }
    return spikes / (NEURONS * STEPS * CellGroup.RESOLUTION_MS / 1000);
  }
}
