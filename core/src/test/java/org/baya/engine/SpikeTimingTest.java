package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.SpikeTrains;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spike-timing rules against sums over all pairs of spikes: several sources and targets, every
 * synapse with a delay of its own, spikes on a coarse grid so that many meet at the synapse.
 */
class SpikeTimingTest {
  private static final int SOURCES = 3;
  private static final int TARGETS = 4;
  private static final double TAU_MINUS = 17;
  private static final double TAU_SLOW = 90;

  static Stream<Arguments> rules() {
    return Stream.of(
        bounded("stdp_synapse", 1, 1, s -> s.sourceTrace(14), s -> s.targetTrace(TAU_MINUS)),
        bounded("stdp_synapse", 0, 0, s -> s.sourceTrace(14), s -> s.targetTrace(TAU_MINUS)),
        bounded("stdp_synapse", 0.3, 0.7, s -> s.sourceTrace(14), s -> s.targetTrace(TAU_MINUS)),
        bounded("stdp_nn_symm_synapse", 1, 1, s -> s.lastSource(14), s -> s.lastTarget(TAU_MINUS)),
        bounded(
            "stdp_nn_restr_synapse",
            0,
            1,
            s -> s.targetSinceSource() ? 0 : s.lastSource(14),
            s -> s.targetSinceSource() ? s.lastTarget(TAU_MINUS) : 0),
        bounded(
            "stdp_nn_pre_centered_synapse",
            1,
            0,
            s -> s.sourceTraceSinceTarget(14),
            s -> s.lastTarget(TAU_MINUS)),
        rule(
            "stdp_triplet_synapse",
            30,
            Map.of(
                "tau_plus", 14.0,
                "tau_plus_triplet", 80.0,
                "Aplus", 0.1,
                "Aminus", 0.2,
                "Aplus_triplet", 0.05,
                "Aminus_triplet", 0.03,
                "Wmax", 60.0),
            (w, s) -> Math.min(60, w + s.sourceTrace(14) * (0.1 + 0.05 * s.targetTrace(TAU_SLOW))),
            (w, s) -> Math.max(0, w - s.targetTrace(TAU_MINUS) * (0.2 + 0.03 * s.sourceTrace(80)))),
        rule(
            "stdp_pl_synapse_hom",
            30,
            Map.of("tau_plus", 14.0, "lambda", 0.05, "alpha", 0.3, "mu", 0.6),
            (w, s) -> w + 0.05 * Math.pow(w, 0.6) * s.sourceTrace(14),
            (w, s) -> Math.max(0, w - 0.05 * 0.3 * w * s.targetTrace(TAU_MINUS))),
        rule(
            "vogels_sprekeler_synapse",
            -30,
            Map.of("tau", 14.0, "eta", 0.02, "alpha", 3.4, "Wmax", -60.0),
            (w, s) -> Math.max(-60, w - 0.02 * s.sourceTrace(14)),
            (w, s) ->
                Math.min(0, Math.max(-60, w - 0.02 * s.targetTrace(TAU_MINUS)) + 3.4 * 0.02)));
  }

  /** A trace of one side. */
  @FunctionalInterface
  private interface Trace {
    double of(SpikePairs spikes);
  }

  private static Arguments bounded(
      String model, double muPlus, double muMinus, Trace plus, Trace minus) {
    Map<String, Double> parameters =
        Map.of(
            "tau_plus", 14.0,
            "lambda", 0.02,
            "alpha", 1.1,
            "mu_plus", muPlus,
            "mu_minus", muMinus,
            "Wmax", 80.0);
    return rule(
        model,
        35,
        parameters,
        (w, s) -> Math.min(80, w + 80 * 0.02 * Math.pow(1 - w / 80, muPlus) * plus.of(s)),
        (w, s) -> Math.max(0, w - 80 * 1.1 * 0.02 * Math.pow(w / 80, muMinus) * minus.of(s)));
  }

  private static Arguments rule(
      String model,
      double weight,
      Map<String, Double> parameters,
      SpikePairs.Rule onTarget,
      SpikePairs.Rule onSource) {
    return Arguments.of(model, weight, parameters, onTarget, onSource);
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("rules")
  void shouldLeaveTheWeightThatThePairsOfSpikesMake(
      String model,
      double start,
      Map<String, Double> parameters,
      SpikePairs.Rule onTarget,
      SpikePairs.Rule onSource) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] sources = trains(random, SOURCES, 40);
    double[][] drives = trains(random, TARGETS, 40);
    Projection plastic =
        Projection.of("plastic", "pre", "post", edges())
            .with("weight", start)
            .withSynapseModel(model)
            .with("delay", "delay");
    for (Map.Entry<String, Double> entry : parameters.entrySet()) {
      plastic = plastic.with(entry.getKey(), entry.getValue());
    }
    try (Simulation simulation =
        new Simulation(
            NetworkBuilder.build(network(sources, drives).with(plastic), 2).network(), 2)) {
      SpikeRecording post = simulation.record("post");
      simulation.run(400);
      SynapseWeights weights = simulation.weights("plastic");
      assertThat(weights.size()).isEqualTo(SOURCES * TARGETS);
      assertThat(Arrays.stream(weights.weights()).distinct().count()).isGreaterThan(9);
      for (int i = 0; i < weights.size(); i++) {
        double delay = weights.delaysMs()[i];
        double expected =
            SpikePairs.weight(
                start,
                sources[weights.sources()[i]],
                arrivals(post, weights.targets()[i], delay),
                onTarget,
                onSource);
        assertThat(weights.weights()[i]).as("edge %s", i).isCloseTo(expected, Offset.offset(1e-9));
      }
    }
  }

  private static double[] arrivals(SpikeRecording post, int target, double delay) {
    double[] times = post.timesMs();
    int[] nodes = post.nodes();
    double[] found = new double[times.length];
    int count = 0;
    for (int i = 0; i < times.length; i++) {
      if (nodes[i] == target) {
        found[count++] = times[i] + delay;
      }
    }
    assertThat(count).isGreaterThan(20);
    return Arrays.copyOf(found, count);
  }

  /** Every pair once, each with its own delay, all multiples of half a millisecond. */
  private static Connectivity edges() {
    int[] source = new int[SOURCES * TARGETS];
    int[] target = new int[source.length];
    double[] delay = new double[source.length];
    for (int i = 0; i < source.length; i++) {
      source[i] = i % SOURCES;
      target[i] = i / SOURCES;
      delay[i] = 0.5 * (1 + i * 7 % 12);
    }
    return new Connectivity.Edges(
        Map.of(
            "source", ColumnSource.of(SegmentColumn.of("s", source)),
            "target", ColumnSource.of(SegmentColumn.of("t", target)),
            "delay", ColumnSource.of(SegmentColumn.of("d", delay))));
  }

  /** Spike times on a grid of half a millisecond, the first ones before any delay has passed. */
  private static double[][] trains(SplittableRandom random, int count, int spikes) {
    double[][] trains = new double[count][];
    for (int i = 0; i < count; i++) {
      TreeSet<Double> times = new TreeSet<>(List.of(0.5 + 0.5 * i));
      while (times.size() < spikes) {
        times.add(0.5 * random.nextInt(1, 700));
      }
      trains[i] = times.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return trains;
  }

  private static Network network(double[][] sources, double[][] drives) {
    Network network =
        Network.of("pairs", 0.5)
            .with(
                Population.of("post", "iaf_psc_exp", TARGETS)
                    .with("t_ref", 0.5)
                    .with("tau_minus", TAU_MINUS)
                    .with("tau_minus_triplet", TAU_SLOW));
    network = network.with(generators("pre", sources)).with(generators("drive", drives));
    return network.with(
        Projection.of("driven", "drive", "post", Connectivity.rule("one_to_one"))
            .with("weight", 20_000)
            .with("delay", 0.5));
  }

  private static Population generators(String name, double[][] trains) {
    int[] ids = new int[Arrays.stream(trains).mapToInt(t -> t.length).sum()];
    double[] times = new double[ids.length];
    int next = 0;
    for (int node = 0; node < trains.length; node++) {
      for (double time : trains[node]) {
        ids[next] = node;
        times[next++] = time;
      }
    }
    return Population.of(name, "spike_generator", trains.length)
        .withSpikes(
            SpikeTrains.of(
                ColumnSource.of(SegmentColumn.of("ids", ids)),
                ColumnSource.of(SegmentColumn.of("times", times))));
  }
}
