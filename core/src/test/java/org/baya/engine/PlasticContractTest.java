package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baya.build.NetworkBuilder;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameters;
import org.baya.model.PlasticModel;
import org.baya.model.RandomParameters;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every plastic synapse keeps, in a network that drives it from neurons and generators. */
class PlasticContractTest {
  private static final double DURATION_MS = 80;

  static Stream<Named<PlasticModel>> models() {
    return Catalog.standard().models().stream()
        .filter(PlasticModel.class::isInstance)
        .map(model -> Named.of(model.name(), (PlasticModel) model));
  }

  /** Everything that can be seen of a run. */
  private record Seen(List<Long> spikes, double[] weights, double[] sentInner, double[] sentOuter) {
    static Seen of(Network network, int shards, int threads, long historyLimit, double... pieces) {
      Run run = Run.of(network, shards, threads);
      run.simulation().historyLimit(historyLimit);
      List<Double> sentInner = recorded(run, "inner");
      List<Double> sentOuter = recorded(run, "outer");
      run.run(pieces);
      double[] inner = run.simulation().weights("inner").weights();
      double[] outer = run.simulation().weights("outer").weights();
      double[] all = Arrays.copyOf(inner, inner.length + outer.length);
      System.arraycopy(outer, 0, all, inner.length, outer.length);
      return new Seen(run.keys(), all, array(sentInner), array(sentOuter));
    }

    private static double[] array(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> recorded(Run run, String projection) {
      List<Double> sent = new ArrayList<>();
      run.simulation()
          .recordWeights(
              projection,
              (time, source, target, weight) ->
                  sent.addAll(List.of(time, (double) source, (double) target, weight)));
      return sent;
    }

    /** Weights are read a window late, so they depend on the length of a window. */
    void assertSpikesAndSent(Seen other) {
      assertThat(spikes).isEqualTo(other.spikes);
      assertSameStart(sentInner, other.sentInner);
      assertSameStart(sentOuter, other.sentOuter);
    }

    private static void assertSameStart(double[] a, double[] b) {
      int common = Math.min(a.length, b.length);
      assertThat(Math.max(a.length, b.length) - common).isLessThan(common / 5);
      assertThat(Arrays.equals(a, 0, common, b, 0, common)).isTrue();
    }

    void assertSame(Seen other, String what) {
      assertThat(spikes).as("spikes with %s", what).isEqualTo(other.spikes);
      assertThat(Arrays.equals(weights, other.weights)).as("weights with %s", what).isTrue();
      assertThat(Arrays.equals(sentInner, other.sentInner)).as("sent with %s", what).isTrue();
      assertThat(Arrays.equals(sentOuter, other.sentOuter)).as("sent with %s", what).isTrue();
    }
  }

  private static Network network(PlasticModel model, Map<String, Value> values) {
    Network network =
        Network.of("plastic", 0.1)
            .withSeed(7)
            .with(
                Population.of("n", "iaf_psc_exp", 150)
                    .with("I_e", Value.formula("uniform(380, 900)"))
                    .with("tau_minus", Value.formula("uniform(10, 30)"))
                    .with("V_m", Value.formula("uniform(-70, -56)")))
            .with(
                Population.of("given", "spike_generator", 2)
                    .with("spike_times", Value.of(3.0, 9.1, 9.1, 40.0, 77.7)))
            .with(
                Population.of("weighted", "spike_generator", 2)
                    .with("spike_times", Value.of(5.0, 9.1, 60.0))
                    .with("spike_weights", Value.of(2.0, 0.5, 1.5)))
            .with(Population.of("volume", "volume_transmitter", 1))
            .with(
                Projection.of("told", "n", "volume", rule("all_to_all"))
                    .with("delay", "uniform(0.5, 4)"));
    return network
        .with(plastic("inner", "n", model, values).with("delay", "uniform(1.0, 5.0)"))
        .with(plastic("outer", "given", model, values).with("delay", 2.3))
        .with(plastic("scaled", "weighted", model, values).with("delay", 1.2))
        .with(
            Projection.of("still", "n", "n", rule("fixed_indegree"))
                .with("weight", -5)
                .with("delay", 1.0));
  }

  private static Connectivity rule(String name) {
    return name.equals("fixed_indegree")
        ? new Connectivity.Rule(name, Map.of("indegree", Value.of(8)))
        : Connectivity.rule("all_to_all");
  }

  private static Projection plastic(
      String name, String from, PlasticModel model, Map<String, Value> values) {
    Projection projection =
        Projection.of(name, from, "n", rule("fixed_indegree"))
            .withSynapseModel(model.name())
            .with("weight", "uniform(0.2, 0.9)");
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      projection = projection.with(entry.getKey(), entry.getValue());
    }
    return model.isModulated() ? projection.with("volume_transmitter", "volume") : projection;
  }

  private static Network network(PlasticModel model) {
    return network(model, Map.of());
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldGiveTheSameBitsForAnyThreadsAndShards(PlasticModel model) {
    Seen reference = Seen.of(network(model), 1, 1, Long.MAX_VALUE, DURATION_MS);
    assertThat(reference.spikes.size()).isGreaterThan(300);
    assertThat(reference.sentInner.length).isGreaterThan(4 * 2000);
    for (int[] pair : new int[][] {{3, 2}, {8, 3}}) {
      Seen.of(network(model), pair[0], pair[1], Long.MAX_VALUE, DURATION_MS)
          .assertSame(reference, pair[0] + " shards and " + pair[1] + " threads");
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldGiveTheSameBitsWhenTheRunIsCutOrWindowsAreShort(PlasticModel model) {
    Seen reference = Seen.of(network(model), 1, 1, Long.MAX_VALUE, DURATION_MS);
    Seen.of(network(model), 1, 1, Long.MAX_VALUE, 0.7, 13.3, 0.1, 0, 1.6, 64.3)
        .assertSame(reference, "odd pieces");
    Network shortWindows =
        network(model)
            .with(
                Projection.of("short", "n", "n", rule("fixed_indegree"))
                    .with("weight", 0)
                    .with("delay", 0.1));
    assertThat(NetworkBuilder.build(shortWindows, 1).network().windowSteps()).isEqualTo(1);
    Seen.of(shortWindows, 1, 1, Long.MAX_VALUE, DURATION_MS - 1, 1).assertSpikesAndSent(reference);
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldGiveTheSameBitsWhenThePastIsForgottenEarly(PlasticModel model) {
    Seen reference = Seen.of(network(model), 2, 1, Long.MAX_VALUE, DURATION_MS);
    Seen.of(network(model), 2, 1, 0, DURATION_MS).assertSame(reference, "a short memory");
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldKeepItsWeightsWithoutATime(PlasticModel model) {
    Seen seen = Seen.of(network(model), 1, 1, Long.MAX_VALUE, 0);
    assertThat(seen.sentInner).isEmpty();
    assertThat(Arrays.stream(seen.weights))
        .allMatch(w -> w >= 0.2f && w < 0.9f && w == w.floatValue());
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldStayFiniteWithRandomParameters(PlasticModel model) {
    SplittableRandom random = new SplittableRandom(11);
    int accepted = 0;
    for (int tries = 0; tries < 20 && accepted < 2; tries++) {
      Parameters drawn =
          RandomParameters.draw(
              model, new RandomParameters.Shape(Map.of(), Map.of(), Set.of()), random);
      try {
        Seen seen = Seen.of(network(model, values(model, drawn)), 2, 1, 500, DURATION_MS);
        assertThat(Arrays.stream(seen.weights)).allMatch(Double::isFinite);
        assertThat(Arrays.stream(seen.sentInner)).allMatch(Double::isFinite);
        accepted++;
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageContaining("allowed is");
      }
    }
    assertThat(accepted).as("parameter sets accepted").isEqualTo(2);
  }

  /** Half of them as formulas that give each synapse its own column. */
  private static Map<String, Value> values(PlasticModel model, Parameters drawn) {
    Map<String, Value> values = new LinkedHashMap<>();
    model
        .parameters()
        .forEach(parameter -> {
          double value = drawn.value(parameter);
          boolean column = values.size() % 2 == 1 && !model.common().contains(parameter.name());
          values.put(
              parameter.name(),
              column ? Value.formula(value + " + 0 * V_m[target]") : Value.of(value));
        });
    return values;
  }
}
