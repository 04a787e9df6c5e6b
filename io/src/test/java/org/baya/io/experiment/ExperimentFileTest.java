package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.network.Connectivity;
import org.baya.network.Layer;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;
import org.baya.network.Store;
import org.baya.network.TypeTable;
import org.baya.network.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFileTest {
  /** The example of the design, with the population that it leaves to the reader. */
  private static final String DESIGN =
      """
      name: v1
      resolution: 0.1            # ms
      duration: 1000             # ms
      seed: 1
      populations:
        v1:
          model: glif_psc
          types: {file: v1.h5, ids: neurons/node_type_ids, table: neurons/glif3_params, rename: {k: asc_decay}}
          parameters: {after_spike_currents: true, V_m: E_L}
        lgn: {model: spike_train_injector, size: 17400, spikes: {file: input.h5, ids: lgn/node_ids, times: lgn/timestamps}}
        noise: {model: poisson_generator, size: 1, parameters: {rate: 1000.0}}
      projections:
        recurrent:
          from: v1
          to: v1
          edges: {file: v1.h5, source: recurrent/sources, target: recurrent/targets, weight: recurrent/weights,
                  delay: recurrent/delays, receptor: recurrent/receptor_types}
          weight: weight * (V_th[target] - E_L[target])
          receptor: receptor + 1
          delay: max(delay, 1.0)
          drop: abs(weight) < 1e-10
        background: {from: noise, to: v1, rule: all_to_all, weight: 'normal(2.0, 0.2)', delay: 1.0, receptor: 1}
        local: {from: v1, to: v1, rule: fixed_indegree, indegree: 100, allow_autapses: false, weight: 20.0, delay: 'uniform(1.0, 3.0)'}
      record:
        spikes: {of: v1}
        V_m: {of: v1, ids: [0, 10], every: 1.0}
      """;

  @TempDir Path directory;

  @BeforeEach
  void writeData() {
    Hdf5Tree tree = new Hdf5Tree();
    tree.dataset("/neurons/node_type_ids", ElementType.INT32, 3);
    tree.dataset("/neurons/glif3_params/V_th", ElementType.FLOAT32, 2);
    tree.dataset("/neurons/glif3_params/k", ElementType.FLOAT32, 2, 2);
    tree.strings("/neurons/glif3_params/labels", List.of("a", "b"));
    tree.strings("/neurons/population_names", List.of("e23", "i1"));
    for (String column : List.of("sources", "targets", "receptor_types")) {
      tree.dataset("/recurrent/" + column, ElementType.INT32, 4);
    }
    for (String column : List.of("weights", "delays")) {
      tree.dataset("/recurrent/" + column, ElementType.FLOAT32, 4);
    }
    tree.dataset("/input/bkg_weights", ElementType.FLOAT32, 3, 4);
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve("v1.h5"), tree)) {
      writer.dataset("/recurrent/sources").write(0, Elements.of(new int[] {0, 1, 2, 0}));
      writer.commit();
    }
    Hdf5Tree input = new Hdf5Tree();
    input
        .dataset("/lgn/node_ids", ElementType.INT32, 5)
        .dataset("/lgn/timestamps", ElementType.FLOAT64, 5);
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve("input.h5"), input)) {
      writer.commit();
    }
  }

  @Test
  void shouldLoadTheExampleOfTheDesign() throws IOException {
    Experiment experiment = load(DESIGN);
    Network network = experiment.network();
    assertThat(network.name()).isEqualTo("v1");
    assertThat(network.resolutionMs()).isEqualTo(0.1);
    assertThat(network.seed()).isEqualTo(1);
    assertThat(experiment.durationMs()).isEqualTo(1000);
    assertThat(network.populations())
        .extracting(Population::name)
        .containsExactly("v1", "lgn", "noise");
    assertThat(network.projections())
        .extracting(Projection::name)
        .containsExactly("recurrent", "background", "local");
    assertThat(network.recordings())
        .containsExactly(
            new Recording.Spikes("v1", Optional.empty()),
            new Recording.Samples("v1", Optional.of(List.of(0L, 10L)), List.of("V_m"), 1.0));
  }

  @Test
  void shouldReadATableOfTypes() throws IOException {
    Population v1 = load(DESIGN).network().populations().getFirst();
    TypeTable types = v1.types().orElseThrow();
    assertThat(types.columns()).containsOnlyKeys("V_th", "asc_decay");
    assertThat(types.ids().place()).endsWith("v1.h5:/neurons/node_type_ids");
    assertThat(v1.size()).isEmpty();
    assertThat(v1.parameters())
        .isEqualTo(Map.of("after_spike_currents", Value.of(1.0), "V_m", Value.formula("E_L")));
  }

  @Test
  void shouldReadConnectionSets() throws IOException {
    Network network =
        load("""
        duration: 1
        populations: {a: {model: iaf_psc_exp, size: 4}}
        projections:
          p: {from: a, to: a, algebra: 'cset(full, 1, 2)', values: [delay, weight]}
          q: {from: a, to: a, algebra: random(0.1) - oneToOne, weight: 2.0}
        """)
            .network();
    assertThat(network.projections())
        .extracting(Projection::connectivity)
        .containsExactly(
            new Connectivity.Algebra("cset(full, 1, 2)", List.of("delay", "weight")),
            new Connectivity.Algebra("random(0.1) - oneToOne", List.of()));
  }

  @Test
  void shouldReadEdgesAndFormulas() throws IOException {
    Projection recurrent = load(DESIGN).network().projections().getFirst();
    Connectivity.Edges edges = (Connectivity.Edges) recurrent.connectivity();
    assertThat(edges.columns()).containsOnlyKeys("source", "target", "weight", "delay", "receptor");
    assertThat(ints(edges.columns().get("source"))).containsExactly(0, 1, 2, 0);
    assertThat(recurrent.synapse())
        .containsEntry("weight", Value.formula("weight * (V_th[target] - E_L[target])"));
    assertThat(recurrent.drop()).contains("abs(weight) < 1e-10");
    assertThat(recurrent.synapseModel()).isEqualTo("static_synapse");
  }

  @Test
  void shouldGiveRulesTheirOptions() throws IOException {
    Projection local = load(DESIGN).network().projections().get(2);
    Connectivity.Rule rule = (Connectivity.Rule) local.connectivity();
    assertThat(rule.name()).isEqualTo("fixed_indegree");
    assertThat(rule.options())
        .isEqualTo(Map.of("indegree", Value.of(100), "allow_autapses", Value.of(0)));
  }

  @Test
  void shouldReadAMatrix() throws IOException {
    String matrix =
        "{file: v1.h5, dataset: input/bkg_weights, rows: target, columns: receptor, value: w}";
    Projection projection =
        projection("matrix: " + matrix + ", weight: w / 10, receptor: receptor + 1");
    Connectivity.Matrix read = (Connectivity.Matrix) projection.connectivity();
    assertThat(read.rows()).isEqualTo(Connectivity.Axis.TARGET);
    assertThat(read.columns()).isEqualTo(Connectivity.Axis.RECEPTOR);
    assertThat(read.name()).isEqualTo("w");
  }

  @Test
  void shouldMakeAProjectionOfEachOfSeveralSynapses() throws IOException {
    List<Projection> read =
        projections(
            "rule: all_to_all, delay: 2.0, drop: weight == 0, synapses: [{weight: 1.0}, {weight: 3.0, delay: 1.5}]");
    assertThat(read).extracting(Projection::name).containsExactly("p.synapses[0]", "p.synapses[1]");
    assertThat(read.get(0).connectivity()).isEqualTo(Connectivity.rule("all_to_all"));
    assertThat(read.get(1).connectivity()).isEqualTo(new Connectivity.SamePairs("p.synapses[0]"));
    assertThat(read.get(0).synapse())
        .isEqualTo(Map.of("weight", Value.of(1), "delay", Value.of(2)));
    assertThat(read.get(1).synapse())
        .isEqualTo(Map.of("weight", Value.of(3), "delay", Value.of(1.5)));
    assertThat(read).allSatisfy(p -> assertThat(p.drop()).contains("weight == 0"));
  }

  @Test
  void shouldReadWhereSynapsesAreStored() throws IOException {
    assertThat(projection("rule: all_to_all").store()).isEqualTo(Store.MEMORY);
    assertThat(projection("rule: all_to_all, store: memory").store()).isEqualTo(Store.MEMORY);
    assertThat(projection("rule: all_to_all, store: procedural").store())
        .isEqualTo(Store.PROCEDURAL);
    assertThat(projections("rule: all_to_all, store: procedural, synapses: [{}, {weight: 3.0}]"))
        .allSatisfy(p -> assertThat(p.store()).isEqualTo(Store.PROCEDURAL))
        .hasSize(2);
  }

  @Test
  void shouldMakeProjectionsToAndFromAThirdPopulation() throws IOException {
    List<Projection> read =
        projections(
            "rule: all_to_all, weight: 4, third: {population: a, p: 0.5, pool_type: block, pool_size: 1}, third_in: {weight: 2}");
    assertThat(read).extracting(Projection::name).containsExactly("p", "p.third_in", "p.third_out");
    assertThat(read).extracting(Projection::from).containsExactly("a", "a", "a");
    assertThat(read).extracting(Projection::to).containsExactly("b", "a", "b");
    assertThat(read.get(1).synapse()).isEqualTo(Map.of("weight", Value.of(2)));
    assertThat(read.get(2).synapse()).isEmpty();
    assertThat(read.get(2).connectivity())
        .isEqualTo(
            new Connectivity.ThirdFactor(
                "p",
                Connectivity.End.OUT,
                Value.of(0.5),
                Connectivity.Pool.BLOCK,
                Optional.of(1L)));
  }

  @Test
  void shouldReadPlasticSynapses() throws IOException {
    Projection projection =
        projection("rule: all_to_all, weight: 2.0, synapse: {model: stdp_synapse, lambda: 0.01}");
    assertThat(projection.synapseModel()).isEqualTo("stdp_synapse");
    assertThat(projection.synapse())
        .isEqualTo(Map.of("weight", Value.of(2), "lambda", Value.of(0.01)));
  }

  @Test
  void shouldReadSpikesPositionsAndGroupsInPlaceOrFromFiles() throws IOException {
    String text =
        """
        duration: 10
        populations:
          gen: {model: spike_generator, size: 1, spikes: {times: [1.0, 2.0, 2.0], weights: [1, 2, 3]}}
          cells:
            model: iaf_psc_exp
            positions: {x: [0, 1, 2], y: [5, 5, 5]}
            groups: {file: v1.h5, ids: neurons/node_type_ids, names: neurons/population_names}
            parameters: {V_m: {file: v1.h5, dataset: input/bkg_weights, column: 2}}
          others: {model: iaf_psc_exp, groups: {ids: [0, 1, 0], names: [left, right]}}
        record:
          spikes: {of: [gen, cells]}
          V_m: [{of: cells, ids: [0], every: 0.5}, {of: others}]
        """;
    Network network = load(text).network();
    assertThat(doubles(network.populations().getFirst().spikes().orElseThrow().times()))
        .containsExactly(1.0, 2.0, 2.0);
    Population cells = network.populations().get(1);
    assertThat(((Layer.Free) cells.positions().orElseThrow()).coordinates())
        .containsOnlyKeys("x", "y");
    assertThat(cells.groups().orElseThrow().names()).containsExactly("e23", "i1");
    assertThat(((Value.Data) cells.parameters().get("V_m")).source().place())
        .endsWith("v1.h5:/input/bkg_weights[:, 2]");
    assertThat(network.populations().get(2).groups().orElseThrow().names())
        .containsExactly("left", "right");
    assertThat(network.recordings()).hasSize(4);
    assertThat(network.name()).isEqualTo("experiment");
    assertThat(network.resolutionMs()).isEqualTo(0.1);
  }

  @Test
  void shouldReadTheWordsOfYamlForInfinityAndForNoNumber() throws IOException {
    Path file = directory.resolve("words.yaml");
    Files.writeString(
        file,
        """
        duration: 1
        populations:
          d: {model: dc_generator, size: 1, parameters: {stop: .inf}}
        """);
    Map<String, Value> parameters =
        ExperimentFile.load(file, List.of()).network().populations().getFirst().parameters();
    assertThat(parameters).containsEntry("stop", Value.of(Double.POSITIVE_INFINITY));
    Files.writeString(
        file, Files.readString(file).replace("stop: .inf", "start: -.INF, amplitude: .nan"));
    assertThatThrownBy(() -> ExperimentFile.load(file, List.of()))
        .hasMessageContaining("parameters.start: is -Infinity; allowed is any finite number (ms)")
        .hasMessageContaining("parameters.amplitude: is NaN; allowed is any finite number (pA)");
  }

  @Test
  void shouldReadEdgesFromATextTable() throws IOException {
    Files.writeString(
        directory.resolve("edges.csv"), "source target w\n# comment\n0 1 0.5\n2 1 \"-3\"\n");
    Projection projection = projection("edges: {file: edges.csv}, weight: w * 2");
    Map<String, ColumnSource> columns = ((Connectivity.Edges) projection.connectivity()).columns();
    assertThat(ints(columns.get("source"))).containsExactly(0, 2);
    assertThat(doubles(columns.get("w"))).containsExactly(0.5, -3.0);
  }

  @Test
  void shouldNameDatasetsThatAreNotThere() {
    problem(
        "recurrent/sources",
        "recurrent/sorces",
        "12: projections.recurrent.edges.source: ",
        "did you mean 'sources'?");
    problem(
        "table: neurons/glif3_params",
        "table: neurons/glif3_param",
        "8: populations.v1.types.table: ",
        "did you mean 'glif3_params'?");
    problem(
        "{k: asc_decay}",
        "{kk: asc_decay}",
        "8: populations.v1.types.rename.kk: is no column of the table; did you mean 'k'?",
        "");
    problem(
        "source: recurrent/sources",
        "source: recurrent",
        "15: projections.recurrent.edges.source: ",
        "is a group");
    problem(
        "recurrent/weights",
        "neurons/population_names",
        "projections.recurrent.edges.weight: ",
        "holds strings");
  }

  private void problem(String right, String wrong, String... parts) {
    assertThatThrownBy(() -> load(DESIGN.replace(right, wrong)))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(1))
        .contains(parts[1])
        .contains(parts[0].substring(parts[0].indexOf(' ') + 1));
  }

  @Test
  void shouldRefuseADamagedDataFile() throws IOException {
    Files.write(directory.resolve("v1.h5"), new byte[100]);
    assertThatThrownBy(() -> load(DESIGN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("experiment.yaml:8: populations.v1.types.file: ")
        .hasMessageContaining("v1.h5");
  }

  @Test
  void shouldReportAMissingFileOnce() throws IOException {
    Files.delete(directory.resolve("v1.h5"));
    InvalidInputException e = catchThrowableOfType(InvalidInputException.class, () -> load(DESIGN));
    assertThat(e.problems()).hasSize(1);
    assertThat(e.getMessage())
        .startsWith("experiment.yaml:8: populations.v1.types.file: no such file ");
  }

  @Test
  void shouldReportAMissingFileOfPositionsOnce() {
    String text =
        """
        duration: 1
        populations:
          n: {model: iaf_psc_exp, positions: {file: gone.h5, x: a, y: b}}
        """;
    InvalidInputException e = catchThrowableOfType(InvalidInputException.class, () -> load(text));
    assertThat(e.problems()).hasSize(1);
    assertThat(e.getMessage())
        .startsWith("experiment.yaml:3: populations.n.positions.file: no such file ");
  }

  @Test
  void shouldReplaceWhatSettingsSay() throws IOException {
    Experiment experiment =
        load(
            DESIGN,
            "projections.local.weight=21.5",
            "projections.background.delay=uniform(1.0, 2.0)",
            "populations.v1.parameters.t_ref=3",
            "populations.noise.parameters={rate: 500}",
            "record.V_m.ids.1=7",
            "record.I={of: v1}",
            "description=a trial",
            "duration=50");
    Network network = experiment.network();
    assertThat(network.projections().get(2).synapse()).containsEntry("weight", Value.of(21.5));
    assertThat(network.projections().get(1).synapse())
        .containsEntry("delay", Value.formula("uniform(1.0, 2.0)"));
    assertThat(network.populations().getFirst().parameters()).containsEntry("t_ref", Value.of(3.0));
    assertThat(network.populations().get(2).parameters()).isEqualTo(Map.of("rate", Value.of(500)));
    assertThat(network.recordings().get(1).ids()).contains(List.of(0L, 7L));
    assertThat(network.recordings()).hasSize(3);
    assertThat(experiment.description()).isEqualTo("a trial");
    assertThat(experiment.durationMs()).isEqualTo(50);
  }

  @Test
  void shouldRefuseWrongSettings() {
    refused(
        "projections.locl.weight=20",
        "--set: projections.locl: unknown name; did you mean 'local'?");
    refused(
        "projektions.local.weight=20",
        "--set: projektions: unknown key; did you mean 'projections'?");
    refused(
        "projections.local.wieght=20",
        "--set: projections.local.wieght: unknown key or parameter of fixed_indegree; did you mean 'weight'?");
    refused(
        "populations.v1.parameters.tref=2",
        "--set: populations.v1.parameters.tref: unknown parameter of glif_psc; did you mean 't_ref'?");
    refused(
        "populations.v1.model.x=2",
        "--set: populations.v1.model.x: nothing can be set inside 'glif_psc'");
    refused(
        "record.V_m.ids.2=7",
        "--set: record.V_m.ids.2: is no index of a list of 2 values; allowed is 0 to 1");
    refused("duration=", "--set: duration: has no value");
    refused("duration=[", "--set duration: not valid YAML: ");
    refused(
        "duration",
        "--set duration: allowed is path=value, for example projections.local.weight=20.0");
    refused("a..b=1", "--set a..b=1: a part of the path is empty");
  }

  private void refused(String setting, String message) {
    assertThatThrownBy(() -> load(DESIGN, setting))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }

  /** The projection {@code {from: a, to: b, ...}} of two small populations. */
  private Projection projection(String rest) throws IOException {
    return projections(rest).getFirst();
  }

  private List<Projection> projections(String rest) throws IOException {
    String text =
        """
        duration: 10
        populations:
          a: {model: iaf_psc_exp, size: 3}
          b: {model: iaf_psc_exp, size: 3}
        projections:
        """;
    return load(text + "  p: {from: a, to: b, " + rest + "}\n").network().projections();
  }

  private static int[] ints(ColumnSource source) {
    try (Arena arena = Arena.ofConfined()) {
      return source.open(arena).toInts();
    }
  }

  private static double[] doubles(ColumnSource source) {
    try (Arena arena = Arena.ofConfined()) {
      return source.open(arena).toDoubles();
    }
  }

  private Experiment load(String yaml, String... settings) throws IOException {
    Path file = Files.writeString(directory.resolve("experiment.yaml"), yaml);
    return ExperimentFile.load(file, List.of(settings).stream().map(Setting::set).toList());
  }
}
