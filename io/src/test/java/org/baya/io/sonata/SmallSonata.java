package org.baya.io.sonata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baya.array.ElementType;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.Setting;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * A small SONATA network that tests bend: ten virtual nodes {@code input} drive twenty neurons
 * {@code cells} of two types, which inhibit each other. Every file can be changed before it is
 * written.
 */
final class SmallSonata {
  static final int CELLS = 20;
  static final int INPUTS = 10;
  static final int EDGES = 60;

  private final Path directory;

  /** Datasets by path: int[], long[], double[] or a list of strings; attributes as path@name. */
  final Map<String, Object> cells = new TreeMap<>();

  final Map<String, Object> inputs = new TreeMap<>();
  final Map<String, Object> recurrent = new TreeMap<>();
  final Map<String, Object> driving = new TreeMap<>();
  final Map<String, Object> spikes = new TreeMap<>();

  /** Text files by name. */
  final Map<String, String> texts = new LinkedHashMap<>();

  SmallSonata(Path directory) {
    this.directory = directory;
    nodes();
    edges();
    spikeTrains();
    tables();
    configurations();
  }

  private void nodes() {
    int[] types = new int[CELLS];
    double[] x = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      types[i] = i % 4 == 3 ? 200 : 100;
      x[i] = 10.0 * i;
    }
    cells.put("nodes/cells/node_type_id", types);
    cells.put("nodes/cells/node_id", counted(CELLS));
    cells.put("nodes/cells/node_group_id", new int[CELLS]);
    cells.put("nodes/cells/node_group_index", counted(CELLS));
    cells.put("nodes/cells/0/x", x);
    inputs.put("nodes/input/node_type_id", filled(INPUTS, 1));
  }

  private void edges() {
    int[] source = new int[EDGES];
    int[] target = new int[EDGES];
    int[] types = new int[EDGES];
    double[] weights = new double[EDGES];
    int[] counts = new int[EDGES];
    for (int i = 0; i < EDGES; i++) {
      source[i] = i * 7 % CELLS;
      target[i] = i * 3 % CELLS;
      types[i] = i % 2;
      weights[i] = -10.0 - i;
      counts[i] = 1 + i % 3;
    }
    edges(recurrent, "edges/cells_to_cells", "cells", source, target, types);
    recurrent.put("edges/cells_to_cells/0/syn_weight", weights);
    recurrent.put("edges/cells_to_cells/0/nsyns", counts);
    int[] from = new int[EDGES];
    for (int i = 0; i < EDGES; i++) {
      from[i] = i * 3 % INPUTS;
    }
    edges(driving, "edges/input_to_cells", "input", from, target, new int[EDGES]);
  }

  private static void edges(
      Map<String, Object> to, String root, String from, int[] source, int[] target, int[] types) {
    to.put(root + "/source_node_id", source);
    to.put(root + "/target_node_id", target);
    to.put(root + "/source_node_id@node_population", from);
    to.put(root + "/target_node_id@node_population", "cells");
    to.put(root + "/edge_type_id", types);
    to.put(root + "/edge_group_id", new int[source.length]);
    to.put(root + "/edge_group_index", counted(source.length));
  }

  private void spikeTrains() {
    long[] nodes = new long[60];
    double[] times = new double[60];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = i % INPUTS;
      times[i] = 1.5 + i * 1.5;
    }
    spikes.put("spikes/input/node_ids", nodes);
    spikes.put("spikes/input/timestamps", times);
  }

  private void tables() {
    texts.put(
        "cell_types.csv",
        """
        node_type_id model_type model_template dynamics_params pop_name
        100 point_neuron nest:iaf_psc_exp e.json "fast ones"
        200 point_neuron nest:iaf_psc_exp i.json slow
        """);
    texts.put("input_types.csv", "node_type_id model_type\n1 virtual\n");
    texts.put(
        "recurrent_types.csv",
        """
        edge_type_id target_query source_query delay model_template dynamics_params
        0 "pop_name=='slow'" * 1.5 static_synapse NULL
        1 * * 2.5 static_synapse NULL
        """);
    texts.put(
        "driving_types.csv",
        "edge_type_id syn_weight delay model_template\n0 900.0 1.0 static_synapse\n");
    texts.put("models/e.json", "{\"tau_m\": 10.0, \"V_th\": -60.0}");
    texts.put("models/i.json", "{\n\t\"tau_m\": 20.0,\n\t\"V_th\": -62.0\n}");
  }

  private void configurations() {
    texts.put(
        "circuit.json",
        """
        {"manifest": {"$NET": "."},
         "components": {"point_neuron_models_dir": "${NET}/models", "synaptic_models_dir": "$NET/models"},
         "networks": {
           "nodes": [{"nodes_file": "$NET/cells.h5", "node_types_file": "$NET/cell_types.csv"},
                     {"nodes_file": "$NET/inputs.h5", "node_types_file": "$NET/input_types.csv"}],
           "edges": [{"edges_file": "$NET/recurrent.h5", "edge_types_file": "$NET/recurrent_types.csv"},
                     {"edges_file": "$NET/driving.h5", "edge_types_file": "$NET/driving_types.csv"}]}}
        """);
    texts.put(
        "simulation.json",
        """
        {"manifest": {"$BASE": "${configdir}", "$OUT": "$BASE/output"},
         "network": "$BASE/circuit.json",
         "run": {"tstop": 100.0, "dt": 0.1},
         "inputs": {"drive": {"input_type": "spikes", "module": "sonata", "input_file": "$BASE/spikes.h5", "node_set": "input"}},
         "node_sets": {"left": {"population": "cells", "node_id": [0, 1, 2, 3]}},
         "output": {"output_dir": "$OUT", "spikes_file": "spikes.h5"},
         "reports": {"v": {"module": "membrane_report", "cells": "left", "variable_name": "V_m"}}}
        """);
  }

  /** Replaces a part of a text file. */
  SmallSonata edit(String file, String from, String to) {
    String text = texts.get(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " has no '" + from + "'");
    }
    texts.put(file, text.replace(from, to));
    return this;
  }

  /** Writes all files. */
  SmallSonata write() throws IOException {
    write("cells.h5", cells);
    write("inputs.h5", inputs);
    write("recurrent.h5", recurrent);
    write("driving.h5", driving);
    write("spikes.h5", spikes);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = directory.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
    return this;
  }

  Path config() {
    return directory.resolve("simulation.json");
  }

  Experiment load(String... settings) throws IOException {
    write();
    return SonataExperiment.load(
        config(), List.of(settings).stream().map(Setting::set).toList(), true);
  }

  /** Writes the files and runs them. */
  List<String> run(String... settings) throws IOException {
    return SonataSpikes.of(load(settings), 2);
  }

  private void write(String name, Map<String, Object> content) {
    Hdf5Tree tree = new Hdf5Tree();
    List<String> numbers = new ArrayList<>();
    content.forEach((path, value) -> {
      if (!path.contains("@node_population")
          && !path.contains("@units")
          && !path.contains("@rate")) {
        switch (value) {
          case int[] a -> tree.dataset("/" + path, ElementType.UINT32, a.length);
          case long[] a -> tree.dataset("/" + path, ElementType.UINT64, a.length);
          case double[] a -> tree.dataset("/" + path, ElementType.FLOAT64, a.length);
          case List<?> a -> tree.strings("/" + path, a.stream().map(Object::toString).toList());
          default -> throw new IllegalArgumentException(path);
        }
        if (!(value instanceof List<?>)) {
          numbers.add(path);
        }
      }
    });
    content.forEach((path, value) -> {
      int at = path.indexOf('@');
      if (at > 0 && !content.containsKey(path.substring(0, at))) {
        return;
      }
      if (at > 0 && value instanceof String text) {
        tree.attribute("/" + path.substring(0, at), path.substring(at + 1), text);
      } else if (at > 0 && value instanceof Double number) {
        tree.attribute("/" + path.substring(0, at), path.substring(at + 1), number);
      }
    });
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve(name), tree)) {
      for (String path : numbers) {
        writer
            .dataset("/" + path)
            .write(
                0,
                switch (content.get(path)) {
                  case int[] a -> Elements.of(a);
                  case long[] a -> Elements.of(a);
                  default -> Elements.of((double[]) content.get(path));
                });
      }
      writer.commit();
    }
  }

  static int[] counted(int n) {
    int[] values = new int[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  static int[] filled(int n, int value) {
    int[] values = new int[n];
    Arrays.fill(values, value);
    return values;
  }
}
