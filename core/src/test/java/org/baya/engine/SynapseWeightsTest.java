package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.BuildReport;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;

/** Reading and recording weights, and what storing them costs. */
class SynapseWeightsTest {
  private static final int[] SOURCE = {2, 0, 1, 0, 2, 0};
  private static final int[] TARGET = {1, 3, 3, 3, 0, 1};
  private static final double[] WEIGHT = {10, 11, 12, 13, 14, 15};
  private static final double[] DELAY = {3, 2, 1, 1, 2, 1};

  private static Network network() {
    return Network.of("weights", 0.1)
        .with(Population.of("pre", "spike_generator", 3).with("spike_times", Value.of(1.0, 4.0)))
        .with(Population.of("post", "iaf_psc_exp", 4));
  }

  private static ColumnSource column(String name, Object values) {
    return ColumnSource.of(
        values instanceof int[] ints
            ? SegmentColumn.of(name, ints)
            : SegmentColumn.of(name, (double[]) values));
  }

  private static Projection edges() {
    return Projection.of(
            "p",
            "pre",
            "post",
            new Connectivity.Edges(
                Map.of(
                    "source", column("source", SOURCE),
                    "target", column("target", TARGET),
                    "weight", column("weight", WEIGHT),
                    "delay", column("delay", DELAY),
                    "rate", column("rate", new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}))))
        .withSynapseModel("stdp_synapse");
  }

  @Test
  void shouldReadWeightsInTheOrderOfEdges() {
    for (int threads : new int[] {1, 3}) {
      Simulation simulation =
          new Simulation(NetworkBuilder.build(network().with(edges()), threads).network(), 1);
      SynapseWeights weights = simulation.weights("p");
      assertThat(weights.edges()).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(weights.sources()).containsExactly(SOURCE);
      assertThat(weights.targets()).containsExactly(TARGET);
      assertThat(weights.weights()).containsExactly(WEIGHT);
      assertThat(weights.delaysMs()).containsExactly(DELAY);
      assertThat(weights.between(0, 3)).containsExactly(11, 13);
      assertThat(weights.between(1, 0)).isEmpty();
    }
  }

  @Test
  void shouldLeaveOutDroppedEdges() {
    NetworkBuilder.Built built =
        NetworkBuilder.build(
            network().with(edges().dropping("weight > 12.5 and weight < 14.5")), 2);
    BuildReport.ProjectionReport report = built.report().projections().getFirst();
    assertThat(report.dropped()).isEqualTo(2);
    assertThat(new Simulation(built.network(), 1).weights("p").edges()).containsExactly(0, 1, 2, 5);
    assertThat(built.network().synapses()).isEqualTo(4);
  }

  @Test
  void shouldTellEveryWeightThatIsTransmittedInOrder() {
    List<String> seen = new ArrayList<>();
    Simulation simulation =
        new Simulation(
            NetworkBuilder.build(network().with(edges().withSynapseModel("bernoulli_synapse")), 2)
                .network(),
            2);
    simulation.recordWeights("p", (t, s, p, w) -> seen.add(t + ": " + s + ">" + p + " " + w));
    simulation.run(10);
    assertThat(seen.subList(0, 6))
        .containsExactly(
            "1.0: 0>3 13.0",
            "1.0: 0>1 15.0",
            "1.0: 0>3 11.0",
            "1.0: 1>3 12.0",
            "1.0: 2>0 14.0",
            "1.0: 2>1 10.0");
    assertThat(seen).hasSize(12);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> simulation.recordWeights("p", (t, s, p, w) -> {}))
        .withMessage("record.weights: the weights of projection 'p' are recorded already");
  }

  @Test
  void shouldKnowNoWeightsOfStaticSynapses() {
    Simulation simulation =
        new Simulation(
            NetworkBuilder.build(network().with(edges().withSynapseModel("static_synapse")), 1)
                .network(),
            1);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> simulation.weights("p"))
        .withMessageStartingWith("no projection 'p' of plastic synapses");
  }

  /** Slot, weight, trace, edge number; a common parameter is free, a float takes four bytes. */
  @Test
  void shouldStoreOnlyWhatDiffers() {
    assertThat(bytes(edges())).isEqualTo(2 + 8 + 8 + 4);
    assertThat(bytes(edges().with("lambda", "rate"))).isEqualTo(2 + 8 + 8 + 4 + 8);
    assertThat(bytes(edges().with("lambda", "uniform(0, 1)"))).isEqualTo(2 + 8 + 8 + 4 + 4);
    assertThat(bytes(edges().withSynapseModel("static_synapse"))).isEqualTo(2 + 8);
    assertThat(bytes(edges().with("weight", 3).withSynapseModel("static_synapse_hom_w")))
        .isEqualTo(2);
  }

  private static double bytes(Projection projection) {
    CompiledNetwork network = NetworkBuilder.build(network().with(projection), 1).network();
    int words = 4 + 3 + 2 + 3;
    return (network.synapseBytes() - 4.0 * words) / network.synapses();
  }

  @Test
  void shouldGiveEverySynapseItsOwnParameters() {
    Network network =
        Network.of("own", 0.1)
            .with(Population.of("pre", "spike_generator", 3).with("spike_times", Value.of(1.0)))
            .with(Population.of("post", "iaf_psc_exp", 4))
            .with(edges().withSynapseModel("tsodyks2_synapse").with("u", "rate"));
    List<Double> sent = new ArrayList<>();
    Simulation simulation = new Simulation(NetworkBuilder.build(network, 2).network(), 1);
    simulation.recordWeights("p", (t, s, p, w) -> sent.add(w));
    simulation.run(5);
    assertThat(sent).containsExactly(13 * 0.4, 15 * 0.6, 11 * 0.2, 12 * 0.3, 14 * 0.5, 10 * 0.1);
  }

  /** As for static synapses: nothing for each step once lists have reached their size. */
  @Test
  void shouldAllocateNothingPerStep() {
    Network network =
        Network.of("quiet", 0.1)
            .with(
                Population.of("n", "iaf_psc_exp", 200)
                    .with("I_e", Value.formula("uniform(400, 900)")))
            .with(
                Projection.of(
                        "r",
                        "n",
                        "n",
                        new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(20))))
                    .withSynapseModel("stdp_synapse")
                    .with("delay", 0.1));
    Simulation simulation = new Simulation(NetworkBuilder.build(network, 1).network(), 1);
    simulation.historyLimit(2000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    simulation.run(2000);
    long allocated = Long.MAX_VALUE;
    for (int tries = 0; tries < 50 && allocated >= 4096; tries++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      simulation.run(100);
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(simulation.spikes()).isGreaterThan(5000);
    assertThat(allocated).isLessThan(4096);
  }
}
