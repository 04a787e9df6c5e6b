package org.baya.io.sonata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.build.NetworkEdges;
import org.baya.build.NetworkNodes;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.file.Reasons;
import org.baya.io.text.JsonWriter;
import org.baya.network.Network;
import org.baya.network.Recording;

/**
 * Writes an experiment as a SONATA network with its configurations.
 *
 * <pre>
 * simulation_config.json                     run, inputs, reports
 * circuit_config.json                        nodes and edges
 * POPULATION_nodes.h5, _node_types.csv       one pair for each population
 * POPULATION_spikes.h5                       given spikes of virtual nodes
 * PROJECTION_edges.h5, _edge_types.csv       one pair for each projection, weights and delays final
 * cell_models/, synaptic_models/             parameters of the types
 * </pre>
 */
public final class SonataNetworkWriter {
  /** Directory of the nodes' parameters. */
  static final String CELLS = "cell_models";

  /** Directory of the edges' parameters. */
  static final String SYNAPSES = "synaptic_models";

  private SonataNetworkWriter() {}

  /**
   * What was written.
   *
   * @param nodes number of nodes
   * @param edges number of edges
   */
  public record Written(long nodes, long edges) {}

  /**
   * Writes the files into {@code directory}, which is made, in place of older ones.
   *
   * @throws InvalidInputException if the experiment is wrong or has something that the format does
   *     not know
   */
  public static Written write(Experiment experiment, Path directory) {
    try {
      Files.createDirectories(directory.resolve(CELLS));
      Files.createDirectories(directory.resolve(SYNAPSES));
    } catch (IOException e) {
      throw new InvalidInputException(
          directory.toString(), "cannot be created as a directory: " + Reasons.of(e), e);
    }
    Network network = experiment.network();
    try (NetworkEdges all = NetworkEdges.open(network)) {
      List<NodeWriter> nodes = new ArrayList<>();
      long nodeCount = 0;
      for (NetworkNodes.Nodes population : NetworkNodes.of(network).populations()) {
        nodes.add(new NodeWriter(population, directory));
        nodes.getLast().write();
        nodeCount += population.size();
      }
      List<EdgeWriter> edges = new ArrayList<>();
      long edgeCount = 0;
      for (int i = 0; i < all.projections().size(); i++) {
        edges.add(
            new EdgeWriter(
                all.projections().get(i), network.projections().get(i).synapse(), directory));
        edgeCount += edges.getLast().write();
      }
      TextFile.write(directory.resolve("circuit_config.json"), circuit(nodes, edges));
      TextFile.write(directory.resolve("simulation_config.json"), simulation(experiment, nodes));
      return new Written(nodeCount, edgeCount);
    }
  }

  private static String circuit(List<NodeWriter> nodes, List<EdgeWriter> edges) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("manifest").beginObject().name("$NETWORK_DIR").value(".").endObject();
    json.name("target_simulator").value("NEST");
    json.name("components").beginObject();
    json.name("point_neuron_models_dir").value("$NETWORK_DIR/" + CELLS);
    json.name("synaptic_models_dir").value("$NETWORK_DIR/" + SYNAPSES).endObject();
    json.name("networks").beginObject().name("nodes").beginArray();
    for (NodeWriter node : nodes) {
      json.beginObject().name("nodes_file").value("$NETWORK_DIR/" + node.nodesFile());
      json.name("node_types_file").value("$NETWORK_DIR/" + node.typesFile()).endObject();
    }
    json.endArray().name("edges").beginArray();
    for (EdgeWriter edge : edges) {
      json.beginObject().name("edges_file").value("$NETWORK_DIR/" + edge.edgesFile());
      json.name("edge_types_file").value("$NETWORK_DIR/" + edge.typesFile()).endObject();
    }
    return json.endArray().endObject().endObject().toString();
  }

  private static String simulation(Experiment experiment, List<NodeWriter> nodes) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("manifest").beginObject().name("$BASE_DIR").value(".");
    json.name("$OUTPUT_DIR").value("$BASE_DIR/output").endObject();
    json.name("target_simulator").value("NEST");
    json.name("network").value("$BASE_DIR/circuit_config.json");
    json.name("run").beginObject().name("tstop").value(experiment.durationMs());
    json.name("dt").value(experiment.network().resolutionMs());
    json.name("random_seed").value(experiment.network().seed()).endObject();
    json.name("inputs").beginObject();
    for (NodeWriter node : nodes) {
      node.spikesFile()
          .ifPresent(file -> {
            json.name(node.name()).beginObject().name("input_type").value("spikes");
            json.name("module").value("h5").name("input_file").value("$BASE_DIR/" + file);
            json.name("node_set").beginObject().name("population").value(node.name());
            json.endObject().endObject();
          });
    }
    json.endObject().name("output").beginObject();
    json.name("output_dir").value("$OUTPUT_DIR").name("overwrite_output_dir").raw("true");
    json.name("spikes_file").value("spikes.h5").name("spikes_sort_order").value("by_time");
    json.endObject().name("reports").beginObject();
    reports(json, experiment.network().recordings());
    return json.endObject().endObject().toString();
  }

  private static void reports(JsonWriter json, List<Recording> recordings) {
    List<String> used = new ArrayList<>();
    for (Recording recording : recordings) {
      if (recording instanceof Recording.Samples samples) {
        for (String variable : samples.variables()) {
          String name = samples.population() + "_" + variable;
          used.add(name);
          long before = used.stream().filter(name::equals).count();
          json.name(before == 1 ? name : name + "_" + before).beginObject();
          json.name("module").value("multimeter_report").name("sections").value("soma");
          json.name("variable_name").value(variable);
          json.name("dt").value(samples.everyMs());
          json.name("cells").beginObject().name("population").value(samples.population());
          samples
              .ids()
              .ifPresent(ids ->
                  json.name("node_id").value(ids.stream().mapToLong(Long::longValue).toArray()));
          json.endObject().endObject();
        }
      }
    }
  }
}
