package org.baya.bench;

import java.util.Arrays;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.engine.Simulation;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.SpikeTrains;
import org.baya.network.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: what does a synapse cost that changes at every spike? 1,000 generators of 10 spikes a
 * second reach 1,000 neurons, which fire at some 20 spikes a second, all to all: a million synaptic
 * events in 100 ms, each with a few spikes of its target since the last.
 *
 * <p>One operation is one synaptic event: queueing, plasticity, delivery, and the share of the
 * neurons' updates, which {@code static_synapse} shows together with its own delivery.
 */
public class PlasticityBenchmark extends PerElement {
  /** Events per invocation. */
  static final int EVENTS = 1_000_000;

  private static final int NODES = 1000;
  private static final double INVOCATION_MS = 100;
  private static final int INVOCATIONS = 600;

  @Param({"static_synapse", "stdp_synapse", "stdp_triplet_synapse", "tsodyks2_synapse"})
  String model = "static_synapse";

  private Simulation simulation = new Simulation(network(), 1);

  /** Builds the network anew, so that its generators still have spikes to send. */
  @Setup(Level.Iteration)
  public void prepare() {
    simulation = new Simulation(network(), 1);
  }

  private CompiledNetwork network() {
    int[] ids = new int[NODES * INVOCATIONS];
    double[] times = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i % NODES;
      times[i] = (i + 1) * INVOCATION_MS / NODES;
    }
    Projection synapses =
        Projection.of("synapses", "input", "cells", Connectivity.rule("all_to_all"))
            .withSynapseModel(model)
            .with("weight", "uniform(0.1, 0.2)")
            .with("delay", "uniform(1, 3)");
    if (model.startsWith("stdp")) {
      // Weights that grow would make the neurons fire more in one model than in another.
      synapses = synapses.with("Wmax", 0.3);
    }
    Network network =
        Network.of("plasticity", 0.1)
            .with(
                Population.of("input", "spike_generator", NODES)
                    .withSpikes(
                        SpikeTrains.of(
                            ColumnSource.of(SegmentColumn.of("ids", ids)),
                            ColumnSource.of(SegmentColumn.of("times", times)))))
            .with(
                Population.of("cells", "iaf_psc_exp", NODES)
                    .with("I_e", Value.formula("uniform(378, 420)")))
            .with(synapses);
    return NetworkBuilder.build(network, 1).network();
  }

  /** Runs 100 ms. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public double run() {
    simulation.run(INVOCATION_MS);
    return simulation.timeMs();
  }

  /** Synaptic events so far. */
  long events() {
    return simulation.synapticEvents();
  }

  /** Spikes of neurons so far. */
  long spikes() {
    return simulation.spikes();
  }

  /** Sum of all weights, 0 for static synapses. */
  double weights() {
    return model.equals("static_synapse")
        ? 0
        : Arrays.stream(simulation.weights("synapses").weights()).sum();
  }
}
