package org.baya.bench;

import java.util.stream.IntStream;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.engine.Simulation;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: what does a stimulator cost? One node reaches 1,000 neurons; those that send spikes
 * send each synapse 100 a second.
 *
 * <p>One operation is one step of one synapse: drawing, delivery, and the update of its neuron,
 * which {@code none} shows alone.
 */
public class StimulatorBenchmark extends PerElement {
  /** Steps times synapses of an invocation. */
  static final int STEPS = 1_000_000;

  private static final int SYNAPSES = 1000;
  private static final double INVOCATION_MS = 100;
  private static final double RATE = 100;

  /** No iteration gets so far. */
  private static final double LONGEST_MS = 100_000;

  @Param({
    "none",
    "poisson_generator",
    "inhomogeneous_poisson_generator",
    "sinusoidal_poisson_generator",
    "gamma_sup_generator",
    "mip_generator",
    "pulsepacket_generator",
    "spike_generator",
    "dc_generator",
    "ac_generator",
    "step_current_generator",
    "noise_generator"
  })
  String model = "none";

  private Simulation simulation = new Simulation(network(), 1);

  /** Builds the network anew, so that its stimulator still has spikes to send. */
  @Setup(Level.Iteration)
  public void prepare() {
    simulation = new Simulation(network(), 1);
  }

  private CompiledNetwork network() {
    Network network =
        Network.of("stimulator", 0.1)
            .withSeed(SEED)
            .with(Population.of("cells", "iaf_psc_delta", SYNAPSES));
    if (!model.equals("none")) {
      network =
          network
              .with(stimulator())
              .with(
                  Projection.of("drive", "stimulator", "cells", Connectivity.rule("all_to_all"))
                      .with("weight", 0.01));
    }
    return NetworkBuilder.build(network, 1).network();
  }

  private Population stimulator() {
    Population one = Population.of("stimulator", model, 1);
    return switch (model) {
      case "inhomogeneous_poisson_generator" ->
          one.with("rate_times", Value.of(1.0)).with("rate_values", Value.of(RATE));
      case "gamma_sup_generator" ->
          one.with("rate", RATE / 10).with("n_proc", 10).with("gamma_shape", 5);
      case "mip_generator" -> one.with("rate", 2 * RATE).with("p_copy", 0.5);
      case "pulsepacket_generator" ->
          one.with("pulse_times", Value.of(everyMs(100))).with("activity", 10).with("sdev", 10);
      case "spike_generator" -> one.with("spike_times", Value.of(everyMs(1000 / RATE)));
      case "dc_generator", "ac_generator" -> one.with("amplitude", 10);
      case "step_current_generator" ->
          one.with("amplitude_times", Value.of(everyMs(10)))
              .with("amplitude_values", Value.of(everyMs(10)));
      case "noise_generator" -> one.with("std", 10);
      default -> one.with("rate", RATE);
    };
  }

  /** Regular times [ms]. */
  private static double[] everyMs(double interval) {
    int times = (int) (LONGEST_MS / interval);
    return IntStream.rangeClosed(1, times).mapToDouble(i -> i * interval).toArray();
  }

  /** Runs 100 ms. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double run() {
    simulation.run(INVOCATION_MS);
    return simulation.timeMs();
  }

  /** Synaptic events so far. */
  long events() {
    return simulation.synapticEvents();
  }
}
