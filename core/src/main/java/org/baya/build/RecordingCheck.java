package org.baya.build;

import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.DeviceModel;
import org.baya.model.Recordable;
import org.baya.model.Signal;
import org.baya.network.Recording;
import org.baya.network.WeightRecording;

/** Checks what is to be recorded against the populations, before anything is built. */
final class RecordingCheck {
  private RecordingCheck() {}

  /**
   * Checks all recordings.
   *
   * @throws InvalidInputException with the problems of all
   */
  static void require(Blueprint blueprint) {
    Blueprint.all(
        blueprint.network().recordings(), recording -> check(recording, blueprint.populations()));
    Blueprint.all(blueprint.network().weightRecordings(), recording -> check(recording, blueprint));
  }

  private static WeightRecording check(WeightRecording recording, Blueprint blueprint) {
    List<String> plastic = blueprint.plastic().stream().map(ResolvedProjection::name).toList();
    if (!plastic.contains(recording.projection())) {
      throw new InvalidInputException(
          recording.place(),
          "no projection '"
              + recording.projection()
              + "' of plastic synapses; "
              + Names.hint(recording.projection(), plastic));
    }
    long same =
        blueprint.network().weightRecordings().stream()
            .filter(r -> r.projection().equals(recording.projection()))
            .filter(r -> r.moment() == recording.moment())
            .count();
    if (same > 1) {
      throw new InvalidInputException(
          recording.place(),
          "the weights of projection '" + recording.projection() + "' are recorded twice");
    }
    return recording;
  }

  private static Recording check(Recording recording, List<ResolvedPopulation> populations) {
    String place =
        "record."
            + switch (recording) {
              case Recording.Samples samples -> String.join(", ", samples.variables());
              case Recording.Spikes ignored -> "spikes";
              case Recording.Correlation ignored -> "correlation_detector";
            };
    recording.populations().forEach(name -> population(name, populations, place));
    ResolvedPopulation population = population(recording.population(), populations, place);
    Optional<List<Long>> ids = recording.ids();
    for (long id : ids.orElse(List.of())) {
      if (id < 0 || id >= population.size()) {
        String allowed = "allowed is 0 to " + (population.size() - 1);
        throw new InvalidInputException(
            place + ".ids",
            "node " + id + " of population '" + population.name() + "'; " + allowed);
      }
    }
    if (recording instanceof Recording.Correlation correlation) {
      requireWeights(correlation, populations, place);
    }
    if (recording instanceof Recording.Samples samples && population.size() > 0) {
      requireVariables(samples, population);
    }
    return recording;
  }

  private static ResolvedPopulation population(
      String name, List<ResolvedPopulation> populations, String place) {
    return populations.stream()
        .filter(population -> population.name().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = populations.stream().map(ResolvedPopulation::name).toList();
          return new InvalidInputException(
              place + ".of", "unknown population '" + name + "'; " + Names.hint(name, names));
        });
  }

  private static void requireWeights(
      Recording.Correlation correlation, List<ResolvedPopulation> populations, String place) {
    for (int i = 0; i < 2; i++) {
      ResolvedPopulation population =
          population(correlation.populations().get(i), populations, place);
      int size = correlation.weights().get(i).size();
      if (size != 1 && size != population.size()) {
        throw new InvalidInputException(
            place + ".weights[" + i + "]",
            size
                + " numbers; allowed is one, or one for each of the "
                + population.size()
                + " nodes of '"
                + population.name()
                + "'");
      }
    }
  }

  private static void requireVariables(Recording.Samples samples, ResolvedPopulation population) {
    List<String> known = recordables(population);
    for (String variable : samples.variables()) {
      if (!known.contains(variable)) {
        String model = "population '" + population.name() + "' (" + population.model().name() + ")";
        throw new InvalidInputException(
            "record." + variable,
            model + " has no such recordable; " + Names.hint(variable, known));
      }
    }
  }

  private static List<String> recordables(ResolvedPopulation population) {
    if (population.isNeurons()) {
      return NeuronKinds.dynamics(population, 0).recordables().stream()
          .map(Recordable::name)
          .toList();
    }
    return population.model() instanceof DeviceModel device
        ? device.signals().stream().map(Signal::name).toList()
        : List.of();
  }
}
