package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.Lines;
import org.baya.io.experiment.Outputs;
import org.baya.io.experiment.Setting;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;

/**
 * Reads SONATA configurations as experiments. Nodes are read at once; edges and spikes are only
 * named.
 *
 * <p>The two readers of the format that people use, BMTK and NEST, differ; where they do, this
 * follows BMTK: the weight of an edge is {@code nsyns * syn_weight} (unless that is switched off),
 * nodes may have attributes in HDF5, virtual nodes without input are left out with their edges.
 * Times of given spikes are rounded as the reader does whose name for the file the input uses, see
 * {@link SpikeInput}; {@code run.precise_times} decides otherwise. {@code target_query} and {@code
 * source_query} tell how edges were chosen; the edges are in the file, so they have no effect, nor
 * have {@code conditions} and the sizes of blocks.
 */
public final class SonataExperiment {
  private static final double TIC_MS = 0.001;

  private final Path path;
  private final SonataConfig config;
  private final Catalog catalog = Catalog.standard();
  private final boolean countSynapses;
  private final List<String> problems = new ArrayList<>();

  private SonataExperiment(Path path, SonataConfig config, boolean countSynapses) {
    this.path = path;
    this.config = config;
    this.countSynapses = countSynapses;
  }

  /**
   * Reads a configuration.
   *
   * @param settings what the command line replaces: {@code duration}, {@code resolution}, {@code
   *     seed}, or paths of the configuration, {@code run.tstop}
   * @param countSynapses whether weights are multiplied by {@code nsyns}, as BMTK does and NEST
   *     does not
   * @throws InvalidInputException if a file is missing or wrong
   */
  public static Experiment load(Path path, List<Setting> settings, boolean countSynapses) {
    SonataConfig config = SonataConfig.read(path, translated(path, settings));
    return new SonataExperiment(path, config, countSynapses).experiment();
  }

  /** The keys that these settings have in a configuration. */
  private static List<Setting> translated(Path path, List<Setting> settings) {
    List<Setting> all = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.path().size() > 1) {
        all.add(setting);
        continue;
      }
      List<String> keys =
          switch (setting.path().getFirst()) {
            case "duration" -> List.of("run", durationKey(path));
            case "resolution" -> List.of("run", "dt");
            default -> setting.path();
          };
      all.add(new Setting(setting.option(), keys, setting.value()));
    }
    return all;
  }

  /** BMTK lets {@code duration} win over {@code tstop}. */
  private static String durationKey(Path path) {
    Optional<JsonValue> run = SonataConfig.read(path, List.of()).find("run");
    return run.flatMap(r -> r.find("duration")).isPresent() ? "duration" : "tstop";
  }

  private Experiment experiment() {
    JsonValue run = config.require("run", "tstop and dt");
    double stepMs = step(run);
    double endMs = end(run, stepMs);
    Circuit circuit = new Circuit(config, catalog, countSynapses);
    List<NodeTable> tables = circuit.nodes().values().stream().map(NodeParts::nodes).toList();
    NodeSets sets = new NodeSets(config.nodeSets(), tables);
    InputReader inputs = new InputReader(circuit, sets, stepMs, run);
    each("inputs", inputs::read);
    Path directory = OutputReader.directory(config);
    ReportReader reports = new ReportReader(circuit, sets, stepMs, endMs, directory);
    each("reports", reports::read);
    Outputs outputs = OutputReader.outputs(config, circuit, directory, reports.files());
    Map<String, String> places = new HashMap<>();
    List<Population> populations = populations(circuit, inputs, places);
    List<Projection> projections = projections(circuit, inputs, populations, places);
    List<Recording> recordings = spikes(circuit);
    recordings.addAll(reports.recordings());
    if (!problems.isEmpty()) {
      throw InvalidInputException.of(problems);
    }
    Network network = new Network(name(), stepMs, seed(), populations, projections, recordings);
    return new Experiment(network, endMs, 0, "", path, new Lines(places), outputs);
  }

  /** Reads every value of a section; one that is wrong does not hide another. */
  private void each(String section, BiConsumer<String, JsonValue> reader) {
    config
        .enabled(section)
        .forEach((name, value) -> {
          try {
            reader.accept(name, value);
          } catch (InvalidInputException e) {
            problems.addAll(e.problems());
          }
        });
  }

  private static double step(JsonValue run) {
    JsonValue dt = run.require("dt", "the step [ms]");
    if (!isMultiple(dt.number(), TIC_MS)) {
      throw dt.wrong("is " + dt.number() + " ms; allowed is a multiple of 0.001 ms above 0");
    }
    return dt.number();
  }

  /** The end of the simulation, which begins at 0 whatever {@code tstart} says. */
  private static double end(JsonValue run, double stepMs) {
    JsonValue end =
        run.findAny("duration", "tstop")
            .orElseGet(() -> run.require("tstop", "the end of the simulation [ms]"));
    if (!isMultiple(end.number(), stepMs)) {
      throw end.wrong(
          "is " + end.number() + " ms; allowed is a multiple of dt, " + stepMs + " ms, above 0");
    }
    run.find("tstart")
        .ifPresent(start -> {
          if (start.number() >= end.number()) {
            throw start.wrong(
                "is "
                    + start.number()
                    + " ms; allowed is less than the end, "
                    + end.number()
                    + " ms");
          }
        });
    return end.number();
  }

  private static boolean isMultiple(double timeMs, double stepMs) {
    double steps = timeMs / stepMs;
    return Math.rint(steps) >= 1 && Math.abs(steps - Math.rint(steps)) <= 1e-9 * steps;
  }

  private long seed() {
    return config
        .find("seed")
        .or(() -> config.find("run").flatMap(run -> run.findAny("seed", "random_seed")))
        .map(JsonValue::whole)
        .orElse(1L);
  }

  /** The file's name without its ending. */
  private String name() {
    String file = String.valueOf(path.getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** Neurons, virtual nodes that have input, and the generators of current clamps. */
  private List<Population> populations(
      Circuit circuit, InputReader inputs, Map<String, String> places) {
    List<Population> populations = new ArrayList<>();
    for (NodeParts parts : circuit.nodes().values()) {
      for (NodePart part : parts.parts()) {
        SpikeInput spikes = inputs.spikes().get(part.name());
        if (!part.isVirtual() || spikes != null) {
          Population population = PartPopulation.of(part, catalog);
          populations.add(spikes == null ? population : population.withSpikes(spikes.trains()));
          places.put("populations." + part.name(), part.nodes().place());
        }
      }
    }
    populations.addAll(inputs.devices());
    return populations;
  }

  private List<Projection> projections(
      Circuit circuit,
      InputReader inputs,
      List<Population> populations,
      Map<String, String> places) {
    Set<String> present = new LinkedHashSet<>(populations.stream().map(Population::name).toList());
    Map<String, Projection> byName = new LinkedHashMap<>();
    for (EdgeProjections edges : circuit.edges()) {
      for (Projection projection : edges.projections(present)) {
        String name = free(projection.name(), byName.keySet());
        places.put("projections." + name, edges.place());
        byName.put(name, named(projection, name));
      }
    }
    List<Projection> all = new ArrayList<>(byName.values());
    all.addAll(inputs.currents());
    return all;
  }

  private static String free(String name, Set<String> used) {
    String free = name;
    for (int i = 2; used.contains(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static Projection named(Projection p, String name) {
    return new Projection(
        name, p.from(), p.to(), p.connectivity(), p.synapse(), p.synapseModel(), p.drop());
  }

  /** The spikes of all neurons. */
  private static List<Recording> spikes(Circuit circuit) {
    List<Recording> recordings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeParts parts : circuit.nodes().values()) {
      for (NodePart part : parts.parts()) {
        if (!part.isVirtual() && seen.add(part.name())) {
          recordings.add(new Recording.Spikes(part.name(), Optional.empty()));
        }
      }
    }
    return recordings;
  }
}
