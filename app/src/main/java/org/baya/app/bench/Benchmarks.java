package org.baya.app.bench;

import java.util.List;
import java.util.Optional;

/** All benchmarks. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new V1Bench(),
          ExperimentBench.microcircuit(),
          ExperimentBench.brunel(),
          ExperimentBench.hpc(),
          new ScalingBench(),
          new ConnectBench(),
          new FilesBench(),
          new MachineBench());

  private Benchmarks() {}

  /** All benchmarks, in the order of the help. */
  public static List<Benchmark> all() {
    return ALL;
  }

  /** The benchmark of that name. */
  public static Optional<Benchmark> named(String name) {
    return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
  }

  /** The names of all. */
  public static List<String> names() {
    return ALL.stream().map(Benchmark::name).toList();
  }
}
