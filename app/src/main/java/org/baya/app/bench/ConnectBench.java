package org.baya.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.network.Network;

/**
 * Description to compiled network, warm, in this process: each {@link ConnectCase} is built twice
 * unmeasured and then as often as asked.
 */
final class ConnectBench implements Benchmark {
  private static final int WARM_UPS = 2;

  /** What NEST 3.9 builds on two such cores, by rule and from arrays. */
  private static final String NEST = "2-3 M";

  @Override
  public String name() {
    return "connect";
  }

  @Override
  public String description() {
    return "building 10 million synapses by every kind of rule, from arrays and matrices.";
  }

  @Override
  public String seriesTitle() {
    return "edges";
  }

  @Override
  public List<Figure> compared() {
    return List.of(Figure.SYNAPSES_PER_S);
  }

  @Override
  public List<Figure> details() {
    return List.of(Figure.BUILD, Figure.BYTES_PER_SYNAPSE, Figure.ALLOCATED);
  }

  @Override
  public Optional<Target> target(Series series, Figure figure) {
    return ConnectCase.all().stream()
        .filter(one -> figure == Figure.SYNAPSES_PER_S && one.name().equals(series.name()))
        .findFirst()
        .map(one -> new Target(one.name(), figure, NEST, one.required()));
  }

  @Override
  public List<Series> run(Conditions conditions) {
    List<Series> all = new ArrayList<>();
    for (ConnectCase one : ConnectCase.all()) {
      all.add(
          conditions
              .progress()
              .during(one.name(), () -> Double.NaN, () -> measure(one, conditions)));
    }
    return all;
  }

  /** Measures one case. */
  static Series measure(ConnectCase one, Conditions conditions) {
    Network network = one.network().get();
    List<RunResult> runs = new ArrayList<>();
    for (int run = -WARM_UPS; run < conditions.repeats(); run++) {
      RunResult result = build(network, conditions.workers());
      if (run >= 0) {
        runs.add(result);
      }
    }
    return new Series(one.name(), runs);
  }

  // A full collection before each build: its pauses belong to the build before.
  @SuppressWarnings("SystemGc")
  private static RunResult build(Network network, int workers) {
    System.gc();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocatedBefore = threads.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    CompiledNetwork built = NetworkBuilder.build(network, workers).network();
    double seconds = (System.nanoTime() - start) * 1e-9;
    double allocated = threads.getTotalThreadAllocatedBytes() - allocatedBefore;
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.BUILD, seconds);
    figures.put(Figure.SYNAPSES_PER_S, built.synapses() / seconds);
    figures.put(Figure.BYTES_PER_SYNAPSE, (double) built.synapseBytes() / built.synapses());
    figures.put(Figure.ALLOCATED, allocated / built.synapseBytes());
    return new RunResult(
        ConnectCase.NODES, built.synapses(), workers, network.resolutionMs(), 0, 0, "", figures);
  }
}
