package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.build.NetworkNodes;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.text.JsonWriter;
import org.baya.model.Parameter;
import org.baya.network.Grouping;
import org.baya.network.SpikeTrains;

/**
 * Writes one population: {@code NAME_nodes.h5}, {@code NAME_node_types.csv}, one file of parameters
 * for each type, and {@code NAME_spikes.h5} for given spikes.
 *
 * <p>Nodes that share all parameters are a type. Where that would be too many types, what differs
 * between nodes goes into the nodes file. Defaults are not written.
 */
final class NodeWriter {
  /** Beyond these, readers that look types up one by one become slow. */
  private static final int MOST_TYPES = 1000;

  private static final int FIRST_TYPE = 100;

  private final NetworkNodes.Nodes nodes;
  private final String name;
  private final Path directory;
  private final int[] typeOf;
  private final List<Type> types = new ArrayList<>();
  private final List<Parameter> byNode = new ArrayList<>();

  /**
   * Nodes that share parameters.
   *
   * @param example one of them
   * @param group its name for reports; empty without groups
   */
  private record Type(int example, String group) {}

  NodeWriter(NetworkNodes.Nodes nodes, Path directory) {
    this.nodes = nodes;
    this.name = nodes.description().name();
    this.directory = directory;
    this.typeOf = new int[nodes.size()];
    findTypes();
  }

  private boolean isVirtual() {
    return nodes.description().spikes().isPresent();
  }

  private void findTypes() {
    int[] groupOf = groups();
    List<String> names = nodes.description().groups().map(Grouping::names).orElse(List.of(""));
    List<Parameter> all = isVirtual() ? List.of() : nodes.model().parameters();
    if (!sort(groupOf, names, all)) {
      for (Parameter parameter : all) {
        if (differs(parameter)) {
          byNode.add(parameter);
        }
      }
      List<Parameter> shared = new ArrayList<>(all);
      shared.removeAll(byNode);
      sort(groupOf, names, shared);
    }
  }

  private int[] groups() {
    return nodes
        .description()
        .groups()
        .map(grouping -> {
          try (Arena arena = Arena.ofConfined()) {
            return grouping.ids().open(arena).toInts();
          }
        })
        .orElseGet(() -> new int[nodes.size()]);
  }

  /** Gives nodes of the same values the same type; false if there are too many types. */
  private boolean sort(int[] groupOf, List<String> names, List<Parameter> parameters) {
    types.clear();
    Map<List<Double>, Integer> known = new LinkedHashMap<>();
    for (int node = 0; node < typeOf.length; node++) {
      List<Double> key = new ArrayList<>();
      key.add((double) groupOf[node]);
      for (Parameter parameter : parameters) {
        for (double value : nodes.parameters(node).vector(parameter)) {
          key.add(value);
        }
      }
      Integer type = known.putIfAbsent(key, types.size());
      if (type == null) {
        type = types.size();
        types.add(new Type(node, names.get(groupOf[node])));
      }
      if (types.size() > MOST_TYPES) {
        return false;
      }
      typeOf[node] = type;
    }
    return true;
  }

  private boolean differs(Parameter parameter) {
    double[] first = nodes.parameters(0).vector(parameter);
    for (int node = 1; node < nodes.size(); node++) {
      if (!Arrays.equals(first, nodes.parameters(node).vector(parameter))) {
        return true;
      }
    }
    return false;
  }

  /** The population's name. */
  String name() {
    return name;
  }

  /** Name of the nodes file. */
  String nodesFile() {
    return name + "_nodes.h5";
  }

  /** Name of the types file. */
  String typesFile() {
    return name + "_node_types.csv";
  }

  /** Name of the file of given spikes, if there are any. */
  Optional<String> spikesFile() {
    return isVirtual() ? Optional.of(name + "_spikes.h5") : Optional.empty();
  }

  /** Writes all files of the population. */
  void write() {
    writeTypes();
    writeNodes();
    nodes.description().spikes().ifPresent(this::writeSpikes);
  }

  private void writeTypes() {
    boolean grouped = nodes.description().groups().isPresent();
    StringBuilder text =
        new StringBuilder("node_type_id model_type model_template dynamics_params");
    text.append(grouped ? " pop_name\n" : "\n");
    for (int type = 0; type < types.size(); type++) {
      text.append(FIRST_TYPE + type);
      if (isVirtual()) {
        text.append(" virtual NULL NULL");
      } else {
        text.append(nodes.isNeurons() ? " point_neuron" : " point_process");
        text.append(" nest:").append(nodes.model().name()).append(' ').append(parameterFile(type));
      }
      text.append(grouped ? " \"" + types.get(type).group().replace('"', '\'') + "\"\n" : "\n");
    }
    TextFile.write(directory.resolve(typesFile()), text.toString());
  }

  private String parameterFile(int type) {
    JsonWriter json = new JsonWriter().beginObject();
    for (Parameter parameter : nodes.model().parameters()) {
      double[] values = nodes.parameters(types.get(type).example()).vector(parameter);
      double[] standard = parameter.standard().stream().mapToDouble(Double::doubleValue).toArray();
      if (!byNode.contains(parameter) && !Arrays.equals(values, standard)) {
        json.name(parameter.name());
        if (parameter.isVector()) {
          json.value(values);
        } else if (parameter.kind() == Parameter.Kind.FLAG) {
          json.raw(values[0] != 0 ? "true" : "false");
        } else {
          json.value(values[0]);
        }
      }
    }
    String file = name + "_" + (FIRST_TYPE + type) + ".json";
    TextFile.write(
        directory.resolve(SonataNetworkWriter.CELLS).resolve(file), json.endObject().toString());
    return file;
  }

  private void writeNodes() {
    String root = "/nodes/" + name;
    int n = nodes.size();
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.dataset(root + "/node_id", ElementType.UINT64, n);
    tree.dataset(root + "/node_type_id", ElementType.UINT64, n);
    tree.dataset(root + "/node_group_id", ElementType.UINT32, n);
    tree.dataset(root + "/node_group_index", ElementType.UINT64, n);
    tree.group(root + "/0");
    for (String axis : nodes.axes()) {
      tree.dataset(root + "/0/" + axis, ElementType.FLOAT64, n);
    }
    for (Parameter parameter : byNode) {
      int width = nodes.parameters(0).vector(parameter).length;
      String path = root + "/0/dynamics_params/" + parameter.name();
      if (width == 1) {
        tree.dataset(path, ElementType.FLOAT64, n);
      } else {
        tree.dataset(path, ElementType.FLOAT64, n, width);
      }
    }
    int[] rows = new int[n];
    int[] typeIds = new int[n];
    for (int node = 0; node < n; node++) {
      rows[node] = node;
      typeIds[node] = FIRST_TYPE + typeOf[node];
    }
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve(nodesFile()), tree)) {
      writer.dataset(root + "/node_id").write(0, Elements.of(rows));
      writer.dataset(root + "/node_type_id").write(0, Elements.of(typeIds));
      writer.dataset(root + "/node_group_index").write(0, Elements.of(rows));
      for (String axis : nodes.axes()) {
        writer.dataset(root + "/0/" + axis).write(0, Elements.of(nodes.positions(axis)));
      }
      for (Parameter parameter : byNode) {
        for (int node = 0; node < n; node++) {
          double[] row = nodes.parameters(node).vector(parameter);
          writer
              .dataset(root + "/0/dynamics_params/" + parameter.name())
              .write((long) node * row.length, Elements.of(row));
        }
      }
      writer.commit();
    }
  }

  private void writeSpikes(SpikeTrains trains) {
    try (Arena arena = Arena.ofConfined()) {
      if (trains.weights().isPresent()) {
        throw new InvalidInputException(
            trains.weights().get().place(), "SONATA has no place for factors of given spikes");
      }
      Column times = trains.times().open(arena);
      Optional<Column> ids = trains.ids().map(source -> source.open(arena));
      int copies = ids.isPresent() ? 1 : nodes.size();
      long rows = times.rows() * copies;
      String root = "/spikes/" + name;
      Hdf5Tree tree = new Hdf5Tree();
      SonataAttributes.declare(tree);
      tree.dataset(root + "/timestamps", ElementType.FLOAT64, rows);
      tree.dataset(root + "/node_ids", ElementType.UINT64, rows);
      tree.attribute(root, "sorting", "none");
      tree.attribute(root + "/timestamps", "units", "ms");
      double[] timesMs = times.toDoubles();
      Path file = directory.resolve(spikesFile().orElseThrow());
      try (Hdf5Writer writer = Hdf5Writer.create(file, tree)) {
        for (int copy = 0; copy < copies; copy++) {
          int[] nodesOfCopy = new int[timesMs.length];
          Arrays.fill(nodesOfCopy, copy);
          int[] given = ids.map(Column::toInts).orElse(nodesOfCopy);
          long at = (long) copy * timesMs.length;
          writer.dataset(root + "/timestamps").write(at, Elements.of(timesMs));
          writer.dataset(root + "/node_ids").write(at, Elements.of(given));
        }
        writer.commit();
      }
    }
  }
}
