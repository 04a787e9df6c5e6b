package org.baya.reference;

import static org.baya.reference.ReferenceCase.map;
import static org.baya.reference.ReferenceCase.number;
import static org.baya.reference.ReferenceCase.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.engine.Simulation;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;

/** Builds and runs a reference case. */
final class ReferenceReplay {
  private final ReferenceCase reference;
  private final Map<String, List<Double>> times = new LinkedHashMap<>();
  private final Map<String, List<Integer>> senders = new LinkedHashMap<>();
  private final Map<String, double[][]> traces = new LinkedHashMap<>();

  ReferenceReplay(ReferenceCase reference) {
    this.reference = reference;
  }

  /** Runs with that many threads. */
  void run(int threads) {
    CompiledNetwork network = NetworkBuilder.build(network(), threads).network();
    try (Simulation simulation = new Simulation(network, threads)) {
      simulation.listen((keys, n) -> collect(network, keys, n));
      reference
          .record()
          .forEach((name, variables) -> sample(simulation, name, (List<?>) variables));
      simulation.run(reference.duration());
    }
  }

  private Network network() {
    Network network = Network.of(reference.file(), reference.resolution());
    for (Map<String, Object> node : reference.nodes()) {
      Object count = node.getOrDefault("count", 1);
      Population population =
          Population.of(
              (String) node.get("name"), (String) node.get("model"), (long) number(count));
      if (node.get("params") != null) {
        for (Map.Entry<String, Object> entry : map(node.get("params")).entrySet()) {
          population = population.with(entry.getKey(), value(entry.getValue()));
        }
      }
      network = network.with(population);
    }
    for (Map<String, Object> connection : reference.connections()) {
      network = network.with(projection(connection, network.projections().size()));
    }
    return network;
  }

  private static Value value(Object value) {
    return switch (value) {
      case Boolean flag -> Value.of(flag ? 1.0 : 0.0);
      case List<?> list -> Value.of(numbers(list));
      default -> Value.of(number(value));
    };
  }

  private static Projection projection(Map<String, Object> connection, int number) {
    String name = "c" + number;
    Connectivity connectivity =
        Connectivity.rule((String) connection.getOrDefault("rule", "all_to_all"));
    if (connection.containsKey("edges")) {
      Map<String, Object> edges = map(connection.get("edges"));
      connectivity =
          new Connectivity.Edges(
              Map.of("source", column(edges, "source"), "target", column(edges, "target")));
    }
    Projection projection =
        Projection.of(
            name, (String) connection.get("pre"), (String) connection.get("post"), connectivity);
    for (String key : List.of("weight", "delay", "receptor")) {
      Object value = connection.get(key);
      if (value instanceof List<?>) {
        projection = projection.with(key, Value.of(column(connection, key)));
      } else if (value != null) {
        projection = projection.with(key, number(value));
      }
    }
    return projection;
  }

  private static ColumnSource column(Map<String, Object> columns, String key) {
    return ColumnSource.of(SegmentColumn.of(key, numbers(columns.get(key))));
  }

  private void collect(CompiledNetwork network, long[] keys, int n) {
    for (int i = 0; i < n; i++) {
      int node = SpikeList.node(keys[i]);
      for (CompiledPopulation population : network.populations()) {
        if (node >= population.firstNode() && node < population.firstNode() + population.size()) {
          times
              .computeIfAbsent(population.name(), name -> new ArrayList<>())
              .add(network.grid().timeMs(SpikeList.step(keys[i]) + 1));
          senders
              .computeIfAbsent(population.name(), name -> new ArrayList<>())
              .add(node - population.firstNode());
        }
      }
    }
  }

  private void sample(Simulation simulation, String name, List<?> variables) {
    if (variables.isEmpty()) {
      return;
    }
    int steps = (int) Math.round(reference.duration() / reference.resolution());
    double[][] values = new double[variables.size()][steps];
    traces.put(name, values);
    List<String> names = variables.stream().map(Object::toString).toList();
    int[] next = new int[1];
    simulation.sample(
        name,
        new int[] {0},
        names,
        reference.resolution(),
        (time, sample) -> {
          for (int v = 0; v < names.size(); v++) {
            values[v][next[0]] = sample[v];
          }
          next[0]++;
        });
  }

  double[] times(String name) {
    return times.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }

  int[] senders(String name) {
    return senders.getOrDefault(name, List.of()).stream().mapToInt(Integer::intValue).toArray();
  }

  /** Largest |difference| of any sample of a variable that both have. */
  double deviation(String name, int variable, double[] expected, double[] expectedTimes) {
    double worst = 0;
    double[] got = Optional.ofNullable(traces.get(name)).orElseThrow()[variable];
    for (int i = 0; i < expected.length; i++) {
      int step = (int) Math.round(expectedTimes[i] / reference.resolution()) - 1;
      worst =
          Math.max(
              worst,
              Double.isNaN(got[step])
                  ? Double.POSITIVE_INFINITY
                  : Math.abs(got[step] - expected[i]));
    }
    return worst;
  }

  static String shorten(double[] values) {
    return Arrays.toString(Arrays.copyOf(values, Math.min(values.length, 8)));
  }
}
