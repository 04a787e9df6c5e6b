package org.baya.kernel;

import org.baya.compiled.Arrivals;
import org.baya.random.TrainCounts;

/** {@link CountDelivery} without vector instructions, for synapses onto any slots. */
final class ListedCounts implements CountDelivery {
  private final char[] slots;
  private final double[] weights;
  private final int first;

  /** For the synapses from index {@code first} on. */
  ListedCounts(Arrivals arrivals, int first) {
    slots = arrivals.slots();
    weights = arrivals.weights();
    this.first = first;
  }

  @Override
  public void add(TrainCounts counts, int step, double[] sum, int at) {
    int[] row = counts.row(step);
    int shift = counts.shift(step);
    int mask = counts.mask();
    for (int i = first; i < slots.length; i++) {
      sum[at + slots[i]] += (row[i] >>> shift & mask) * weights[i];
    }
  }
}
