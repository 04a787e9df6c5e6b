package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baya.build.NetworkBuilder;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;

/**
 * One generator and many equal synapses: what each transmits at each spike. The targets do not
 * spike unless they are driven.
 */
final class SynapseBench {
  private final Projection projection;
  private final double[] times;
  private final int synapses;

  /** Synapses of weight 1 and delay 0.5 ms, driven at these times [ms]. */
  SynapseBench(String model, Map<String, Double> parameters, int synapses, double... times) {
    Projection made =
        Projection.of("plastic", "pre", "post", Connectivity.rule("all_to_all"))
            .withSynapseModel(model)
            .with("weight", 1)
            .with("delay", 0.5);
    for (Map.Entry<String, Double> entry : parameters.entrySet()) {
      made = made.with(entry.getKey(), entry.getValue());
    }
    projection = made;
    this.times = times;
    this.synapses = synapses;
  }

  /** What was transmitted: {@code [spike][synapse]}. */
  double[][] sent(double durationMs) {
    Network network =
        Network.of("bench", 0.1)
            .with(Population.of("pre", "spike_generator", 1).with("spike_times", Value.of(times)))
            .with(Population.of("post", "iaf_psc_exp", synapses))
            .with(projection);
    List<Double> all = new ArrayList<>();
    try (Simulation simulation = new Simulation(NetworkBuilder.build(network, 2).network(), 2)) {
      simulation.recordWeights("plastic", (time, source, target, weight) -> all.add(weight));
      simulation.run(durationMs);
    }
    double[][] sent = new double[times.length][synapses];
    for (int i = 0; i < all.size(); i++) {
      sent[i / synapses][i % synapses] = all.get(i);
    }
    return sent;
  }
}
