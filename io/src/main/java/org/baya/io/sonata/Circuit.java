package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** The nodes and edges of a configuration. */
final class Circuit {
  private final SonataConfig config;
  private final Catalog catalog;
  private final boolean countSynapses;
  private final Map<String, NodeParts> nodes = new LinkedHashMap<>();

  /**
   * Reads all nodes.
   *
   * @param countSynapses whether weights are multiplied by {@code nsyns}
   */
  Circuit(SonataConfig config, Catalog catalog, boolean countSynapses) {
    this.config = config;
    this.catalog = catalog;
    this.countSynapses = countSynapses;
    readNodes();
  }

  private void readNodes() {
    Optional<Path> models =
        config.component("point_neuron_models_dir", "models_dir", "biophysical_neuron_models_dir");
    for (JsonValue entry : networks("nodes")) {
      JsonValue file = entry.require("nodes_file", "an HDF5 file");
      TypesTable types = types(entry, "node_types_file", "node_type_id");
      for (NodeTable table : NodeTable.read(JsonFile.readable(file.path(), file), types)) {
        if (isWanted(entry, table.name())) {
          NodeParts parts = NodeParts.of(table, models, catalog);
          if (nodes.putIfAbsent(table.name(), parts) != null) {
            throw file.wrong("population '" + table.name() + "' is defined twice");
          }
        }
      }
    }
    if (nodes.isEmpty()) {
      throw config.require("networks", "nodes and edges").wrong("has no nodes");
    }
  }

  /** An entry may list the populations of its file that count. */
  private static boolean isWanted(JsonValue entry, String population) {
    Optional<JsonValue> listed = entry.find("populations");
    if (listed.isEmpty()) {
      return true;
    }
    Map<String, JsonValue> wanted = listed.get().isObject() ? listed.get().entries() : Map.of();
    return wanted.isEmpty() || wanted.containsKey(population);
  }

  private List<JsonValue> networks(String kind) {
    return config
        .require("networks", "nodes and edges")
        .find(kind)
        .map(JsonValue::items)
        .orElse(List.of())
        .stream()
        .filter(SonataConfig::isEnabled)
        .toList();
  }

  private static TypesTable types(JsonValue entry, String key, String idColumn) {
    return entry
        .find(key)
        .map(name -> TypesTable.read(JsonFile.readable(name.path(), name), idColumn))
        .orElseGet(TypesTable::none);
  }

  /** The populations of nodes by name. */
  Map<String, NodeParts> nodes() {
    return nodes;
  }

  /** Describes the edges; nothing of them is read yet. */
  List<EdgeProjections> edges() {
    Optional<Path> models = config.component("synaptic_models_dir");
    List<EdgeProjections> all = new ArrayList<>();
    for (JsonValue entry : networks("edges")) {
      JsonValue file = entry.require("edges_file", "an HDF5 file");
      TypesTable table = types(entry, "edge_types_file", "edge_type_id");
      EdgeTypes types = new EdgeTypes(table, models);
      for (EdgeTable edges :
          EdgeTable.read(JsonFile.readable(file.path(), file), Set.copyOf(nodes.keySet()))) {
        if (isWanted(entry, edges.name())) {
          all.add(
              new EdgeProjections(
                  edges,
                  types,
                  population(edges.source(), edges, "source_node_id"),
                  population(edges.target(), edges, "target_node_id"),
                  countSynapses));
        }
      }
    }
    return all;
  }

  private NodeParts population(String name, EdgeTable edges, String dataset) {
    NodeParts found = nodes.get(name);
    if (found == null) {
      throw new InvalidInputException(
          edges.place() + "/" + dataset,
          "belongs to population '" + name + "'; " + Names.hint(name, nodes.keySet()));
    }
    return found;
  }
}
