package org.baya.app.report;

/** Sums over the neurons of one group. */
final class GroupStatistics {
  private int neurons;
  private int silent;
  private long spikes;
  private int most;
  private int withCv;
  private double cvSum;

  /** Adds a neuron with its CV, or NaN where it has none. */
  void add(int spikesOfNeuron, double cv) {
    neurons++;
    spikes += spikesOfNeuron;
    silent += spikesOfNeuron == 0 ? 1 : 0;
    most = Math.max(most, spikesOfNeuron);
    if (!Double.isNaN(cv)) {
      withCv++;
      cvSum += cv;
    }
  }

  int neurons() {
    return neurons;
  }

  /** Neurons that never fired. */
  int silent() {
    return silent;
  }

  long spikes() {
    return spikes;
  }

  /** Spikes of the neuron that fired most. */
  int most() {
    return most;
  }

  /** Mean over the neurons that have a CV; NaN where none has. */
  double meanCv() {
    return withCv > 0 ? cvSum / withCv : Double.NaN;
  }
}
