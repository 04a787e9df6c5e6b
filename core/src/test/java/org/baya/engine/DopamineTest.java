package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.baya.build.NetworkBuilder;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** stdp_dopamine_synapse against its equations in small steps. */
class DopamineTest {
  private static final double H = 0.1;
  private static final double[] PRE = {5, 20, 21, 40, 77, 150, 151, 190};
  private static final double[] DRIVE = {3, 18, 25, 60, 61.5, 120, 152};
  private static final double[] DOPAMINE = {10, 24.5, 30, 30, 90, 149};
  private static final double TELL_DELAY = 2.5;

  private static Network network(double delay, double b) {
    Connectivity all = Connectivity.rule("all_to_all");
    return Network.of("dopamine", H)
        .with(generator("pre", PRE))
        .with(generator("drive", DRIVE))
        .with(generator("da", DOPAMINE))
        .with(Population.of("post", "iaf_psc_exp", 1).with("t_ref", 1).with("tau_minus", 15))
        .with(Population.of("vt", "volume_transmitter", 1))
        .with(Projection.of("told", "da", "vt", all).with("delay", TELL_DELAY))
        .with(Projection.of("driven", "drive", "post", all).with("weight", 20_000))
        .with(
            Projection.of("plastic", "pre", "post", all)
                .withSynapseModel("stdp_dopamine_synapse")
                .with("volume_transmitter", "vt")
                .with("weight", 50)
                .with("delay", delay)
                .with("tau_c", 70)
                .with("tau_n", 30)
                .with("A_plus", 0.3)
                .with("A_minus", 0.2)
                .with("b", b)
                .with("Wmax", 90)
                .with("Wmin", 10));
  }

  private static Population generator(String name, double[] times) {
    return Population.of(name, "spike_generator", 1).with("spike_times", Value.of(times));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.01})
  void shouldFollowEligibilityTimesDopamine(double b) {
    double delay = 1.7;
    try (Simulation simulation =
        new Simulation(NetworkBuilder.build(network(delay, b), 1).network(), 1)) {
      SpikeRecording post = simulation.record("post");
      simulation.run(200);
      double[] arrivals = Arrays.stream(post.timesMs()).map(t -> t + delay).toArray();
      assertThat(arrivals.length).isGreaterThan(6);
      double expected = integrate(arrivals, b, 200);
      assertThat(simulation.weights("plastic").weights()[0])
          .isCloseTo(expected, Offset.offset(1e-3));
      assertThat(expected).isBetween(11.0, 89.0).isNotCloseTo(50, Offset.offset(1.0));
    }
  }

  /** Steps of a thousandth of the resolution; events between them. */
  private static double integrate(double[] arrivals, double b, double end) {
    double[] told = Arrays.stream(DOPAMINE).map(t -> t + TELL_DELAY).toArray();
    int fine = 200;
    double dt = H / fine;
    double w = 50;
    double c = 0;
    double n = 0;
    double plus = 0;
    double minus = 0;
    for (int step = 1; step <= Math.round(end / H); step++) {
      for (int i = 0; i < fine; i++) {
        double middleC = c * Math.exp(-dt / 2 / 70);
        double middleN = n * Math.exp(-dt / 2 / 30);
        w = Math.clamp(w + dt * middleC * (middleN - b), 10, 90);
        c *= Math.exp(-dt / 70);
        n *= Math.exp(-dt / 30);
        plus *= Math.exp(-dt / 20);
        minus *= Math.exp(-dt / 15);
      }
      double now = step * H;
      long meets = count(arrivals, now);
      long sent = count(PRE, now);
      n += count(told, now) / 30.0;
      c += meets * 0.3 * plus;
      c -= sent * 0.2 * minus;
      plus += sent;
      minus += meets;
    }
    return w;
  }

  private static long count(double[] times, double now) {
    return IntStream.range(0, times.length).filter(i -> Math.abs(times[i] - now) < 1e-6).count();
  }

  @Test
  void shouldKeepTheWeightWithoutDopamine() {
    Network silent = network(1.0, 0);
    Network without =
        new Network(
            silent.name(),
            silent.resolutionMs(),
            silent.seed(),
            silent.populations(),
            silent.projections().stream().filter(p -> !p.name().equals("told")).toList(),
            silent.recordings());
    try (Simulation simulation = new Simulation(NetworkBuilder.build(without, 1).network(), 1)) {
      simulation.run(200);
      assertThat(simulation.weights("plastic").weights()).containsExactly(50);
    }
  }
}
