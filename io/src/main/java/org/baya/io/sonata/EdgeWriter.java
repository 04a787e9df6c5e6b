package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.baya.array.ElementType;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.text.JsonWriter;
import org.baya.network.Value;

/**
 * Writes one projection: {@code NAME_edges.h5} with its edges sorted by target and indices both
 * ways, {@code NAME_edge_types.csv} with a type for each receptor, and the parameters of the types.
 *
 * <p>The edges are read several times, once to count and then once for each stretch of targets that
 * fits in memory. Beyond a stretch, memory holds one number for each edge and each node.
 */
final class EdgeWriter {
  /** Edges that are sorted at a time: 32 bytes each. */
  private static final int STRETCH = 1 << 22;

  private static final int FIRST_TYPE = 100;

  private final ProjectionEdges edges;
  private final Map<String, Value> synapse;
  private final String name;
  private final Path directory;
  private final long[] firstOfTarget;
  private final Map<Integer, Integer> typeOfReceptor = new TreeMap<>();
  private int[] sourceOf = {};
  private boolean any;
  private boolean sameWeight = true;
  private boolean sameDelay = true;
  private double weight;
  private double delayMs = 1;

  /**
   * A projection.
   *
   * @param synapse its values as described
   */
  EdgeWriter(ProjectionEdges edges, Map<String, Value> synapse, Path directory) {
    this.edges = edges;
    this.synapse = synapse;
    this.name = edges.name();
    this.directory = directory;
    this.firstOfTarget = new long[edges.targets() + 1];
  }

  /** Name of the edges file. */
  String edgesFile() {
    return name + "_edges.h5";
  }

  /** Name of the types file. */
  String typesFile() {
    return name + "_edge_types.csv";
  }

  /** Writes all files of the projection and returns the number of edges. */
  long write() {
    ProjectionEdges.Reader reader = edges.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      count(reader, n);
    }
    for (int target = 0; target < edges.targets(); target++) {
      firstOfTarget[target + 1] += firstOfTarget[target];
    }
    long total = firstOfTarget[edges.targets()];
    if (total > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          "projections." + name, "has " + total + " edges; allowed in one file are 2^31 - 9");
    }
    int type = 0;
    for (Map.Entry<Integer, Integer> entry : typeOfReceptor.entrySet()) {
      entry.setValue(type++);
    }
    writeTypes();
    sourceOf = new int[(int) total];
    SourceIndex index = new SourceIndex(edges.sources());
    countSources(index);
    try (Hdf5Writer writer =
        Hdf5Writer.create(directory.resolve(edgesFile()), tree((int) total, index))) {
      writeEdges(writer);
      index.write(writer, root() + "/indices/source_to_target/", sourceOf);
      writer.commit();
    }
    return total;
  }

  private String root() {
    return "/edges/" + name;
  }

  private void count(ProjectionEdges.Reader block, int n) {
    if (!any) {
      any = true;
      weight = block.weights()[0];
      delayMs = block.delaysMs()[0];
    }
    int last = -1;
    for (int k = 0; k < n; k++) {
      firstOfTarget[block.targets()[k] + 1]++;
      sameWeight &= block.weights()[k] == weight;
      sameDelay &= block.delaysMs()[k] == delayMs;
      if (block.receptors()[k] != last) {
        last = block.receptors()[k];
        typeOfReceptor.put(last, 0);
      }
    }
  }

  private void writeTypes() {
    StringBuilder text =
        new StringBuilder("edge_type_id target_query source_query model_template dynamics_params");
    text.append(sameWeight ? " syn_weight" : "").append(sameDelay ? " delay\n" : "\n");
    if (typeOfReceptor.isEmpty()) {
      typeOfReceptor.put(0, 0);
    }
    typeOfReceptor.forEach((receptor, type) -> {
      text.append(FIRST_TYPE + type).append(" * * ");
      text.append(edges.synapseModel()).append(' ');
      text.append(parameterFile(receptor, type));
      text.append(sameWeight ? " " + weight : "");
      text.append(sameDelay ? " " + delayMs : "");
      text.append('\n');
    });
    TextFile.write(directory.resolve(typesFile()), text.toString());
  }

  private String parameterFile(int receptor, int type) {
    JsonWriter json = new JsonWriter().beginObject();
    if (receptor != 0) {
      json.name("receptor_type").value(receptor);
    }
    synapse.forEach((key, value) -> {
      if (!List.of("weight", "delay", "receptor").contains(key)) {
        if (!(value instanceof Value.Scalar scalar)) {
          throw new InvalidInputException(
              "projections." + name + "." + key,
              "differs between synapses; such values cannot be written");
        }
        json.name(key).value(scalar.value());
      }
    });
    String file = name + "_" + (FIRST_TYPE + type) + ".json";
    TextFile.write(
        directory.resolve(SonataNetworkWriter.SYNAPSES).resolve(file), json.endObject().toString());
    return file;
  }

  private Hdf5Tree tree(int n, SourceIndex index) {
    Hdf5Tree tree = new Hdf5Tree();
    SonataAttributes.declare(tree);
    tree.dataset(root() + "/source_node_id", ElementType.UINT64, n);
    tree.dataset(root() + "/target_node_id", ElementType.UINT64, n);
    tree.attribute(root() + "/source_node_id", "node_population", edges.from());
    tree.attribute(root() + "/target_node_id", "node_population", edges.to());
    tree.dataset(root() + "/edge_type_id", ElementType.UINT32, n);
    tree.dataset(root() + "/edge_group_id", ElementType.UINT16, n);
    tree.dataset(root() + "/edge_group_index", ElementType.UINT32, n);
    tree.group(root() + "/0");
    if (!sameWeight) {
      tree.dataset(root() + "/0/syn_weight", ElementType.FLOAT64, n);
    }
    if (!sameDelay) {
      tree.dataset(root() + "/0/delay", ElementType.FLOAT64, n);
    }
    SourceIndex.declare(
        tree, root() + "/indices/target_to_source/", edges.targets(), targetRanges());
    SourceIndex.declare(
        tree, root() + "/indices/source_to_target/", edges.sources(), index.ranges());
    return tree;
  }

  /** Number of targets that have edges: each has one stretch of them. */
  private int targetRanges() {
    int ranges = 0;
    for (int target = 0; target < edges.targets(); target++) {
      ranges += firstOfTarget[target + 1] > firstOfTarget[target] ? 1 : 0;
    }
    return ranges;
  }

  /** Puts the source of every edge in the order of the file. */
  private void countSources(SourceIndex index) {
    long[] next = firstOfTarget.clone();
    ProjectionEdges.Reader reader = edges.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (int k = 0; k < n; k++) {
        sourceOf[(int) next[reader.targets()[k]]++] = reader.sources()[k];
      }
    }
    index.count(sourceOf);
  }

  private void writeEdges(Hdf5Writer writer) {
    List<Integer> borders = new ArrayList<>(List.of(0));
    for (int target = 0; target < edges.targets(); target++) {
      long begun = firstOfTarget[borders.getLast()];
      if (firstOfTarget[target + 1] - begun > STRETCH && target > borders.getLast()) {
        borders.add(target);
      }
    }
    borders.add(edges.targets());
    for (int i = 0; i + 1 < borders.size(); i++) {
      writeStretch(writer, borders.get(i), borders.get(i + 1));
    }
    writeTargetIndex(writer);
  }

  /** Writes the edges of targets {@code from..to-1}. */
  private void writeStretch(Hdf5Writer writer, int from, int to) {
    long first = firstOfTarget[from];
    int n = (int) (firstOfTarget[to] - first);
    int[] targets = new int[n];
    int[] types = new int[n];
    int[] numbers = new int[n];
    double[] weights = new double[sameWeight ? 0 : n];
    double[] delays = new double[sameDelay ? 0 : n];
    long[] next = firstOfTarget.clone();
    ProjectionEdges.Reader reader = edges.reader();
    for (int count = reader.next(); count > 0; count = reader.next()) {
      for (int k = 0; k < count; k++) {
        int target = reader.targets()[k];
        if (target >= from && target < to) {
          int at = (int) (next[target]++ - first);
          targets[at] = target;
          types[at] =
              FIRST_TYPE + Objects.requireNonNull(typeOfReceptor.get(reader.receptors()[k]));
          if (!sameWeight) {
            weights[at] = reader.weights()[k];
          }
          if (!sameDelay) {
            delays[at] = reader.delaysMs()[k];
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      numbers[i] = (int) first + i;
    }
    writer.dataset(root() + "/source_node_id").write(first, Elements.of(sourceOf, (int) first, n));
    writer.dataset(root() + "/target_node_id").write(first, Elements.of(targets));
    writer.dataset(root() + "/edge_type_id").write(first, Elements.of(types));
    writer.dataset(root() + "/edge_group_index").write(first, Elements.of(numbers));
    if (!sameWeight) {
      writer.dataset(root() + "/0/syn_weight").write(first, Elements.of(weights));
    }
    if (!sameDelay) {
      writer.dataset(root() + "/0/delay").write(first, Elements.of(delays));
    }
  }

  private void writeTargetIndex(Hdf5Writer writer) {
    long[] nodes = new long[2 * edges.targets()];
    long[] ranges = new long[2 * targetRanges()];
    int range = 0;
    for (int target = 0; target < edges.targets(); target++) {
      nodes[2 * target] = range;
      if (firstOfTarget[target + 1] > firstOfTarget[target]) {
        ranges[2 * range] = firstOfTarget[target];
        ranges[2 * range++ + 1] = firstOfTarget[target + 1];
      }
      nodes[2 * target + 1] = range;
    }
    String path = root() + "/indices/target_to_source/";
    SourceIndex.writeNodes(writer, path, nodes);
    writer.dataset(path + "range_to_edge_id").write(0, Elements.of(ranges));
  }
}
