package org.baya.io.v1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The published tables: populations and cell types in the order of the files, and how they connect.
 * Immutable.
 */
public final class V1Parameters {
  private final List<V1Population> populations;
  private final List<V1CellType> types;
  private final V1Connection[][] connections;
  private final V1EdgeType[][] edgeTypes;

  private V1Parameters(List<V1Population> populations, List<V1CellType> types) {
    this.populations = List.copyOf(populations);
    this.types = List.copyOf(types);
    this.connections = connections(this.populations);
    this.edgeTypes = edgeTypes(this.populations, this.types);
  }

  /** Reads the tables that are shipped with this package. */
  public static V1Parameters load() {
    List<V1Population> populations = populations();
    return new V1Parameters(populations, types(populations));
  }

  /** The 21 populations. */
  public List<V1Population> populationList() {
    return populations;
  }

  /** The 111 types, grouped by population. */
  public List<V1CellType> typeList() {
    return types;
  }

  /**
   * The rule from population {@code source} to population {@code target}, if they are connected.
   */
  public Optional<V1Connection> connection(int source, int target) {
    return Optional.ofNullable(connections[source][target]);
  }

  /** The synapses from population {@code source} onto type {@code type}, if they are connected. */
  public Optional<V1EdgeType> edgeType(int source, int type) {
    return Optional.ofNullable(edgeTypes[source][type]);
  }

  private static List<V1Population> populations() {
    ResourceTable table = ResourceTable.load("populations.csv");
    List<V1Population> populations = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      populations.add(
          new V1Population(
              table.text(row, "population"),
              table.text(row, "ei").equals("e"),
              table.integer(row, "N_core"),
              table.number(row, "depth_top_um"),
              table.number(row, "depth_bottom_um"),
              table.number(row, "lgn_prob"),
              table.integer(row, "lgn_nsyn"),
              table.number(row, "lgn_w_mean_pA"),
              table.number(row, "bkg_w_pA"),
              table.integer(row, "bkg_nsyn")));
    }
    return populations;
  }

  private static List<V1CellType> types(List<V1Population> populations) {
    Map<String, Integer> populationIndex = populationIndex(populations);
    ResourceTable table = ResourceTable.load("node_types.csv");
    List<V1CellType> types = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      types.add(
          new V1CellType(
              table.text(row, "node_type_id"),
              index(populationIndex, table.text(row, "population")),
              table.integer(row, "N_full"),
              table.number(row, "V_th"),
              table.number(row, "g"),
              table.number(row, "E_L"),
              table.number(row, "C_m"),
              table.number(row, "V_reset"),
              table.number(row, "t_ref"),
              table.number(row, "asc_decay1_per_ms"),
              table.number(row, "asc_decay2_per_ms"),
              table.number(row, "asc_amp1_pA"),
              table.number(row, "asc_amp2_pA"),
              table.number(row, "tau_syn_1_e2e"),
              table.number(row, "tau_syn_2_i2e"),
              table.number(row, "tau_syn_3_e2i"),
              table.number(row, "tau_syn_4_i2i")));
    }
    return types;
  }

  /** Indexed by source and target population; no element where they are not connected. */
  private static V1Connection[][] connections(List<V1Population> populations) {
    Map<String, V1Connection> byClass = new HashMap<>();
    ResourceTable table = ResourceTable.load("connection_classes.csv");
    for (int row = 0; row < table.rows(); row++) {
      V1Connection untuned =
          V1Connection.untuned(
              table.number(row, "A_literature"),
              table.number(row, "R0_um"),
              table.number(row, "sigma_um"),
              table.integer(row, "nsyn_low"),
              table.integer(row, "nsyn_high_exclusive"));
      V1Connection rule =
          table.isBlank(row, "B_ratio") ? untuned : untuned.tuned(table.number(row, "B_ratio"));
      byClass.put(table.text(row, "src_class") + ' ' + table.text(row, "trg_class"), rule);
    }
    int n = populations.size();
    V1Connection[][] connections = new V1Connection[n][n];
    for (int source = 0; source < n; source++) {
      for (int target = 0; target < n; target++) {
        String pair =
            populations.get(source).connectionClass()
                + ' '
                + populations.get(target).connectionClass();
        connections[source][target] = byClass.get(pair);
      }
    }
    return connections;
  }

  /** Indexed by source population and target type; no element where they are not connected. */
  private static V1EdgeType[][] edgeTypes(List<V1Population> populations, List<V1CellType> types) {
    Map<String, Integer> populationIndex = populationIndex(populations);
    Map<String, Integer> typeIndex = new HashMap<>();
    for (int type = 0; type < types.size(); type++) {
      typeIndex.put(types.get(type).id(), type);
    }
    V1EdgeType[][] edgeTypes = new V1EdgeType[populations.size()][types.size()];
    ResourceTable table = ResourceTable.load("edge_types.csv");
    for (int row = 0; row < table.rows(); row++) {
      int source = index(populationIndex, table.text(row, "src_population"));
      int type = index(typeIndex, table.text(row, "trg_node_type"));
      edgeTypes[source][type] =
          new V1EdgeType(
              table.number(row, "syn_weight_pA"),
              table.number(row, "delay_ms"),
              table.number(row, "weight_sigma_deg"),
              table.integer(row, "receptor_port"));
    }
    return edgeTypes;
  }

  private static int index(Map<String, Integer> indices, String name) {
    return Objects.requireNonNull(indices.get(name), name);
  }

  private static Map<String, Integer> populationIndex(List<V1Population> populations) {
    Map<String, Integer> index = new HashMap<>();
    for (int population = 0; population < populations.size(); population++) {
      index.put(populations.get(population).name(), population);
    }
    return index;
  }
}
