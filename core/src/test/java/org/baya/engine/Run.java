package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.SpikeList;
import org.baya.network.Network;

/** A network built and run, with everything that was recorded. */
final class Run {
  private final List<Long> keys = new ArrayList<>();
  private final List<List<Double>> sampleTimes = new ArrayList<>();
  private final List<List<double[]>> samples = new ArrayList<>();
  private final CompiledNetwork compiled;
  private final Simulation simulation;

  private Run(CompiledNetwork compiled, int threads) {
    this.compiled = compiled;
    simulation = new Simulation(compiled, threads);
    simulation.listen((spikes, n) -> {
      for (int i = 0; i < n; i++) {
        keys.add(spikes[i]);
      }
    });
  }

  static Run of(Network network) {
    return of(network, 1, 1);
  }

  /** A network built for some threads, which choose the shards, and run by others. */
  static Run of(Network network, int buildThreads, int threads) {
    return new Run(NetworkBuilder.build(network, buildThreads).network(), threads);
  }

  /** A network that has been built. */
  static Run of(CompiledNetwork compiled, int threads) {
    return new Run(compiled, threads);
  }

  /** Samples all nodes of a population. */
  Run sampling(String population, double everyMs, String... variables) {
    List<Double> times = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    sampleTimes.add(times);
    samples.add(rows);
    int[] all = IntStream.range(0, compiled.population(population).size()).toArray();
    simulation.sample(
        population,
        all,
        List.of(variables),
        everyMs,
        (timeMs, values) -> {
          times.add(timeMs);
          rows.add(values.clone());
        });
    return this;
  }

  Run run(double... durationsMs) {
    for (double durationMs : durationsMs) {
      simulation.run(durationMs);
    }
    return this;
  }

  Simulation simulation() {
    return simulation;
  }

  CompiledNetwork compiled() {
    return compiled;
  }

  /** All spikes in the order in which they came. */
  List<Long> keys() {
    return keys;
  }

  /** Spike times [ms] of one node. */
  List<Double> spikeTimes(int node) {
    return keys.stream()
        .filter(key -> SpikeList.node(key) == node)
        .map(key -> compiled.grid().timeMs(SpikeList.step(key) + 1L))
        .toList();
  }

  /** Sample times, one sampler after the other. */
  List<Double> sampleTimes() {
    return sampleTimes.stream().flatMap(List::stream).toList();
  }

  /** One row per sample, one sampler after the other. */
  double[][] samples() {
    return samples.stream().flatMap(List::stream).toArray(double[][]::new);
  }

  /** Element {@code i} of every sample of the first sampler. */
  double[] series(int i) {
    return samples.getFirst().stream().mapToDouble(row -> row[i]).toArray();
  }
}
