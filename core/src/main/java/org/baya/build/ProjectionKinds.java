package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.Stimulus;
import org.baya.network.Store;

/**
 * Projections by what becomes of them.
 *
 * @param stored synapses are stored and stay as they are
 * @param procedural synapses stay as they are and are drawn again for every spike
 * @param plastic synapses are stored and change
 * @param told volume transmitters are told the spikes
 * @param inputs stimulators act without spikes
 */
record ProjectionKinds(
    List<ResolvedProjection> stored,
    List<ResolvedProjection> procedural,
    List<ResolvedProjection> plastic,
    List<ResolvedProjection> told,
    List<ResolvedProjection> inputs) {

  /**
   * Sorts projections.
   *
   * @param stimuli of each population, per node; empty for neurons
   * @throws InvalidInputException for those that combine what does not fit
   */
  static ProjectionKinds of(List<ResolvedProjection> projections, List<List<Stimulus>> stimuli) {
    ProjectionKinds kinds =
        new ProjectionKinds(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Blueprint.all(
        projections, projection -> kinds.add(projection, stimuli.get(projection.from().index())));
    return kinds;
  }

  private boolean add(ResolvedProjection projection, List<Stimulus> sources) {
    boolean spikes = sources.isEmpty() || sources.getFirst() instanceof Stimulus.Spikes;
    boolean transmitter = !projection.to().isNeurons();
    if (!spikes && (transmitter || projection.synapse().isPlastic())) {
      throw noSpikes(projection, sources.getFirst(), transmitter);
    }
    if (transmitter && projection.synapse().isPlastic()) {
      throw new InvalidInputException(
          projection.place("synapse.model"),
          "population '" + projection.to().name() + "' is told spikes by static synapses only");
    }
    return kind(projection, spikes, transmitter).add(projection);
  }

  private List<ResolvedProjection> kind(
      ResolvedProjection projection, boolean spikes, boolean transmitter) {
    if (projection.description().store() == Store.PROCEDURAL) {
      ProceduralCheck.require(projection);
      return procedural;
    }
    if (transmitter) {
      return told;
    }
    if (!spikes) {
      return inputs;
    }
    return projection.synapse().isPlastic() ? plastic : stored;
  }

  private static InvalidInputException noSpikes(
      ResolvedProjection projection, Stimulus stimulus, boolean transmitter) {
    String source =
        "population '" + projection.from().name() + "' (" + projection.from().model().name() + ")";
    String target =
        transmitter
            ? "a volume_transmitter"
            : projection.synapse().model().name()
                + ", whose synapses follow the spikes of a source";
    return new InvalidInputException(
        projection.place("from"),
        stimulus instanceof Stimulus.Current || stimulus instanceof Stimulus.Waveform
            ? source + " sends a current, not spikes, and cannot reach " + target
            : source
                + " sends each target a train of its own and cannot reach "
                + target
                + "; put a population of parrot_neuron between them");
  }

  /** All projections whose spikes take time. */
  List<ResolvedProjection> delayed() {
    List<ResolvedProjection> all = new ArrayList<>(stored);
    all.addAll(procedural);
    all.addAll(plastic);
    return all;
  }
}
