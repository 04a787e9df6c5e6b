package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.io.experiment.Setting;

/**
 * A configuration with everything it refers to: one file that names a circuit and a simulation, or
 * a simulation that names its circuit, or all in one file. A section of the simulation wins over
 * one of the file that names it, and that over one of the circuit.
 */
final class SonataConfig {
  private static final Set<String> CIRCUIT_SECTIONS =
      Set.of("networks", "components", "target_simulator");

  private final List<JsonValue> files;

  private SonataConfig(List<JsonValue> files) {
    this.files = files;
  }

  /**
   * Reads a configuration.
   *
   * @param settings from the command line; those whose first key is one of the circuit's sections
   *     are for the circuit
   */
  static SonataConfig read(Path path, List<Setting> settings) {
    List<Setting> circuit = new ArrayList<>();
    List<Setting> simulation = new ArrayList<>();
    for (Setting setting : settings) {
      (CIRCUIT_SECTIONS.contains(setting.path().getFirst()) ? circuit : simulation).add(setting);
    }
    JsonValue root = JsonFile.config(path, Manifest.EMPTY, List.of());
    Optional<JsonValue> simulationFile = root.find("simulation");
    JsonValue first =
        simulationFile.isPresent()
            ? file(simulationFile.get(), simulation)
            : JsonFile.config(path, Manifest.EMPTY, simulation);
    List<JsonValue> files = new ArrayList<>(List.of(first));
    if (simulationFile.isPresent()) {
      files.add(root);
    }
    Optional<JsonValue> network = root.find("network");
    if (network.isEmpty()) {
      network = first.find("network");
    }
    if (network.isPresent()) {
      files.add(file(network.get(), circuit));
    } else if (!circuit.isEmpty()) {
      List<Setting> all = new ArrayList<>(simulation);
      all.addAll(circuit);
      files.set(0, JsonFile.config(first.file().path(), Manifest.EMPTY, all));
    }
    return new SonataConfig(files);
  }

  private static JsonValue file(JsonValue name, List<Setting> settings) {
    return JsonFile.config(JsonFile.readable(name.path(), name), name.file().manifest(), settings);
  }

  /** The first file, for messages about what is missing. */
  JsonValue root() {
    return files.getFirst();
  }

  /** A section. */
  Optional<JsonValue> find(String section) {
    return files.stream().flatMap(file -> file.find(section).stream()).findFirst();
  }

  /** A section that must be there. */
  JsonValue require(String section, String meaning) {
    return find(section).orElseGet(() -> root().require(section, meaning));
  }

  /** The named values of a section, without those that are not enabled. */
  Map<String, JsonValue> enabled(String section) {
    Map<String, JsonValue> enabled = new LinkedHashMap<>();
    find(section)
        .map(JsonValue::entries)
        .orElse(Map.of())
        .forEach((name, value) -> {
          if (isEnabled(value)) {
            enabled.put(name, value);
          }
        });
    return enabled;
  }

  /** Whether a value says nothing else. */
  static boolean isEnabled(JsonValue value) {
    return !value.isObject() || value.find("enabled").map(JsonValue::flag).orElse(true);
  }

  /** The directory that a component names. */
  Optional<Path> component(String... names) {
    return find("components").flatMap(components -> components.findAny(names)).map(JsonValue::path);
  }

  /** The definitions of node sets, in the configuration and in their own file. */
  Map<String, JsonValue> nodeSets() {
    Map<String, JsonValue> sets = new LinkedHashMap<>();
    find("node_sets_file")
        .ifPresent(name ->
            sets.putAll(
                JsonFile.config(
                        JsonFile.readable(name.path(), name), name.file().manifest(), List.of())
                    .entries()));
    find("node_sets")
        .ifPresent(
            own -> sets.putAll(own.isText() ? file(own, List.of()).entries() : own.entries()));
    sets.remove("manifest");
    return sets;
  }
}
