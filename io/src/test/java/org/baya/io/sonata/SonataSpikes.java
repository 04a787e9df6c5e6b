package org.baya.io.sonata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Experiment;

/** The spikes of an experiment's neurons, under the names that files use. */
final class SonataSpikes {
  private SonataSpikes() {}

  /** Spikes as {@code "step population node"}, sorted. */
  static List<String> of(Experiment experiment, int threads) {
    NetworkBuilder.Built built = NetworkBuilder.build(experiment.network(), threads);
    List<String> spikes = new ArrayList<>();
    List<CompiledPopulation> neurons =
        built.network().populations().stream().filter(CompiledPopulation::neurons).toList();
    try (Simulation simulation = new Simulation(built.network(), threads)) {
      simulation.listen((keys, n) -> {
        for (int i = 0; i < n; i++) {
          for (CompiledPopulation population : neurons) {
            int node = SpikeList.node(keys[i]) - population.firstNode();
            if (node >= 0 && node < population.size()) {
              var names = experiment.outputs().names(population.name());
              spikes.add(text(SpikeList.step(keys[i]) + 1, names.population(), names.id(node)));
            }
          }
        }
      });
      simulation.run(experiment.durationMs());
    }
    Collections.sort(spikes);
    return spikes;
  }

  /** One spike as text. */
  static String text(long step, String population, long node) {
    return "%08d %s %d".formatted(step, population, node);
  }
}
