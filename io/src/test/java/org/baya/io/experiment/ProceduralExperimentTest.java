package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.engine.Simulation;
import org.baya.network.Network;
import org.baya.network.Store;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Uncommon networks give the same spikes, bit for bit, with synapses that are drawn again for every
 * spike and with stored ones.
 */
class ProceduralExperimentTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Ports by number and by formula.
        """
        populations:
          g: {model: glif_psc, size: 200, parameters: {tau_syn: [2.0, 4.0, 1.0], V_m: 'uniform(-78, -45)'}}
        projections:
          a: {from: g, to: g, rule: fixed_outdegree, outdegree: 20, weight: 500.0, delay: 1.5, receptor: 2, store: HERE}
          b: {from: g, to: g, rule: pairwise_bernoulli, p: 0.1, weight: 'normal(300, 30)', delay: 0.1, receptor: 'if(uniform(0, 1) < 0.5, 1, 3)', store: HERE}
        """,
        // Parrots, which spike several times in a step, as sources and targets.
        """
        populations:
          n: {model: poisson_generator, size: 1, parameters: {rate: 3000}}
          p: {model: parrot_neuron, size: 40}
          q: {model: parrot_neuron, size: 40}
          e: {model: iaf_psc_exp, size: 100}
        projections:
          np: {from: n, to: p, rule: all_to_all, delay: 1.0}
          pq: {from: p, to: q, rule: one_to_one, delay: 0.1, store: HERE}
          pe: {from: p, to: e, rule: fixed_outdegree, outdegree: 60, weight: 'lognormal(3, 1)', delay: 1.5, store: HERE}
        """,
        // Values that depend on distance, a mask, several synapses for each pair.
        """
        populations:
          e: {model: iaf_psc_exp, size: 225, positions: {shape: [15, 15]}, parameters: {I_e: 500, V_m: 'uniform(-70, -55)'}}
        projections:
          near: {from: e, to: e, rule: pairwise_bernoulli, p: '0.5 * exp(-distance / 0.2)', mask: {circular: {radius: 0.3}}, weight: '40 * exp(-distance / 0.3)', delay: '0.1 + 3 * distance', store: HERE}
          far: {from: e, to: e, rule: fixed_total_number, N: 900, synapses: [{weight: -3.0, delay: 0.2}, {weight: -5.0, delay: 30.0}], store: HERE}
        """,
        // A population without neurons, and one without targets.
        """
        populations:
          none: {model: iaf_psc_exp, size: 0}
          e: {model: iaf_cond_exp, size: 60, parameters: {I_e: 500, V_m: 'uniform(-70, -55)'}}
          d: {model: iaf_psc_delta, size: 50, parameters: {V_m: 'uniform(-70, -55)'}}
        projections:
          nothing: {from: none, to: e, rule: fixed_outdegree, outdegree: 5, weight: 3.0, delay: 1.5, store: HERE}
          nowhere: {from: e, to: none, rule: all_to_all, weight: 3.0, delay: 1.5, store: HERE}
          single: {from: e, to: d, rule: fixed_outdegree, outdegree: 0, weight: 9.0, delay: 1.5, store: HERE}
          ed: {from: e, to: d, rule: pairwise_poisson, pairwise_avg_num_conns: 0.5, weight: 0.9, delay: 0.1, store: HERE}
        """
      })
  void shouldGiveTheSpikesOfStoredSynapses(String network) throws IOException {
    Network drawn = network(network.replace("HERE", "procedural"));
    assertThat(drawn.projections()).anyMatch(p -> p.store() == Store.PROCEDURAL);

    List<Long> expected = spikes(network(network.replace("HERE", "memory")), 2);
    assertThat(expected).hasSizeGreaterThan(30);
    for (int threads : new int[] {1, 3}) {
      assertThat(spikes(drawn, threads)).isEqualTo(expected);
    }
  }

  private Network network(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("x.yaml"), "duration: 40\n" + text);
    return ExperimentFile.load(file, List.of()).network();
  }

  private static List<Long> spikes(Network network, int threads) {
    CompiledNetwork built = NetworkBuilder.build(network, threads).network();
    List<Long> spikes = new ArrayList<>();
    try (Simulation simulation = new Simulation(built, threads)) {
      simulation.listen((keys, n) -> {
        for (int i = 0; i < n; i++) {
          spikes.add(keys[i]);
        }
      });
      simulation.run(40);
      spikes.add(simulation.synapticEvents());
    }
    return spikes;
  }
}
