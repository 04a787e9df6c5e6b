package org.baya.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.PlasticProjection;
import org.baya.engine.Simulation;
import org.baya.engine.SpikeRecording;
import org.baya.io.reference.ReferenceCase;

/** Builds and runs a case, recording what the case has answers to. */
final class CaseReplay {
  private CaseReplay() {}

  /**
   * Runs a case.
   *
   * @throws org.baya.error.InvalidInputException if a model has no such parameter or variable
   * @throws org.baya.error.SimulationException if the run fails
   */
  static Answer run(ReferenceCase reference, int threads) {
    CompiledNetwork network = NetworkBuilder.build(reference.network(), threads).network();
    Map<String, SpikeRecording> recordings = new LinkedHashMap<>();
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    Map<String, FinalWeights> weights = new LinkedHashMap<>(FinalWeights.unchanging(reference));
    try (Simulation simulation = new Simulation(network, threads)) {
      reference.spikes().keySet().forEach(name -> recordings.put(name, simulation.record(name)));
      reference
          .traces()
          .forEach((name, trace) -> rows.put(name, sample(simulation, network, reference, name)));
      simulation.run(reference.durationMs());
      network.plastic().stream()
          .map(PlasticProjection::name)
          .filter(reference.finalWeights()::containsKey)
          .forEach(name -> weights.put(name, FinalWeights.of(simulation.weights(name))));
    }
    Map<String, ReferenceCase.Spikes> spikes = new LinkedHashMap<>();
    recordings.forEach((name, recording) ->
        spikes.put(name, new ReferenceCase.Spikes(recording.nodes(), recording.timesMs())));
    Map<String, Answer.Samples> samples = new LinkedHashMap<>();
    rows.forEach((name, list) ->
        samples.put(
            name,
            new Answer.Samples(list.toArray(double[][]::new), network.population(name).size())));
    return new Answer(spikes, samples, weights);
  }

  private static List<double[]> sample(
      Simulation simulation, CompiledNetwork network, ReferenceCase reference, String name) {
    List<double[]> rows = new ArrayList<>();
    ReferenceCase.Trace trace = reference.traces().get(name);
    simulation.sample(
        name,
        IntStream.range(0, network.population(name).size()).toArray(),
        List.copyOf(Objects.requireNonNull(trace).values().keySet()),
        reference.sampleEveryMs(),
        (time, values) -> rows.add(values.clone()));
    return rows;
  }
}
