package org.baya.io.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.catalog.Catalog;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;

/** Reads {@code nodes} and {@code connections} of a case. */
final class NetworkReader {
  private static final Set<String> NODE_KEYS = Set.of("name", "model", "count", "params");
  private static final Set<String> CONNECTION_KEYS =
      Set.of(
          "pre",
          "post",
          "weight",
          "delay",
          "receptor",
          "synapse",
          "synapse_params",
          "rule",
          "edges",
          "record_final_weight");

  private final CaseValue root;
  private final Map<String, Model> models;

  NetworkReader(CaseValue root) {
    this.root = root;
    models =
        Catalog.standard().models().stream()
            .collect(Collectors.toMap(Model::name, Function.identity()));
  }

  /** The name of the projection made of a connection, by its index. */
  static String projectionName(String index) {
    return "c" + index;
  }

  /** The last key of a value's path, which may hold dots itself no more than a node's name does. */
  static String lastKey(CaseValue value) {
    return value.path().substring(value.path().lastIndexOf('.') + 1);
  }

  /** Fails unless the value's key is the name of a node; returns how many nodes have that name. */
  static long requireNode(CaseValue value, Network network) {
    String name = lastKey(value);
    List<String> names = network.populations().stream().map(Population::name).toList();
    if (!names.contains(name)) {
      throw value.wrong("no node '" + name + "'; " + Names.hint(name, names));
    }
    return network.populations().get(names.indexOf(name)).size().orElseThrow();
  }

  Network network(String name, double resolutionMs) {
    Network network = Network.of(name, resolutionMs);
    for (CaseValue node : root.get("nodes").items()) {
      network = network.with(population(node, network));
    }
    for (CaseValue connection : root.find("connections").map(CaseValue::items).orElse(List.of())) {
      network = network.with(projection(connection, network));
    }
    return network;
  }

  private Population population(CaseValue node, Network before) {
    node.requireKeys(NODE_KEYS);
    String name = node.get("name").text();
    if (name.contains(".") || before.populations().stream().anyMatch(p -> p.name().equals(name))) {
      throw node.get("name").wrong("is '" + name + "'; allowed are different names without '.'");
    }
    int count = node.find("count").map(value -> value.whole(1)).orElse(1);
    String model = node.get("model").text();
    Population population = Population.of(name, model, count);
    Map<String, CaseValue> parameters =
        node.find("params").map(CaseValue::entries).orElse(Map.of());
    for (Map.Entry<String, CaseValue> entry : parameters.entrySet()) {
      population =
          population.with(entry.getKey(), value(entry.getValue(), model, entry.getKey(), count));
    }
    return population;
  }

  /**
   * A list sets a vector parameter; for a scalar one it holds a number for each node, as in NEST.
   */
  private Value value(CaseValue value, String model, String parameter, int count) {
    if (!value.isList()) {
      return Value.of(value.number());
    }
    double[] numbers = value.numbers();
    boolean scalar =
        Optional.ofNullable(models.get(model)).stream()
            .flatMap(m -> m.allParameters().stream())
            .anyMatch(p -> p.name().equals(parameter) && !p.isVector());
    return scalar && numbers.length == count ? Value.of(column(value)) : Value.of(numbers);
  }

  private static Projection projection(CaseValue connection, Network network) {
    connection.requireKeys(CONNECTION_KEYS);
    String from = node(connection.get("pre"), network);
    String to = node(connection.get("post"), network);
    String name = projectionName(Integer.toString(network.projections().size()));
    Projection projection = Projection.of(name, from, to, connectivity(connection));
    if (connection.find("synapse").isPresent()) {
      projection = projection.withSynapseModel(connection.get("synapse").text());
    }
    for (String key : List.of("weight", "delay", "receptor")) {
      Optional<CaseValue> value = connection.find(key);
      if (value.isPresent()) {
        projection = projection.with(key, edgeValue(value.get(), connection));
      }
    }
    Map<String, CaseValue> parameters =
        connection.find("synapse_params").map(CaseValue::entries).orElse(Map.of());
    for (Map.Entry<String, CaseValue> entry : parameters.entrySet()) {
      projection = projection.with(entry.getKey(), edgeValue(entry.getValue(), connection));
    }
    return projection;
  }

  private static String node(CaseValue value, Network network) {
    List<String> names = network.populations().stream().map(Population::name).toList();
    if (!names.contains(value.text())) {
      throw value.wrong("no node '" + value.text() + "'; " + Names.hint(value.text(), names));
    }
    return value.text();
  }

  private static Connectivity connectivity(CaseValue connection) {
    Optional<CaseValue> edges = connection.find("edges");
    if (edges.isEmpty()) {
      return Connectivity.rule(connection.find("rule").map(CaseValue::text).orElse("all_to_all"));
    }
    edges.get().requireKeys(Set.of("source", "target"));
    int[] sources = edges.get().get("source").wholes();
    int[] targets = edges.get().get("target").wholes();
    if (sources.length != targets.length) {
      throw edges
          .get()
          .wrong("has " + sources.length + " sources but " + targets.length + " targets");
    }
    return Connectivity.edges(sources, targets);
  }

  /** A number for all edges, or one for each of the listed edges. */
  private static Value edgeValue(CaseValue value, CaseValue connection) {
    if (!value.isList()) {
      return Value.of(value.number());
    }
    int edges =
        connection.find("edges").map(listed -> listed.get("source").items().size()).orElse(-1);
    if (value.numbers().length != edges) {
      throw value.wrong(
          "has "
              + value.numbers().length
              + " elements; allowed is one number, or one for each listed edge");
    }
    return Value.of(column(value));
  }

  private static ColumnSource column(CaseValue value) {
    return ColumnSource.of(SegmentColumn.of(value.path(), value.numbers()));
  }
}
