package org.baya.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole network as names and numbers.
 *
 * @param name for reports
 * @param resolutionMs step [ms], a multiple of 0.001 ms
 * @param seed of every random number in building and running
 * @param populations in the order of their ids
 * @param projections in the order in which their contributions to one target are added
 * @param recordings what a run writes down of populations
 * @param weightRecordings what a run writes down of projections
 */
public record Network(
    String name,
    double resolutionMs,
    long seed,
    List<Population> populations,
    List<Projection> projections,
    List<Recording> recordings,
    List<WeightRecording> weightRecordings) {

  public Network {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    recordings = List.copyOf(recordings);
    weightRecordings = List.copyOf(weightRecordings);
  }

  /** A network that writes down no weights. */
  public Network(
      String name,
      double resolutionMs,
      long seed,
      List<Population> populations,
      List<Projection> projections,
      List<Recording> recordings) {
    this(name, resolutionMs, seed, populations, projections, recordings, List.of());
  }

  /** An empty network. */
  public static Network of(String name, double resolutionMs) {
    return new Network(name, resolutionMs, 1, List.of(), List.of(), List.of());
  }

  /** The same network with another seed. */
  public Network withSeed(long newSeed) {
    return new Network(
        name, resolutionMs, newSeed, populations, projections, recordings, weightRecordings);
  }

  /** The same network with one more population. */
  public Network with(Population population) {
    return new Network(
        name,
        resolutionMs,
        seed,
        append(populations, population),
        projections,
        recordings,
        weightRecordings);
  }

  /** The same network with one more projection. */
  public Network with(Projection projection) {
    return new Network(
        name,
        resolutionMs,
        seed,
        populations,
        append(projections, projection),
        recordings,
        weightRecordings);
  }

  /** The same network with one more recording. */
  public Network with(Recording recording) {
    return new Network(
        name,
        resolutionMs,
        seed,
        populations,
        projections,
        append(recordings, recording),
        weightRecordings);
  }

  /** The same network with one more recording of weights. */
  public Network with(WeightRecording recording) {
    return new Network(
        name,
        resolutionMs,
        seed,
        populations,
        projections,
        recordings,
        append(weightRecordings, recording));
  }

  /** The same network with the synapses of all its projections elsewhere. */
  public Network storedIn(Store store) {
    return new Network(
        name,
        resolutionMs,
        seed,
        populations,
        projections.stream().map(projection -> projection.storedIn(store)).toList(),
        recordings,
        weightRecordings);
  }

  private static <T> List<T> append(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return more;
  }
}
