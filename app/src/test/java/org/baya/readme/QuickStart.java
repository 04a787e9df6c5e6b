package org.baya.readme;

import org.baya.build.NetworkBuilder;
import org.baya.engine.Simulation;
import org.baya.engine.SpikeRecording;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;

/** The example of the README: what stands between the markers stands there too. */
final class QuickStart {
  private QuickStart() {}

  // README
  /** Describes, builds and runs a network and returns the spikes of its cells. */
  static SpikeRecording run(int[] sources, int[] targets, double[] weights) {
    var noise = Population.of("noise", "poisson_generator", 1).with("rate", 8000.0);
    var cells = Population.of("cells", "iaf_psc_exp", 1000).with("tau_m", 20.0);
    var edges = Connectivity.edges(sources, targets).with("weight", weights);
    var everyone = Connectivity.rule("all_to_all");
    var drive = Projection.of("drive", "noise", "cells", everyone).with("weight", 12.0);
    var recurrent = Projection.of("recurrent", "cells", "cells", edges);
    var network = Network.of("n", 0.1).with(noise).with(cells).with(drive).with(recurrent);
    var compiled = NetworkBuilder.build(network, 2).network(); // for two threads
    try (Simulation simulation = new Simulation(compiled, 2)) {
      SpikeRecording spikes = simulation.record("cells");
      simulation.run(1000.0); // ms
      return spikes; // spikes.timesMs(), spikes.nodes()
    }
  }
  // README
}
