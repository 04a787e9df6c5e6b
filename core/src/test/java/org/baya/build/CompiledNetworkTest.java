package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.SynapseTable;
import org.baya.error.SimulationException;
import org.baya.model.Dynamics;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.TypeTable;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What building leaves behind, compared with the plainest construction of the same network. */
class CompiledNetworkTest {
  private static final int NEURONS = 61;
  private static final int PORTS = 3;

  /** One synapse, whatever its place. */
  record Synapse(int source, int target, int port, int delaySteps, double weight) {}

  /** Random rows: columns source, target, weight, delay, receptor. */
  private record Rows(int[] source, int[] target, double[] weight, double[] delay, int[] receptor) {
    static Rows random(int size, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return new Rows(
          random.ints(size, 0, NEURONS).toArray(),
          random.ints(size, 0, NEURONS).toArray(),
          random.doubles(size, -5, 5).toArray(),
          random.doubles(size, -0.5, 30).toArray(),
          random.ints(size, 0, PORTS).toArray());
    }

    Projection projection(String name) {
      return Projection.of(
              name,
              "n",
              "n",
              new Connectivity.Edges(
                  Map.of(
                      "source", ColumnSource.of(SegmentColumn.of("s", source)),
                      "target", ColumnSource.of(SegmentColumn.of("t", target)),
                      "weight", ColumnSource.of(SegmentColumn.of("w", weight)),
                      "delay", ColumnSource.of(SegmentColumn.of("d", delay)),
                      "port", ColumnSource.of(SegmentColumn.of("r", receptor)))))
          .with("delay", "max(delay, 1.0)")
          .with("receptor", "port + 1");
    }

    List<Synapse> synapses(double factor) {
      return IntStream.range(0, source.length)
          .filter(i -> Math.abs(weight[i] * factor) >= 1)
          .mapToObj(i ->
              new Synapse(
                  source[i],
                  target[i],
                  receptor[i],
                  (int) Math.floor(Math.max(delay[i], 1) * 10 + 0.5),
                  weight[i] * factor))
          .toList();
    }
  }

  static Network network(Projection... projections) {
    Network network =
        Network.of("t", 0.1)
            .with(Population.of("first", "iaf_psc_exp", 9))
            .with(
                Population.of("n", "glif_psc", NEURONS)
                    .with("tau_syn", Value.of(1.0, 2.0, 3.0))
                    .with("C_m", Value.formula("uniform(50, 60)")));
    for (Projection projection : projections) {
      network = network.with(projection);
    }
    return network;
  }

  /** All synapses of a network, read back; checks the layout of every table on the way. */
  static List<Synapse> synapses(CompiledNetwork network) {
    int firstNode = network.population("n").firstNode();
    List<Synapse> all = new ArrayList<>();
    for (Shard shard : network.shards()) {
      Map<Integer, int[]> nodeAndPort = slots(shard);
      for (SynapseTable table : shard.synapses()) {
        assertThat(table.rows()[0]).isZero();
        assertThat(table.rows()[table.sources()]).isEqualTo(table.directory().length);
        BitSet seen = new BitSet();
        for (int row = 0; row < table.sources(); row++) {
          int from = table.rows()[row];
          int to = table.rows()[row + 1];
          if (to != from && to < from + 2) {
            fail("a row has its first synapse and at least one group");
          }
          int synapse = table.first(row);
          int delay = 0;
          for (int word = from + 1; word < to; word++) {
            int group = table.directory()[word];
            boolean continued =
                word > from + 1
                    && SynapseTable.synapses(table.directory()[word - 1]) == SynapseTable.MAX_GROUP;
            if (SynapseTable.delayDifference(group) == 0 && !continued) {
              fail("delays do not ascend in row " + row);
            }
            delay += SynapseTable.delayDifference(group);
            for (int end = synapse + SynapseTable.synapses(group); synapse < end; synapse++) {
              if (seen.get(synapse)) {
                fail("synapse " + synapse + " is in two rows");
              }
              seen.set(synapse);
              int[] target = nodeAndPort.get((int) table.slots()[synapse]);
              all.add(
                  new Synapse(
                      table.firstSource() + row - firstNode,
                      target[0] - firstNode,
                      target[1],
                      delay,
                      table.weights().weight(synapse)));
            }
          }
        }
        assertThat(seen.cardinality()).isEqualTo(seen.length()).isEqualTo(table.synapses());
      }
    }
    return all;
  }

  static Map<Synapse, Integer> counts(List<Synapse> synapses) {
    Map<Synapse, Integer> counts = new HashMap<>();
    synapses.forEach(synapse -> counts.merge(synapse, 1, Integer::sum));
    return counts;
  }

  /** Node and port of every slot that belongs to a neuron. */
  private static Map<Integer, int[]> slots(Shard shard) {
    Map<Integer, int[]> slots = new HashMap<>();
    int next = 0;
    for (Slab slab : shard.slabs()) {
      assertThat(slab.firstSlot()).isEqualTo(next);
      int ports = slab.dynamics().slots();
      for (int lane = 0; lane < slab.lanes(); lane++) {
        for (int port = 0; slab.node()[lane] >= 0 && port < ports; port++) {
          int slot =
              next
                  + lane / Dynamics.LANES * Dynamics.LANES * ports
                  + port * Dynamics.LANES
                  + lane % Dynamics.LANES;
          slots.put(slot, new int[] {slab.node()[lane], port});
        }
      }
      next += slab.slots();
    }
    assertThat(next).isEqualTo(shard.slots()).isLessThanOrEqualTo(Shard.MAX_SLOTS);
    return slots;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void shouldHoldExactlyTheSynapsesOfItsDescription(int threads) {
    Rows rows = Rows.random(10_000, 1);
    Rows more = Rows.random(5000, 2);
    NetworkBuilder.Built built =
        NetworkBuilder.build(
            network(
                rows.projection("a").dropping("abs(weight) < 1"),
                more.projection("b").with("weight", "weight * 2").dropping("abs(weight) < 1")),
            threads);
    List<Synapse> expected = new ArrayList<>(rows.synapses(1));
    expected.addAll(more.synapses(2));
    assertThat(built.network().shards()).hasSize(threads);
    assertThat(counts(synapses(built.network()))).isEqualTo(counts(expected));
    assertThat(built.network().synapses()).isEqualTo(expected.size());
    assertThat(built.network().neurons()).isEqualTo(NEURONS + 9);
    BuildReport.ProjectionReport report = built.report().projections().getFirst();
    assertThat(report.edges()).isEqualTo(10_000);
    assertThat(report.dropped()).isEqualTo(10_000 - rows.synapses(1).size());
    assertThat(report.made()).isEqualTo(rows.synapses(1).size());
    long changed =
        IntStream.range(0, 10_000)
            .filter(i -> rows.delay[i] < 1 && Math.abs(rows.weight[i]) >= 1)
            .count();
    assertThat(report.changedDelays()).isEqualTo(changed).isGreaterThan(50);
    assertThat(built.report().made()).isEqualTo(expected.size());
    assertThat(built.network().maxDelaySteps())
        .isEqualTo(expected.stream().mapToInt(Synapse::delaySteps).max().orElseThrow());
    assertThat(built.network().windowSteps()).isEqualTo(10);
  }

  /** Poisson generators and currents act without synapses; their edges are counted all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"poisson_generator", "dc_generator"})
  void shouldReportWhatFormulasChangeAtEdgesOfStimulators(String model) {
    Projection projection =
        Projection.of(
                "p",
                "s",
                "n",
                new Connectivity.Edges(
                    Map.of(
                        "source", ColumnSource.of(SegmentColumn.of("s", new int[5])),
                        "target", ColumnSource.of(SegmentColumn.of("t", 0, 1, 2, 3, 4)),
                        "weight", ColumnSource.of(SegmentColumn.of("w", 1.0, 0.0, 1.0, 0.0, 1.0)),
                        "delay", ColumnSource.of(SegmentColumn.of("d", 0.5, 0.5, 2.0, 3.0, 0.7)))))
            .with("delay", "max(delay, 1.0)")
            .dropping("weight == 0");
    Network network = network().with(Population.of("s", model, 1)).with(projection);
    assertThat(NetworkBuilder.build(network, 2).report().projections())
        .containsExactly(new BuildReport.ProjectionReport("p", "s", "n", 5, 2, 2, 0));
  }

  @Test
  void shouldKeepTheOrderOfEdgesOfOneDelay() {
    Projection projection =
        Projection.of(
            "p",
            "n",
            "n",
            new Connectivity.Edges(
                Map.of(
                    "source", ColumnSource.of(SegmentColumn.of("s", new int[6])),
                    "target", ColumnSource.of(SegmentColumn.of("t", new int[6])),
                    "weight", ColumnSource.of(SegmentColumn.of("w", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
                    "delay",
                        ColumnSource.of(SegmentColumn.of("d", 2.0, 1.0, 2.0, 1.0, 500.0, 1.0)))));
    List<Double> weights =
        synapses(NetworkBuilder.build(network(projection), 1).network()).stream()
            .map(Synapse::weight)
            .toList();
    assertThat(weights).containsExactly(2.0, 4.0, 6.0, 1.0, 3.0, 5.0);
  }

  @Test
  void shouldContinueGroupsOfMoreThan65536Synapses() {
    int size = 150_000;
    int[] targets = IntStream.range(0, size).map(i -> i % 10).toArray();
    Projection projection =
        Projection.of(
            "p",
            "n",
            "n",
            new Connectivity.Edges(
                Map.of(
                    "source", ColumnSource.of(SegmentColumn.of("s", new int[size])),
                    "target", ColumnSource.of(SegmentColumn.of("t", targets)))));
    CompiledNetwork network = NetworkBuilder.build(network(projection), 1).network();
    SynapseTable table = network.shards().getFirst().synapses().getFirst();
    assertThat(Arrays.stream(table.directory()).skip(1).map(SynapseTable::synapses))
        .containsExactly(65_536, 65_536, 18_928);
    assertThat(Arrays.stream(table.directory()).skip(1).map(SynapseTable::delayDifference))
        .containsExactly(10, 0, 0);
    assertThat(synapses(network)).hasSize(size).allMatch(synapse -> synapse.delaySteps == 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.5|0",
        "1 + 1.5|0",
        "normal(1, 0.1)|4",
        "1 + uniform(0, 1)|4",
        "V_th[target] * 2|8"
      })
  void shouldStoreWeightsInTheNarrowestForm(String weight, int bytes) {
    Projection projection =
        Projection.of("p", "n", "n", Connectivity.rule("all_to_all")).with("weight", weight);
    CompiledNetwork network = NetworkBuilder.build(network(projection), 1).network();
    assertThat(network.shards().getFirst().synapses())
        .singleElement()
        .satisfies(t -> assertThat(t.weights().bytesPerSynapse()).isEqualTo(bytes));
    if (bytes == 4) {
      assertThat(synapses(network).stream().map(Synapse::weight).distinct().count())
          .isGreaterThan(3000);
    }
  }

  @Test
  void shouldStoreColumnsInTheirOwnType() {
    assertThat(columnBytes(ColumnSource.of(SegmentColumn.of("w", 1.5f, 2.5f)))).isEqualTo(4);
    assertThat(columnBytes(ColumnSource.of(SegmentColumn.of("w", 1.5, 2.5)))).isEqualTo(8);
    assertThat(columnBytes(ColumnSource.of(SegmentColumn.of("w", 1, 2)))).isEqualTo(8);
  }

  private static int columnBytes(ColumnSource weights) {
    Map<String, ColumnSource> columns =
        Map.of(
            "source", ColumnSource.of(SegmentColumn.of("s", 0, 1)),
            "target", ColumnSource.of(SegmentColumn.of("t", 0, 1)),
            "weight", weights);
    CompiledNetwork network =
        NetworkBuilder.build(
                network(Projection.of("p", "n", "n", new Connectivity.Edges(columns))), 1)
            .network();
    return network.shards().getFirst().synapses().getFirst().weights().bytesPerSynapse();
  }

  @Test
  void shouldShareTablesBetweenProjectionsOfOneForm() {
    Projection one =
        Projection.of("a", "n", "n", Connectivity.rule("one_to_one")).with("weight", 2);
    Projection two =
        Projection.of("b", "n", "n", Connectivity.rule("all_to_all")).with("weight", 2);
    Projection other =
        Projection.of("c", "n", "n", Connectivity.rule("one_to_one")).with("weight", 3);
    CompiledNetwork network = NetworkBuilder.build(network(one, two, other), 1).network();
    assertThat(network.shards().getFirst().synapses()).hasSize(2);
    assertThat(network.synapses()).isEqualTo(NEURONS + NEURONS * NEURONS + NEURONS);
  }

  /** Neurons of one parameter set may start from different states, by type as well as by node. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldStartEveryNeuronFromItsOwnState(boolean byType) {
    Population population =
        Population.of("n", "iaf_psc_exp", 20)
            .with("C_m", Value.of(ColumnSource.of(SegmentColumn.of("c", cycle(200, 3)))));
    ColumnSource starts = ColumnSource.of(SegmentColumn.of("v", cycle(-70, 20)));
    population =
        byType
            ? population.withTypes(
                new TypeTable(
                    ColumnSource.of(SegmentColumn.of("ids", IntStream.range(0, 20).toArray())),
                    Map.of("V_m", starts)))
            : population.with("V_m", Value.of(starts));
    CompiledNetwork network =
        NetworkBuilder.build(Network.of("t", 0.1).with(population), 1).network();
    Slab slab = network.shards().getFirst().slabs().getFirst();
    for (int lane = 0; lane < 20; lane++) {
      assertThat(slab.state()[slab.stateIndex(lane)] - 70).isEqualTo(-70 + slab.node()[lane]);
    }
  }

  private static double[] cycle(double first, int period) {
    return IntStream.range(0, 20).mapToDouble(i -> first + i % period).toArray();
  }

  @Test
  void shouldFailWhenItIsCancelled() {
    BuildProgress progress = new BuildProgress();
    progress.cancel();
    assertThatExceptionOfType(SimulationException.class)
        .isThrownBy(() ->
            NetworkBuilder.build(
                network(Projection.of("p", "n", "n", Connectivity.rule("all_to_all"))),
                2,
                progress))
        .withMessage("building was stopped");
  }

  @Test
  void shouldTellWhenItIsDone() {
    BuildProgress progress = new BuildProgress();
    assertThat(progress.share()).isZero();
    NetworkBuilder.build(
        network(Projection.of("p", "n", "n", Connectivity.rule("all_to_all"))), 2, progress);
    assertThat(progress.share()).isEqualTo(1);
  }
}
