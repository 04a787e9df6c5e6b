package org.baya.io.reference;

import java.util.HashSet;
import java.util.LinkedHashMap;
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

/**
 * Reads {@code nodes} and {@code connections} of a case. Recorders among the nodes are left out,
 * with their connections: what is recorded stands elsewhere.
 */
final class NetworkReader {
  private static final String ALL_TO_ALL = "all_to_all";
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
  private final Set<String> recorderModels;

  /** Names of the nodes that are recorders. */
  private final Set<String> recorders = new HashSet<>();

  NetworkReader(CaseValue root) {
    this.root = root;
    models =
        Catalog.standard().models().stream()
            .collect(Collectors.toMap(Model::name, Function.identity()));
    recorderModels =
        Catalog.standard().recorders().stream().map(Model::name).collect(Collectors.toSet());
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
      if (isRecorder(node)) {
        recorders.add(name(node, network));
      } else {
        network = network.with(population(node, network));
      }
    }
    int index = 0;
    for (CaseValue connection : root.find("connections").map(CaseValue::items).orElse(List.of())) {
      String projection = projectionName(Integer.toString(index++));
      boolean recorded =
          recorders.contains(connection.get("pre").text())
              || recorders.contains(connection.get("post").text());
      if (!recorded) {
        network = network.with(projection(projection, connection, network));
      }
    }
    return network;
  }

  private boolean isRecorder(CaseValue node) {
    node.requireKeys(NODE_KEYS);
    return recorderModels.contains(node.get("model").text());
  }

  /** The name of a node, which no node has yet. */
  private String name(CaseValue node, Network before) {
    String name = node.get("name").text();
    if (name.contains(".")
        || recorders.contains(name)
        || before.populations().stream().anyMatch(p -> p.name().equals(name))) {
      throw node.get("name").wrong("is '" + name + "'; allowed are different names without '.'");
    }
    return name;
  }

  private Population population(CaseValue node, Network before) {
    String name = name(node, before);
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

  private static Projection projection(String name, CaseValue connection, Network network) {
    connection.requireKeys(CONNECTION_KEYS);
    String from = node(connection.get("pre"), network);
    String to = node(connection.get("post"), network);
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
      String key = entry.getKey();
      projection =
          key.equals(Projection.VOLUME_TRANSMITTER)
              ? projection.with(key, node(entry.getValue(), network))
              : projection.with(key, edgeValue(entry.getValue(), connection));
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
      return connection.find("rule").map(NetworkReader::rule).orElse(Connectivity.rule(ALL_TO_ALL));
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

  /** A rule by its name, or with its options: {@code {rule: fixed_indegree, indegree: 2}}. */
  private static Connectivity rule(CaseValue value) {
    if (!value.isObject()) {
      return Connectivity.rule(value.text());
    }
    Map<String, Value> options = new LinkedHashMap<>();
    value
        .entries()
        .forEach((key, option) -> {
          if (!key.equals("rule")) {
            options.put(key, Value.of(option.number()));
          }
        });
    return new Connectivity.Rule(value.get("rule").text(), options);
  }

  /** A number for all edges, or one for each: of the listed edges, or in the order of the rule. */
  private static Value edgeValue(CaseValue value, CaseValue connection) {
    if (!value.isList()) {
      return Value.of(value.number());
    }
    Optional<CaseValue> edges = connection.find("edges");
    if (edges.isPresent() && value.numbers().length != edges.get().get("source").items().size()) {
      throw value.wrong(
          "has "
              + value.numbers().length
              + " elements; allowed is one number, or one for each listed edge");
    }
    return edges.isPresent() ? Value.of(column(value)) : Value.of(value.numbers());
  }

  private static ColumnSource column(CaseValue value) {
    return ColumnSource.of(SegmentColumn.of(value.path(), value.numbers()));
  }
}
