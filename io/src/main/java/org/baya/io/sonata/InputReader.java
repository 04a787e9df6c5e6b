package org.baya.io.sonata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baya.error.Names;
import org.baya.network.Connectivity;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;

/** Reads the section {@code inputs}: spikes of virtual nodes and current clamps. */
final class InputReader {
  private static final Map<String, SpikeReader.Kind> SPIKE_FILES =
      Map.of(
          "h5", SpikeReader.Kind.HDF5,
          "hdf5", SpikeReader.Kind.HDF5,
          "sonata", SpikeReader.Kind.HDF5,
          "csv", SpikeReader.Kind.CSV,
          "nwb", SpikeReader.Kind.NWB);

  /** What NEST's reader calls its files; BMTK's name for the same files is sonata. */
  private static final Set<String> NEST_MODULES = Set.of("h5", "hdf5");

  private final Circuit circuit;
  private final NodeSets sets;
  private final double stepMs;
  private final Optional<Boolean> preciseTimes;
  private final Map<String, SpikeInput> spikes = new HashMap<>();
  private final List<Population> devices = new ArrayList<>();
  private final List<Projection> currents = new ArrayList<>();

  /**
   * A reader.
   *
   * @param stepMs the resolution
   * @param run the section that may tell whether spike times are precise
   */
  InputReader(Circuit circuit, NodeSets sets, double stepMs, JsonValue run) {
    this.circuit = circuit;
    this.sets = sets;
    this.stepMs = stepMs;
    this.preciseTimes = run.find("precise_times").map(JsonValue::flag);
  }

  /** Reads one input. */
  void read(String name, JsonValue input) {
    String type = input.require("input_type", "spikes or current_clamp").text();
    String module = input.find("module").map(JsonValue::text).orElse("");
    if (module.equals("IClamp") || type.equals("current_clamp")) {
      readClamp(name, input);
    } else if (type.equals("spikes")) {
      readSpikes(input);
    } else {
      JsonValue wrong = input.require("input_type", "");
      throw wrong.wrong(
          "unknown input '" + type + "'; " + Names.hint(type, List.of("spikes", "current_clamp")));
    }
  }

  /** Spikes by name of our population. */
  Map<String, SpikeInput> spikes() {
    return spikes;
  }

  /** The generators of the current clamps. */
  List<Population> devices() {
    return devices;
  }

  /** From the generators to their neurons. */
  List<Projection> currents() {
    return currents;
  }

  private void readSpikes(JsonValue input) {
    JsonValue module = input.require("module", "the kind of the file: h5, csv or nwb");
    SpikeReader.Kind kind = SPIKE_FILES.get(module.text());
    if (kind == null) {
      throw module.wrong(
          "unknown kind of file '"
              + module.text()
              + "'; "
              + Names.hint(module.text(), SPIKE_FILES.keySet()));
    }
    JsonValue file = input.require("input_file", "the file of the spikes");
    JsonFile.readable(file.path(), file);
    String trial = input.find("trial").map(JsonValue::text).orElse("trial_0");
    JsonValue set =
        input
            .findAny("node_set", "source")
            .orElseGet(() -> input.require("node_set", "who sends the spikes"));
    boolean precise = preciseTimes.orElse(!NEST_MODULES.contains(module.text()));
    boolean anyVirtual = false;
    for (Map.Entry<NodeTable, int[]> chosen : sets.nodes(set).entrySet()) {
      NodeParts parts = parts(chosen.getKey());
      boolean[] rows = new boolean[chosen.getKey().size()];
      for (int row : chosen.getValue()) {
        rows[row] = true;
      }
      for (int part = 0; part < parts.parts().size(); part++) {
        if (parts.parts().get(part).isVirtual()) {
          anyVirtual = true;
          int number = part;
          spikes
              .computeIfAbsent(parts.parts().get(part).name(), _ -> new SpikeInput(parts, number))
              .add(new SpikeInput.Given(file.path(), kind, trial, precise, rows));
        }
      }
    }
    if (!anyVirtual) {
      throw set.wrong("selects no virtual node; only these send given spikes");
    }
  }

  private NodeParts parts(NodeTable table) {
    NodeParts parts = circuit.nodes().get(table.name());
    if (parts == null) {
      throw new IllegalStateException(table.name());
    }
    return parts;
  }

  private void readClamp(String name, JsonValue input) {
    CurrentClamp clamp = CurrentClamp.of(input, stepMs);
    String device = circuit.nodes().containsKey(name) ? name + "_input" : name;
    devices.add(
        Population.of(device, "step_current_generator", 1)
            .with("amplitude_times", Value.of(clamp.timesMs()))
            .with("amplitude_values", Value.of(clamp.amplitudes())));
    JsonValue set = input.find("node_set").orElse(input);
    Map<NodeTable, int[]> targets =
        input.find("node_set").isPresent() ? sets.nodes(set) : everyNode();
    boolean any = false;
    for (Map.Entry<NodeTable, int[]> chosen : targets.entrySet()) {
      NodeParts parts = parts(chosen.getKey());
      for (int part = 0; part < parts.parts().size(); part++) {
        int[] indices = indices(parts, part, chosen.getValue());
        NodePart to = parts.parts().get(part);
        if (indices.length > 0 && !to.isVirtual()) {
          any = true;
          currents.add(
              Projection.of(
                      device + "_to_" + to.name(),
                      device,
                      to.name(),
                      Connectivity.edges(new int[indices.length], indices))
                  .with("delay", stepMs));
        }
      }
    }
    if (!any) {
      throw set.wrong("selects no neuron; virtual nodes take no current");
    }
  }

  private Map<NodeTable, int[]> everyNode() {
    Map<NodeTable, int[]> all = new LinkedHashMap<>();
    circuit
        .nodes()
        .values()
        .forEach(
            parts -> all.put(parts.nodes(), IntStream.range(0, parts.nodes().size()).toArray()));
    return all;
  }

  /** The chosen nodes of one part, as indices in it. */
  static int[] indices(NodeParts parts, int part, int[] rows) {
    int[] indices = new int[rows.length];
    int n = 0;
    for (int row : rows) {
      if (parts.partOf()[row] == part) {
        indices[n++] = parts.indexInPart()[row];
      }
    }
    return Arrays.copyOf(indices, n);
  }
}
