package org.baya.build;

import java.lang.foreign.Arena;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.network.Network;

/**
 * What building and running a network would take: all checks and counts of a build, nothing stored.
 *
 * @param populations in the order of the network
 * @param projections in the order of the network
 * @param memory heap at the peak of the build
 * @param windowSteps steps that shards advance independently
 * @param shards number of shards
 * @param buildSeconds rough estimate
 * @param simulateSeconds rough estimate, for the duration asked and {@link #ASSUMED_RATE_HZ}
 */
public record NetworkPlan(
    List<PopulationPlan> populations,
    List<ProjectionPlan> projections,
    MemoryNeed memory,
    int windowSteps,
    int shards,
    double buildSeconds,
    double simulateSeconds) {

  /** Mean rate of all sources that the estimate of the run assumes [spikes/s]. */
  public static final double ASSUMED_RATE_HZ = 5;

  /** Costs on one core of the reference machine, see bench/README.md. */
  private static final double NS_PER_EDGE = 110;

  private static final double NS_PER_UPDATE = 2.9;
  private static final double NS_PER_EVENT = 10;
  private static final double NS_PER_DRAWN = 20;

  /** What the JVM spends on compiling, whatever the network. */
  private static final double BUILD_WARM_UP_S = 0.5;

  private static final double RUN_WARM_UP_S = 0.3;

  public NetworkPlan {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
  }

  /** One population. */
  public record PopulationPlan(String name, String model, long size, boolean neurons) {}

  /**
   * One projection.
   *
   * @param edges edges of the rule or the file
   * @param dropped edges that the drop formula leaves out
   * @param fingerprint of the synapses that would be stored, see {@link NetworkFingerprint}
   */
  public record ProjectionPlan(
      String name, String from, String to, long edges, long dropped, long fingerprint) {}

  /**
   * Plans a network. Every value of every edge is checked, but for synapses that would not be
   * stored.
   *
   * @param durationMs biological time to estimate for [ms]
   * @throws InvalidInputException with all problems found
   */
  public static NetworkPlan of(Network network, double durationMs, int threads) {
    try (Arena arena = Arena.ofShared()) {
      Blueprint blueprint = Blueprint.of(network, threads, arena);
      checkGroups(blueprint, arena);
      RecordingCheck.require(blueprint);
      List<ProjectionPlan> projections =
          Blueprint.all(blueprint.projections(), projection -> plan(projection, blueprint));
      long edges = 0;
      long drawn = 0;
      for (ResolvedProjection projection : blueprint.projections()) {
        edges += projection.edges().size();
        drawn += blueprint.procedural().contains(projection) ? projection.edges().size() : 0;
      }
      return new NetworkPlan(
          blueprint.populations().stream()
              .map(p -> new PopulationPlan(p.name(), p.model().name(), p.size(), p.isNeurons()))
              .toList(),
          projections,
          MemoryNeed.of(blueprint),
          blueprint.windowSteps(),
          blueprint.layout().shards(),
          BUILD_WARM_UP_S + (edges - drawn) * NS_PER_EDGE * 1e-9 / threads,
          RUN_WARM_UP_S + simulateNs(blueprint, edges, drawn, durationMs) * 1e-9 / threads);
    }
  }

  private static void checkGroups(Blueprint blueprint, Arena arena) {
    Blueprint.all(blueprint.populations(), population -> GroupLabels.of(population, arena));
  }

  private static ProjectionPlan plan(ResolvedProjection projection, Blueprint blueprint) {
    // Synapses that are never stored may be too many to look at each.
    EdgeCheck.Findings found =
        blueprint.procedural().contains(projection)
            ? new EdgeCheck.Findings(0, 0)
            : EdgeCheck.of(projection, blueprint);
    return new ProjectionPlan(
        projection.name(),
        projection.from().name(),
        projection.to().name(),
        projection.edges().size(),
        found.dropped(),
        isStored(projection, blueprint) ? found.fingerprint() : 0);
  }

  private static boolean isStored(ResolvedProjection projection, Blueprint blueprint) {
    return blueprint.stored().contains(projection) || blueprint.plastic().contains(projection);
  }

  private static double simulateNs(Blueprint blueprint, long edges, long drawn, double durationMs) {
    double neurons = 0;
    for (ResolvedPopulation population : blueprint.populations()) {
      neurons += population.isNeurons() ? population.size() : 0;
    }
    double updates = neurons * durationMs / blueprint.grid().resolutionMs();
    double spikes = ASSUMED_RATE_HZ * durationMs / 1000;
    return updates * NS_PER_UPDATE + spikes * (edges * NS_PER_EVENT + drawn * NS_PER_DRAWN);
  }

  /** Nodes that are neurons. */
  public long neurons() {
    return populations.stream()
        .filter(PopulationPlan::neurons)
        .mapToLong(PopulationPlan::size)
        .sum();
  }

  /** Connections that would be made. */
  public long synapses() {
    return projections.stream().mapToLong(p -> p.edges() - p.dropped()).sum();
  }

  /** The fingerprint that the built network would have. */
  public long fingerprint() {
    return projections.stream().mapToLong(ProjectionPlan::fingerprint).sum();
  }
}
