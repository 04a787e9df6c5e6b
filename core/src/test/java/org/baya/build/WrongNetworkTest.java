package org.baya.build;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.ElementType;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Connectivity.Axis;
import org.baya.network.Grouping;
import org.baya.network.Layer;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;
import org.baya.network.SpikeTrains;
import org.baya.network.TypeTable;
import org.baya.network.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every wrong description is refused in one line that names the place, the value and what is
 * allowed.
 */
class WrongNetworkTest {
  private static final Population N =
      Population.of("n", "glif_psc", 5).with("tau_syn", Value.of(2.0, 3.0));
  private static final Population E = Population.of("e", "iaf_psc_exp", 3);
  private static final Population I = Population.of("i", "spike_train_injector", 2);
  private static final Connectivity ALL = Connectivity.rule("all_to_all");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"populations", "projections", "edges", "devices", "recordings"})
  void shouldRefuse(String message, Network network) {
    for (int threads : new int[] {1, 3}) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> NetworkBuilder.build(network, threads))
          .withMessage(message);
    }
  }

  static Stream<Arguments> populations() {
    return Stream.of(
        wrong(
            "populations.n.model: unknown model 'iaf_psc_expp'; did you mean 'iaf_psc_exp'?",
            Population.of("n", "iaf_psc_expp", 1)),
        wrong(
            "populations.n.parameters.taum: model iaf_psc_exp has no such parameter; did you mean 'tau_m'?",
            two().with("taum", 1)),
        wrong("populations.n.parameters.C_m: -1.0 pF; allowed is > 0", two().with("C_m", -1)),
        wrong(
            "populations.n.parameters.C_m: has 2 numbers; it is a single number",
            two().with("C_m", Value.of(1.0, 2.0))),
        wrong(
            "populations.n.parameters.C_m: has 0 numbers; it is a single number",
            two().with("C_m", new Value.Vector())),
        wrong(
            "populations.n (node 0): V_reset = -50.0 mV must be below V_th = -55.0 mV",
            two().with("V_reset", -50)),
        wrong(
            "populations.n.parameters.V_m: node 1: Infinity mV; allowed is any finite number",
            two().with("V_m", data(1, 1 / 0.0))),
        wrong(
            "v: has 3 rows; populations.n.parameters.V_m needs one for each of 2 nodes",
            two().with("V_m", data(1, 2, 3))),
        wrong(
            "populations.n: needs a size, types or positions to tell how many nodes it has",
            Population.of("n", "iaf_psc_exp")),
        wrong(
            "populations.n.size: -1; allowed are 0 to 2147483647 nodes in all populations together",
            Population.of("n", "iaf_psc_exp", -1)),
        wrong(
            "populations.n: types has 3 rows but size tells 2 nodes",
            two().withTypes(types(0, 0, 0))),
        wrong(
            "populations.n: p (y) has 3 rows but p (x) tells 2 nodes",
            positioned(doubles("p", 0, 0), doubles("p", 0, 0, 0))),
        wrong("types: row 1 is type 2; tau has types 0 to 1", two().withTypes(types(0, 2))),
        wrong("types: row 0 is type -1; tau has types 0 to 1", two().withTypes(types(-1, 0))),
        wrong(
            "populations.n.spikes: model iaf_psc_exp sends no given spikes",
            two().withSpikes(spikes(ints("id", 0), doubles("t", 1)))),
        wrong("groups: row 1: group is 1; allowed is 0 to 0", grouped(ints("groups", 0, 1))),
        wrong("groups: has 1 rows; population 'n' has 2 nodes", grouped(ints("groups", 0))),
        Arguments.of("populations.n: defined twice", Network.of("t", 0.1).with(N).with(N)),
        Arguments.of(
            "resolution: 0.0 ms; allowed is a positive multiple of 0.001 ms", Network.of("t", 0)),
        wrong(
            "populations.n (node 0): asc_init has 2 elements; asc_decay has 1: all asc lists need one length",
            Population.of("n", "glif_psc", 1).with("asc_decay", Value.of(new double[] {0.1}))),
        wrong(
            "populations.n (node 0): tau_syn is empty; it needs one element per port",
            N.with("tau_syn", new Value.Vector())),
        wrong(
            "populations.n (node 0): adapting_threshold needs spike_dependent_threshold and after_spike_currents (GLIF5); the valid sets"
                + " are GLIF1 to GLIF5",
            N.with("adapting_threshold", 1)));
  }

  private static Population positioned(ColumnSource x, ColumnSource y) {
    Map<String, ColumnSource> positions = new LinkedHashMap<>();
    positions.put("x", x);
    positions.put("y", y);
    return new Population(
        "n",
        "iaf_psc_exp",
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Layer.columns(positions)),
        Map.of(),
        Optional.empty());
  }

  private static Population two() {
    return Population.of("n", "iaf_psc_exp", 2);
  }

  static Stream<Arguments> projections() {
    return Stream.of(
        wrong(
            "projections.p.from: unknown population 'nn'; did you mean 'n'?",
            Projection.of("p", "nn", "n", ALL)),
        wrong(
            "projections.p.to: unknown population 'visual'; known: e, i, n",
            Projection.of("p", "n", "visual", ALL)),
        wrong(
            "projections.p.to: population 'i' (spike_train_injector) receives no input",
            Projection.of("p", "n", "i", ALL)),
        wrong(
            "projections.p.rule: unknown rule 'all_to_al'; did you mean 'all_to_all'?",
            on(Connectivity.rule("all_to_al"))),
        wrong(
            "projections.p.indegre: rule fixed_indegree has no such option; did you mean 'indegree'?",
            on(rule("indegre", 3))),
        wrong(
            "projections.p.indegree: -1.0; allowed is a whole number, >= 0 and <= 2147483647",
            on(rule("indegree", -1))),
        wrong(
            "projections.p.allow_multapses: 0.5; allowed is 0 or 1 (false or true)",
            on(rule("allow_multapses", 0.5))),
        wrong(
            "projections.p.indegree: 3.5; allowed is a whole number, >= 0 and <= 2147483647",
            on(rule("indegree", 3.5))),
        wrong(
            "projections.p: indegree = 6 but there are only 5 possible sources without multapses",
            on(
                new Connectivity.Rule(
                    "fixed_indegree",
                    Map.of("indegree", Value.of(6), "allow_multapses", Value.of(0))))),
        wrong(
            "projections.p.wieght: static_synapse has no such parameter; did you mean 'weight'?",
            on(ALL).with("wieght", 1)),
        wrong(
            "projections.p.weight: edge from 0 to 0: weight is NaN; allowed is a finite number",
            on(ALL).with("weight", Double.NaN)),
        wrong(
            "projections.p.weight: edge from 0 to 3: weight is Infinity; allowed is a finite number",
            varied(on(ALL).with("weight", "1 / (V_m[target] + 75)"))),
        wrong(
            "projections.p.weight: has the shape 2 x 1; needed is targets x sources: 5 x 5",
            on(ALL).with("weight", Value.of(1.0, 2.0))),
        wrong(
            "v: has the shape 1 x 1; needed is targets x sources: 5 x 5",
            on(ALL).with("weight", data(1))),
        wrong(
            "projections.p.receptor: edge from 0 to 0: receptor is 3; population 'n' (glif_psc) has 1 to 2",
            on(ALL).with("receptor", 3)),
        wrong(
            "projections.p.receptor: edge from 0 to 0: receptor is 0; population 'n' (glif_psc) has 1 to 2",
            on(ALL).with("receptor", 0)),
        wrong(
            "projections.p.receptor: edge from 0 to 0: receptor is 1.5; population 'n' (glif_psc) has 1 to 2",
            on(ALL).with("receptor", 1.5)),
        wrong(
            "projections.p.receptor: edge from 0 to 0: receptor is 1; population 'e' (iaf_psc_exp) has 0",
            Projection.of("p", "n", "e", ALL).with("receptor", 1)),
        wrong(
            "projections.p.delay: edge from 0 to 0: delay is 0.0 ms; allowed is one step (0.1 ms) to 6553.5 ms; 'delay: max(delay, 0.1)' would clamp it",
            on(ALL).with("delay", 0)),
        wrong(
            "projections.p.synapse.model: unknown synapse model 'stdp_synaps'; did you mean 'stdp_synapse'?",
            on(ALL).withSynapseModel("stdp_synaps")),
        wrong(
            "projections.p.synapse.model: unknown synapse model 'iaf_psc_exp'; known: bernoulli_synapse, quantal_stp_synapse, static_synapse, static_synapse_hom_w, stdp_dopamine_synapse, stdp_nn_pre_centered_synapse, stdp_nn_restr_synapse, stdp_nn_symm_synapse, stdp_pl_synapse_hom, stdp_synapse, stdp_triplet_synapse, tsodyks2_synapse, tsodyks_synapse, vogels_sprekeler_synapse",
            on(ALL).withSynapseModel("iaf_psc_exp")),
        wrong(
            "projections.p.tau: stdp_synapse has no such parameter; known: Kplus, Wmax, alpha, delay, lambda, mu_minus, mu_plus, receptor, tau_plus, weight",
            on(ALL).withSynapseModel("stdp_synapse").with("tau", 1)),
        wrong(
            "projections.p.lamda: stdp_synapse has no such parameter; did you mean 'lambda'?",
            on(ALL).withSynapseModel("stdp_synapse").with("lamda", 1)),
        wrong(
            "projections.p.tau_plus: 0.0 ms; allowed is > 0",
            on(ALL).withSynapseModel("stdp_synapse").with("tau_plus", 0)),
        wrong(
            "projections.p.tau_plus: edge from 0 to 0: tau_plus is -1.0; allowed is > 0",
            on(ALL).withSynapseModel("stdp_synapse").with("tau_plus", "-1 + 0 * V_m[source]")),
        wrong(
            "projections.p.synapse: stdp_synapse, an edge from 0: weight is -1.0; allowed is the sign of Wmax = 100.0",
            on(ALL).withSynapseModel("stdp_synapse").with("weight", -1)),
        wrong(
            "projections.p.synapse: tsodyks_synapse, an edge from 0: x + y is 1.5; allowed is up to 1",
            on(ALL).withSynapseModel("tsodyks_synapse").with("y", 0.5)),
        wrong(
            "projections.p.lambda: differs between synapses; stdp_pl_synapse_hom needs one number for all",
            on(ALL).withSynapseModel("stdp_pl_synapse_hom").with("lambda", "uniform(0, 1)")),
        wrong(
            "projections.p.weight: differs between synapses; static_synapse_hom_w needs one number for all",
            on(ALL).withSynapseModel("static_synapse_hom_w").with("weight", "uniform(0, 1)")),
        wrong(
            "projections.p.volume_transmitter: missing; stdp_dopamine_synapse needs the name of a population of volume_transmitter",
            on(ALL).withSynapseModel("stdp_dopamine_synapse")),
        wrong(
            "projections.p.volume_transmitter: unknown population 'm'; known: e, i, n",
            on(ALL).withSynapseModel("stdp_dopamine_synapse").with("volume_transmitter", "m")),
        wrong(
            "projections.p.volume_transmitter: population 'e' (iaf_psc_exp, 3 nodes); allowed is one node of volume_transmitter",
            on(ALL).withSynapseModel("stdp_dopamine_synapse").with("volume_transmitter", "e")),
        wrong(
            "populations.n.model: stdp_synapse is a model of synapses, not of nodes",
            Population.of("n", "stdp_synapse", 1)),
        Arguments.of(
            "projections.p.from: population 'noise' (poisson_generator) sends each target a train of its own and cannot reach stdp_synapse, whose synapses follow the spikes of a source; put a population of parrot_neuron between them",
            network()
                .with(Population.of("noise", "poisson_generator", 1))
                .with(Projection.of("p", "noise", "n", ALL).withSynapseModel("stdp_synapse"))),
        Arguments.of(
            "projections.p.from: population 'dc' (dc_generator) sends a current, not spikes, and cannot reach stdp_synapse, whose synapses follow the spikes of a source",
            network()
                .with(Population.of("dc", "dc_generator", 1))
                .with(Projection.of("p", "dc", "n", ALL).withSynapseModel("stdp_synapse"))),
        Arguments.of(
            "projections.p.from: population 'noise' (poisson_generator) sends each target a train of its own and cannot reach a volume_transmitter; put a population of parrot_neuron between them",
            network()
                .with(Population.of("noise", "poisson_generator", 1))
                .with(Population.of("v", "volume_transmitter", 1))
                .with(Projection.of("p", "noise", "v", ALL))),
        Arguments.of(
            "projections.p.synapse.model: population 'v' is told spikes by static synapses only",
            network()
                .with(Population.of("v", "volume_transmitter", 1))
                .with(Projection.of("p", "n", "v", ALL).withSynapseModel("stdp_synapse"))),
        Arguments.of(
            "projections.p.from: population 'v' (volume_transmitter) sends nothing",
            network()
                .with(Population.of("v", "volume_transmitter", 1))
                .with(Projection.of("p", "v", "n", ALL))),
        wrong(
            "projections.p: one_to_one needs populations of one size; there are 5 sources and 3 targets",
            Projection.of("p", "n", "e", Connectivity.rule("one_to_one"))),
        Arguments.of("projections.p: defined twice", network().with(on(ALL)).with(on(ALL))));
  }

  static Stream<Arguments> edges() {
    return Stream.of(
        wrong("s: row 1: source is 5; allowed is 0 to 4", edges(Map.of("source", ints("s", 0, 5)))),
        wrong(
            "s: row 0: source is -1; allowed is 0 to 4", edges(Map.of("source", ints("s", -1, 0)))),
        wrong("t: row 1: target is 7; allowed is 0 to 4", edges(Map.of("target", ints("t", 0, 7)))),
        wrong(
            "w: row 1: weight is NaN; allowed is a finite number",
            edges(Map.of("weight", doubles("w", 1, Double.NaN)))),
        wrong(
            "w: row 0: weight is -Infinity; allowed is a finite number",
            edges(Map.of("weight", doubles("w", -1 / 0.0, 1)))),
        wrong(
            "d: row 1: delay is -1.0 ms; allowed is one step (0.1 ms) to 6553.5 ms; 'delay: max(delay, 0.1)' would clamp it",
            edges(Map.of("delay", doubles("d", 1, -1)))),
        wrong(
            "d: row 1: delay is 0.04 ms; allowed is one step (0.1 ms) to 6553.5 ms; 'delay: max(delay, 0.1)' would clamp it",
            edges(Map.of("delay", doubles("d", 1, 0.04)))),
        wrong(
            "d: row 1: delay is NaN ms; allowed is one step (0.1 ms) to 6553.5 ms",
            edges(Map.of("delay", doubles("d", 1, Double.NaN)))),
        wrong(
            "d: row 0: delay is 6553.6 ms; allowed is one step (0.1 ms) to 6553.5 ms",
            edges(Map.of("delay", doubles("d", 6553.6, 1)))),
        wrong(
            "r: row 1: receptor is 9; population 'n' (glif_psc) has 1 to 2",
            edges(Map.of("receptor", ints("r", 1, 9)))),
        wrong(
            "w: has 3 rows but s has 2; edge columns need one length",
            edges(Map.of("weight", doubles("w", 1, 2, 3)))),
        wrong(
            "t: has 1 rows but s has 2; edge columns need one length",
            edges(Map.of("target", ints("t", 1)))),
        wrong(
            "projections.p: edges need the columns source and target; given are source",
            on(new Connectivity.Edges(Map.of("source", ints("s", 0))))),
        wrong(
            "w: has 2 columns; the edge column 'weight' needs one number per edge",
            edges(Map.of("weight", wide("w", 2, 2)))),
        wrong(
            "m: has 4 rows; population 'n' has 5 nodes",
            on(new Connectivity.Matrix(wide("m", 4, 5), Axis.SOURCE, Axis.TARGET, "weight"))),
        wrong(
            "m: has 4 columns; population 'n' has 5 nodes",
            on(new Connectivity.Matrix(wide("m", 5, 4), Axis.SOURCE, Axis.TARGET, "weight"))),
        wrong(
            "m: row 2: receptor is 3; population 'n' (glif_psc) has 1 to 2",
            on(new Connectivity.Matrix(wide("m", 5, 3), Axis.TARGET, Axis.RECEPTOR, "weight"))
                .with("receptor", "receptor + 1")));
  }

  static Stream<Arguments> devices() {
    return Stream.of(
        wrong(
            "t (node 0): spike time 0.0 ms; allowed is a finite time > 0",
            I.withSpikes(spikes(ints("id", 0), doubles("t", 0)))),
        wrong(
            "t (node 1): spike time -1.0 ms; allowed is a finite time > 0",
            I.withSpikes(spikes(ints("id", 1), doubles("t", -1)))),
        wrong(
            "t (node 0): spike time NaN ms; allowed is a finite time > 0",
            I.withSpikes(spikes(ints("id", 0), doubles("t", Double.NaN)))),
        wrong(
            "t (node 0): spike time 4.0E-4 ms rounds to 0; allowed is a time of at least 0.001 ms",
            I.withSpikes(spikes(ints("id", 0), doubles("t", 4e-4)))),
        wrong(
            "id: row 1: node is 2; allowed is 0 to 1",
            I.withSpikes(spikes(ints("id", 0, 2), doubles("t", 1, 2)))),
        wrong(
            "id: has 1 rows but t has 2", I.withSpikes(spikes(ints("id", 0), doubles("t", 1, 2)))),
        wrong(
            "populations.i (node 0): spike time 0.0 ms; allowed is a finite time > 0",
            I.with("spike_times", Value.of(1.0, 0.0))),
        wrong(
            "populations.i (node 0): spike_times[1] = 1.25 ms; allowed are multiples of the resolution 0.1 ms; allow_offgrid_times rounds others up",
            I.with("spike_times", Value.of(1.0, 1.25))),
        wrong(
            "populations.i (node 0): spike_multiplicities has 1 elements but there are 2 spike times",
            I.with("spike_times", Value.of(1.0, 2.0))
                .with("spike_multiplicities", new Value.Vector(2))),
        wrong(
            "populations.i (node 0): spike_multiplicities has the element 0.5; allowed are whole numbers",
            I.with("spike_times", new Value.Vector(1))
                .with("spike_multiplicities", new Value.Vector(0.5))),
        wrong(
            "populations.s (node 0): amplitude_times has 1 elements and amplitude_values 2; both need the same number",
            step(new double[] {1}, 1, 2)),
        wrong(
            "populations.s (node 0): amplitude_times[0] = 0.25 ms; allowed are strictly ascending multiples of the resolution 0.1 ms; allow_offgrid_times rounds others up",
            step(new double[] {0.25}, 1)),
        wrong(
            "populations.s (node 0): amplitude_times[1] = 1.0 ms; allowed are strictly ascending multiples of the resolution 0.1 ms",
            step(new double[] {1, 1}, 1, 2)));
  }

  static Stream<Arguments> recordings() {
    return Stream.of(
        wrong(
            "record.spikes.of: unknown population 'visual'; known: e, i, n",
            new Recording.Spikes("visual", Optional.empty())),
        wrong(
            "record.spikes.ids: node 5 of population 'n'; allowed is 0 to 4",
            new Recording.Spikes("n", Optional.of(List.of(4L, 5L)))),
        wrong(
            "record.V_m.ids: node -1 of population 'e'; allowed is 0 to 2",
            samples("V_m", Optional.of(List.of(-1L)))),
        wrong(
            "record.V_n: population 'e' (iaf_psc_exp) has no such recordable; did you mean 'V_m'?",
            samples("V_n", Optional.empty())));
  }

  private static Recording samples(String variable, Optional<List<Long>> ids) {
    return new Recording.Samples("e", ids, List.of(variable), 1.0);
  }

  private static Arguments wrong(String message, Recording recording) {
    return Arguments.of(message, network().with(recording));
  }

  private static Arguments wrong(String message, Population population) {
    return Arguments.of(message, Network.of("t", 0.1).with(population));
  }

  private static Arguments wrong(String message, Projection projection) {
    return Arguments.of(message, network().with(projection));
  }

  private static Arguments wrong(String message, Network network) {
    return Arguments.of(message, network);
  }

  /** A network in which V_m is -75 mV at the fourth node of 'n'. */
  private static Network varied(Projection projection) {
    return Network.of("t", 0.1)
        .with(N.with("V_m", data(-70, -71, -72, -75, -76)))
        .with(E)
        .with(I)
        .with(projection);
  }

  private static Network network() {
    return Network.of("t", 0.1).with(N).with(E).with(I);
  }

  private static Projection on(Connectivity connectivity) {
    return Projection.of("p", "n", "n", connectivity);
  }

  private static Connectivity rule(String option, double value) {
    return new Connectivity.Rule("fixed_indegree", Map.of(option, Value.of(value)));
  }

  private static Projection edges(Map<String, ColumnSource> columns) {
    Map<String, ColumnSource> all =
        new HashMap<>(Map.of("source", ints("s", 0, 1), "target", ints("t", 2, 3)));
    all.putAll(columns);
    return on(new Connectivity.Edges(all));
  }

  private static Population step(double[] times, double... values) {
    return Population.of("s", "step_current_generator", 1)
        .with("amplitude_times", new Value.Vector(times))
        .with("amplitude_values", new Value.Vector(values));
  }

  private static Population grouped(ColumnSource ids) {
    Grouping groups = new Grouping(ids, List.of("all"));
    return new Population(
        "n",
        "iaf_psc_exp",
        Optional.of(2L),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.of(groups));
  }

  private static TypeTable types(int... ids) {
    return new TypeTable(ints("types", ids), Map.of("tau_m", doubles("tau", 10, 20)));
  }

  private static SpikeTrains spikes(ColumnSource ids, ColumnSource times) {
    return SpikeTrains.of(ids, times);
  }

  private static Value data(double... values) {
    return Value.of(doubles("v", values));
  }

  private static ColumnSource ints(String place, int... values) {
    return ColumnSource.of(SegmentColumn.of(place, values));
  }

  private static ColumnSource doubles(String place, double... values) {
    return ColumnSource.of(SegmentColumn.of(place, values));
  }

  private static ColumnSource wide(String place, int rows, int width) {
    Column column =
        new SegmentColumn(
            MemorySegment.ofArray(new double[rows * width]),
            ElementType.FLOAT64,
            ByteOrder.nativeOrder(),
            rows,
            width,
            place);
    return ColumnSource.of(column);
  }
}
