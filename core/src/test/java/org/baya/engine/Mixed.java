package org.baya.engine;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.SpikeTrains;
import org.baya.network.Value;

/**
 * A network of about 600 neurons that uses everything: models that are deterministic, that draw
 * random numbers, that count spikes, all stimulators, all forms of weights.
 */
final class Mixed {
  private Mixed() {}

  /** Random delays, so that windows are one step. */
  static Network randomDelays() {
    return network("uniform(0.5, 3.0)", "uniform(1.0, 2.0)");
  }

  /** Given delays, so that windows are several steps. */
  static Network fixedDelays() {
    return network("1.1", "2.3");
  }

  /** Delays and weights are random, so that windows are one step and synapses lie in one table. */
  static Network oneTable() {
    return Network.of("one table", 0.1)
        .withSeed(5)
        .with(Population.of("neurons", "iaf_psc_exp", 300))
        .with(Population.of("noise", "poisson_generator", 2).with("rate", 9000))
        .with(
            Population.of("weighted", "spike_generator", 2)
                .with("spike_times", Value.of(3.0, 9.1, 9.1, 40.0))
                .with("spike_weights", Value.of(1.5, 1.0, -0.5, 2.0)))
        .with(
            Projection.of("noise", "noise", "neurons", Connectivity.rule("all_to_all"))
                .with("weight", 90)
                .with("delay", 0.3))
        .with(
            Projection.of("neurons", "neurons", "neurons", indegree(60))
                .with("weight", "normal(0, 40)")
                .with("delay", "uniform(0.1, 3.0)"))
        .with(
            Projection.of("weighted", "weighted", "neurons", indegree(1))
                .with("weight", "normal(300, 30)")
                .with("delay", "uniform(0.1, 1.0)"));
  }

  private static Network network(String delay, String otherDelay) {
    Network network =
        Network.of("mixed", 0.1)
            .withSeed(5)
            .with(
                Population.of("glif", "glif_psc", 251)
                    .with("tau_syn", Value.of(2.0, 5.0))
                    .with("after_spike_currents", 1)
                    .with("V_m", Value.formula("uniform(-80, -60)")))
            .with(
                Population.of("exp", "iaf_psc_exp", 130)
                    .with("C_m", Value.formula("normal(250, 10)"))
                    .with("I_e", 300))
            .with(
                Population.of("alpha", "iaf_psc_alpha", 99)
                    .with("V_m", Value.formula("uniform(-70, -56)")))
            .with(Population.of("parrot", "parrot_neuron", 17))
            .with(
                Population.of("process", "pp_psc_delta", 61)
                    .with("dead_time", 0)
                    .with("c_2", Value.formula("uniform(10, 2000)")))
            .with(
                Population.of("escape", "gif_psc_exp", 33)
                    .with("I_e", 150)
                    .with("tau_sfa", Value.of(20.0, 200.0))
                    .with("q_sfa", Value.of(2.0, 1.0)))
            .with(
                Population.of("noise", "poisson_generator", 3)
                    .with("rate", data(2000.0, 5000.0, 9000.0)))
            .with(injector())
            .with(
                Population.of("weighted", "spike_generator", 2)
                    .with("spike_times", Value.of(3.0, 9.1, 9.1, 40.0))
                    .with("spike_weights", Value.of(1.5, 1.0, -0.5, 2.0)))
            .with(
                Population.of("dc", "dc_generator", 1)
                    .with("amplitude", 120)
                    .with("start", 5)
                    .with("stop", 60))
            .with(
                Population.of("steps", "step_current_generator", 1)
                    .with("amplitude_times", Value.of(10.0, 22.3, 50.0))
                    .with("amplitude_values", Value.of(80.0, -30.0, 200.0)));
    for (Population population : changing()) {
      network = network.with(population);
    }
    for (Projection projection : projections(delay, otherDelay)) {
      network = network.with(projection);
    }
    return network;
  }

  /** Stimulators that change all the time. */
  private static List<Population> changing() {
    return List.of(
        Population.of("waves", "ac_generator", 3)
            .with("amplitude", data(50, 20, 50))
            .with("frequency", 40)
            .with("start", 3.3),
        Population.of("white", "noise_generator", 2)
            .with("std", 100)
            .with("dt", 0.4)
            .with("stop", 70),
        Population.of("sine", "sinusoidal_poisson_generator", 2)
            .with("rate", 3000)
            .with("amplitude", 2000)
            .with("frequency", 30),
        Population.of("same", "sinusoidal_poisson_generator", 2)
            .with("rate", 3000)
            .with("individual_spike_trains", 0),
        Population.of("gamma", "gamma_sup_generator", 2)
            .with("rate", 50)
            .with("gamma_shape", 3)
            .with("n_proc", 20),
        Population.of("mip", "mip_generator", 3).with("rate", 900).with("p_copy", 0.3));
  }

  private static Population injector() {
    SplittableRandom random = new SplittableRandom(3);
    int[] ids = random.ints(2000, 0, 20).toArray();
    double[] times = random.doubles(2000, 0.1, 95).toArray();
    return Population.of("lgn", "spike_train_injector", 20)
        .withSpikes(
            SpikeTrains.of(
                source(SegmentColumn.of("ids", ids)), source(SegmentColumn.of("times", times))));
  }

  private static List<Projection> projections(String delay, String otherDelay) {
    return List.of(
        Projection.of("glif-glif", "glif", "glif", indegree(20))
            .with("weight", "normal(20, 5)")
            .with("delay", delay)
            .with("receptor", "1 + (uniform(0, 1) < 0.3)"),
        Projection.of("glif-exp", "glif", "exp", indegree(10))
            .with("weight", 30)
            .with("delay", delay),
        Projection.of("exp-glif", "exp", "glif", edges(130, 251, 4000))
            .with("weight", "weight * 1.1")
            .with("delay", otherDelay),
        Projection.of("exp-alpha", "exp", "alpha", indegree(7))
            .with("weight", -25)
            .with("delay", otherDelay),
        Projection.of("alpha-exp", "alpha", "exp", edges(99, 130, 1500)).with("delay", otherDelay),
        Projection.of("noise-glif", "noise", "glif", Connectivity.rule("all_to_all"))
            .with("weight", "uniform(1, 3)")
            .with("receptor", 2),
        Projection.of("noise-alpha", "noise", "alpha", edges(3, 99, 500))
            .with("weight", 7.7)
            .with("delay", delay),
        Projection.of("lgn-glif", "lgn", "glif", indegree(5))
            .with("delay", delay)
            .with("weight", 25),
        Projection.of("lgn-alpha", "lgn", "alpha", edges(20, 99, 600)).with("delay", otherDelay),
        Projection.of("weighted-exp", "weighted", "exp", Connectivity.rule("all_to_all"))
            .with("weight", 40)
            .with("delay", otherDelay),
        Projection.of("weighted-glif", "weighted", "glif", indegree(3))
            .with("weight", "normal(30, 3)")
            .with("delay", delay),
        Projection.of("noise-parrot", "noise", "parrot", Connectivity.rule("all_to_all")),
        Projection.of("weighted-parrot", "weighted", "parrot", indegree(1)).with("delay", delay),
        Projection.of("parrot-process", "parrot", "process", indegree(2))
            .with("weight", 0.4)
            .with("delay", delay),
        Projection.of("process-escape", "process", "escape", indegree(9))
            .with("weight", "normal(20, 5)")
            .with("delay", otherDelay),
        Projection.of("escape-process", "escape", "process", indegree(4))
            .with("weight", -1)
            .with("delay", delay),
        Projection.of("process-parrot", "process", "parrot", indegree(2))
            .with("weight", 5)
            .with("delay", otherDelay),
        Projection.of("dc-glif", "dc", "glif", Connectivity.rule("all_to_all"))
            .with("weight", "normal(1, 0.1)"),
        Projection.of("steps-exp", "steps", "exp", Connectivity.rule("all_to_all")),
        Projection.of("steps-alpha", "steps", "alpha", indegree(2)).with("delay", 2.0),
        Projection.of("waves-glif", "waves", "glif", indegree(2)).with("delay", otherDelay),
        Projection.of("white-exp", "white", "exp", indegree(1)).with("delay", delay),
        Projection.of("white-glif", "white", "glif", indegree(1)),
        Projection.of("sine-alpha", "sine", "alpha", indegree(2)).with("weight", 9),
        Projection.of("same-exp", "same", "exp", Connectivity.rule("all_to_all"))
            .with("weight", "normal(2, 0.5)"),
        Projection.of("gamma-exp", "gamma", "exp", indegree(1)).with("weight", 9),
        Projection.of("gamma-glif", "gamma", "glif", indegree(1)).with("delay", delay),
        Projection.of("mip-alpha", "mip", "alpha", indegree(2)).with("weight", 12),
        Projection.of("mip-glif", "mip", "glif", indegree(2)).with("delay", delay));
  }

  private static Connectivity indegree(int indegree) {
    return new Connectivity.Rule("fixed_indegree", Map.of("indegree", Value.of(indegree)));
  }

  /** Random rows with a column of doubles. */
  private static Connectivity edges(int sources, int targets, int size) {
    SplittableRandom random = new SplittableRandom(size);
    return new Connectivity.Edges(
        Map.of(
            "source", source(SegmentColumn.of("source", random.ints(size, 0, sources).toArray())),
            "target", source(SegmentColumn.of("target", random.ints(size, 0, targets).toArray())),
            "weight", source(SegmentColumn.of("weight", random.doubles(size, -5, 30).toArray()))));
  }

  private static Value data(double... values) {
    return Value.of(source(SegmentColumn.of("data", values)));
  }

  private static ColumnSource source(Column column) {
    return ColumnSource.of(column);
  }
}
