package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baya.compiled.VolumeSignal;
import org.baya.model.TransmitterModel;

/** Collects the connections to each volume transmitter. */
final class TransmitterBuilder {
  private final Blueprint blueprint;
  private final EdgeCounts counts;
  private final Map<ResolvedPopulation, VolumeSignal> signals = new LinkedHashMap<>();

  /** Builds the transmitters of a network. */
  TransmitterBuilder(Blueprint blueprint, EdgeCounts counts) {
    this.blueprint = blueprint;
    this.counts = counts;
    for (ResolvedPopulation population : blueprint.populations()) {
      if (population.model() instanceof TransmitterModel) {
        signals.put(population, collect(population));
      }
    }
  }

  /** All transmitters. */
  List<VolumeSignal> signals() {
    return List.copyOf(signals.values());
  }

  /** The transmitter of a population. */
  VolumeSignal signal(ResolvedPopulation transmitter) {
    return Objects.requireNonNull(signals.get(transmitter));
  }

  private record Link(int source, int delaySteps) {}

  private VolumeSignal collect(ResolvedPopulation transmitter) {
    List<Link> links = new ArrayList<>();
    for (ResolvedProjection projection : blueprint.told()) {
      if (projection.to() == transmitter) {
        add(projection, links);
      }
    }
    int first = links.stream().mapToInt(Link::source).min().orElse(0);
    int end = links.stream().mapToInt(Link::source).max().orElse(-1) + 1;
    links.sort((a, b) -> Integer.compare(a.source, b.source));
    int[] start = new int[Math.max(0, end - first) + 1];
    for (Link link : links) {
      start[link.source - first + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    return new VolumeSignal(first, start, links.stream().mapToInt(Link::delaySteps).toArray());
  }

  private void add(ResolvedProjection projection, List<Link> links) {
    EdgeEvaluator edges =
        new EdgeEvaluator(projection, blueprint.network().seed(), blueprint.grid());
    edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
    while (edges.next()) {
      int kept = edges.loadAll();
      edges.evaluate();
      counts.addDelays(projection.index(), edges);
      for (int k = 0; k < kept; k++) {
        links.add(
            new Link(projection.from().firstNode() + edges.sources()[k], edges.delaySteps()[k]));
      }
    }
    counts.addDropped(projection.index(), edges.droppedEdges());
  }
}
