package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Projection;
import org.baya.network.Value;

/**
 * Describes the edges of one population as projections: one, or several where its nodes are in
 * several parts or its types have several synapse models. Nothing is read before the network is
 * built.
 */
final class EdgeProjections {
  private static final double DEFAULT_DELAY_MS = 1;
  private static final Set<String> OWN_NAMES =
      Set.of("syn_weight", "nsyns", "delay", "receptor_type");

  private final EdgeTable edges;
  private final EdgeTypes types;
  private final EdgeColumns columns;
  private final NodeParts from;
  private final NodeParts to;
  private final boolean countSynapses;
  private final EdgeSelection selection;

  /** Whether a value of every edge is found by its type, which then is known to be in the table. */
  private boolean readsTypes;

  /**
   * The edges of {@code edges}.
   *
   * @param countSynapses whether the weight is multiplied by {@code nsyns}
   */
  EdgeProjections(
      EdgeTable edges, EdgeTypes types, NodeParts from, NodeParts to, boolean countSynapses) {
    this.edges = edges;
    this.types = types;
    this.from = from;
    this.to = to;
    this.countSynapses = countSynapses;
    this.columns = new EdgeColumns(edges, types);
    this.selection = new EdgeSelection(columns, types, from, to);
  }

  /** File and group, for messages. */
  String place() {
    return edges.place();
  }

  /** Opens one column of the edges. */
  private interface Opening {
    Column open(Arena arena);
  }

  /** A column of all edges, or of those of one bundle. */
  private record EdgeSource(
      String place, Opening all, Optional<EdgeSelection> selection, int bundle)
      implements ColumnSource {
    @Override
    public Column open(Arena arena) {
      Column column = all.open(arena);
      return selection.isEmpty()
          ? column
          : new SelectedColumn(column, selection.get().rows(arena)[bundle]);
    }
  }

  /**
   * The projections.
   *
   * @param sending the parts of the source population whose nodes ever send a spike; edges of the
   *     others are left out
   */
  List<Projection> projections(Set<String> sending) {
    List<Projection> all = new ArrayList<>();
    for (int source = 0; source < from.parts().size(); source++) {
      if (sending.contains(from.parts().get(source).name())) {
        addFrom(source, all);
      }
    }
    return all;
  }

  /** Adds projections to every part of neurons; edges to others are found in the selection. */
  private void addFrom(int source, List<Projection> all) {
    for (int target = 0; target < to.parts().size(); target++) {
      if (!to.parts().get(target).isVirtual()) {
        for (int model = 0; model < types.models().size(); model++) {
          all.add(projection(source, target, model));
        }
      } else if (to.parts().size() == 1 && edges.rows() > 0) {
        throw new InvalidInputException(
            edges.place() + "/target_node_id",
            "belongs to population '"
                + edges.target()
                + "' of virtual nodes; they receive no input");
      }
    }
  }

  private Projection projection(int source, int target, int model) {
    int bundle = selection.bundle(source, target, model);
    NodePart sourcePart = from.parts().get(source);
    NodePart targetPart = to.parts().get(target);
    Map<String, ColumnSource> ends = new LinkedHashMap<>();
    ends.put("source", source(bundle, "source_node_id", arena -> sources(arena)));
    ends.put("target", source(bundle, "target_node_id", arena -> targets(arena)));
    String name = edges.name();
    if (selection.bundles() > 1) {
      name += "_" + sourcePart.name() + "_" + targetPart.name();
      name += types.models().size() > 1 ? "_" + types.models().get(model) : "";
    }
    return new Projection(
        name,
        sourcePart.name(),
        targetPart.name(),
        new Connectivity.Edges(ends),
        values(bundle),
        types.models().get(model),
        Optional.empty());
  }

  private ColumnSource source(int bundle, String dataset, Opening all) {
    return new EdgeSource(
        edges.place() + "/" + dataset,
        all,
        selection.bundles() > 1 ? Optional.of(selection) : Optional.empty(),
        bundle);
  }

  private Column sources(Arena arena) {
    if (types.table().exists() && !readsTypes) {
      columns.requireTypes(arena);
    }
    return indices(columns.sources(arena), from);
  }

  private Column targets(Arena arena) {
    return indices(columns.targets(arena), to);
  }

  /** Node numbers as indices, which they are already where a population is in one part. */
  private static Column indices(Column ids, NodeParts nodes) {
    boolean plain = nodes.parts().size() == 1 && nodes.nodes().isNumbered();
    return plain ? ids : new NodeIndexColumn(ids, nodes.nodes(), nodes.indexInPart());
  }

  private Map<String, Value> values(int bundle) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("weight", weight(bundle));
    values.put("delay", value(bundle, "delay", types.values("delay", DEFAULT_DELAY_MS)));
    if (edges.has("receptor_type") || types.has("receptor_type")) {
      values.put("receptor", value(bundle, "receptor_type", types.values("receptor_type", 0)));
    }
    Set<String> others = new TreeSet<>(types.parameterNames());
    others.addAll(edges.parameterNames());
    others.removeAll(OWN_NAMES);
    for (String name : others) {
      values.put(name, value(bundle, name, types.values(name, Double.NaN)));
    }
    return values;
  }

  private Value weight(int bundle) {
    double[] weights = types.values("syn_weight", Double.NaN);
    if (!edges.has("syn_weight") && !types.has("syn_weight")) {
      throw new InvalidInputException(
          edges.place(), "has no syn_weight, nor has " + types.table().place());
    }
    boolean many = countSynapses && (edges.has("nsyns") || types.has("nsyns"));
    if (!many) {
      return value(bundle, "syn_weight", weights);
    }
    double[] counts = types.values("nsyns", 1);
    if (!edges.has("syn_weight") && !edges.has("nsyns")) {
      for (int row = 0; row < weights.length; row++) {
        weights[row] *= counts[row];
      }
      return value(bundle, "syn_weight", weights);
    }
    return Value.of(
        source(
            bundle,
            "*/syn_weight",
            arena ->
                product(
                    columns.attribute("syn_weight", weights, arena),
                    columns.attribute("nsyns", counts, arena))));
  }

  private static Column product(Column weights, Column counts) {
    return isOne(counts) ? weights : new ProductColumn(weights, counts);
  }

  private static boolean isOne(Column counts) {
    double[] block = new double[1 << 12];
    for (long from = 0; from < counts.rows(); from += block.length) {
      int n = (int) Math.min(block.length, counts.rows() - from);
      counts.read(from, n, block, 0);
      for (int i = 0; i < n; i++) {
        if (block[i] != 1) {
          return false;
        }
      }
    }
    return true;
  }

  /** One number where all types agree and no edge differs, else a column. */
  private Value value(int bundle, String name, double[] byType) {
    if (!edges.has(name)) {
      boolean same = byType.length > 0 && !Double.isNaN(byType[0]);
      for (double value : byType) {
        same &= value == byType[0];
      }
      if (same) {
        return Value.of(byType[0]);
      }
      if (byType.length == 0) {
        return Value.of(DEFAULT_DELAY_MS);
      }
    }
    readsTypes |= !edges.has(name);
    return Value.of(source(bundle, "*/" + name, arena -> columns.attribute(name, byType, arena)));
  }
}
