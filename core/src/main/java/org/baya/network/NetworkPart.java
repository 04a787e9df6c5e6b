package org.baya.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Networks that are part of another, with everything that their projections refer to. */
public final class NetworkPart {
  private NetworkPart() {}

  /** The network without projections and recordings that refer to what it does not have. */
  public static Network whole(Network network) {
    Set<String> populations = new HashSet<>();
    network.populations().forEach(population -> populations.add(population.name()));
    Set<String> names = new HashSet<>();
    List<Projection> projections = new ArrayList<>();
    for (Projection projection : network.projections()) {
      if (populations.containsAll(projection.populations())
          && projection.connectivity().follows().stream().allMatch(names::contains)) {
        names.add(projection.name());
        projections.add(projection);
      }
    }
    return with(
        network,
        network.populations(),
        projections,
        network.recordings().stream()
            .filter(recording -> populations.containsAll(recording.populations()))
            .toList());
  }

  /** One population alone. */
  public static Network of(Network network, Population population) {
    return with(network, List.of(population), List.of(), List.of());
  }

  /** One projection, with the populations and the projections that it needs. */
  public static Network of(Network network, Projection projection) {
    List<Projection> projections = new ArrayList<>(List.of(projection));
    for (int i = 0; i < projections.size(); i++) {
      String follows = projections.get(i).connectivity().follows().orElse("");
      network.projections().stream()
          .filter(other -> other.name().equals(follows))
          .findFirst()
          .ifPresent(projections::add);
    }
    Set<String> populations = new HashSet<>();
    projections.forEach(needed -> populations.addAll(needed.populations()));
    return with(
        network,
        network.populations().stream().filter(p -> populations.contains(p.name())).toList(),
        projections.reversed(),
        List.of());
  }

  private static Network with(
      Network network,
      List<Population> populations,
      List<Projection> projections,
      List<Recording> recordings) {
    return new Network(
        network.name(),
        network.resolutionMs(),
        network.seed(),
        populations,
        projections,
        recordings);
  }
}
