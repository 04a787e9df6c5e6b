package org.baya.bench;

import java.util.Locale;
import org.baya.network.Population;
import org.baya.network.Value;

/** Kinds of neurons to advance. */
enum Cell {
  GLIF1_1("glif_psc", 1, 100),
  GLIF1_4("glif_psc", 4, 32),
  GLIF3_1("glif_psc", 1, 100),
  GLIF3_4("glif_psc", 4, 32),
  GLIF5_1("glif_psc", 1, 100),
  GLIF5_4("glif_psc", 4, 32),
  IAF_PSC_EXP("iaf_psc_exp", 0, 400),
  IAF_PSC_ALPHA("iaf_psc_alpha", 0, 150);

  private final String model;
  private final int ports;
  private final double weight;

  Cell(String model, int ports, double weight) {
    this.model = model;
    this.ports = ports;
    this.weight = weight;
  }

  /** The kind written in small letters: {@code glif3_4} is GLIF3 with four ports. */
  static Cell of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Weight [pA] with which 500 spikes a second make the neuron fire now and then. */
  double weight() {
    return weight;
  }

  /** {@code size} neurons with default parameters, at rest. */
  Population population(int size) {
    Population plain = Population.of("cells", model, size);
    if (ports == 0) {
      return plain;
    }
    boolean spikeThreshold = name().startsWith("GLIF5");
    boolean afterSpikeCurrents = !name().startsWith("GLIF1");
    return plain
        .with("tau_syn", ports == 1 ? Value.of(new double[] {2.0}) : Value.of(5.5, 8.5, 2.8, 5.8))
        .with("spike_dependent_threshold", spikeThreshold ? 1 : 0)
        .with("after_spike_currents", afterSpikeCurrents ? 1 : 0)
        .with("adapting_threshold", spikeThreshold ? 1 : 0);
  }
}
