package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.compiled.SynapseTable;
import org.baya.model.TimeGrid;

/**
 * Projections whose synapses share tables, because their weights have one form.
 *
 * @param projections in the order of the network
 * @param firstSource smallest global node number of a source
 * @param sources number of nodes from there to the largest source
 * @param fixedDelay the delay of all synapses [steps], 0 if they may differ
 */
record SynapseGroup(
    WeightForm form,
    List<ResolvedProjection> projections,
    int firstSource,
    int sources,
    int fixedDelay) {

  /** Groups in the order of their first projections. */
  static List<SynapseGroup> of(List<ResolvedProjection> stored, TimeGrid grid) {
    Map<WeightForm, List<ResolvedProjection>> byForm = new LinkedHashMap<>();
    for (ResolvedProjection projection : stored) {
      byForm.computeIfAbsent(WeightForm.of(projection), form -> new ArrayList<>()).add(projection);
    }
    List<SynapseGroup> groups = new ArrayList<>();
    byForm.forEach((form, members) -> {
      int first = members.stream().mapToInt(p -> p.from().firstNode()).min().orElseThrow();
      int end =
          members.stream()
              .mapToInt(p -> p.from().firstNode() + p.from().size())
              .max()
              .orElseThrow();
      groups.add(
          new SynapseGroup(
              form, List.copyOf(members), first, end - first, fixedDelay(members, grid)));
    });
    return groups;
  }

  /** The group of a projection whose tables are its own. */
  static SynapseGroup plastic(ResolvedProjection projection, TimeGrid grid) {
    List<ResolvedProjection> alone = List.of(projection);
    return new SynapseGroup(
        new WeightForm.Float64(),
        alone,
        projection.from().firstNode(),
        projection.from().size(),
        fixedDelay(alone, grid));
  }

  /** The projection of a group of plastic synapses. */
  Optional<ResolvedProjection> plasticProjection() {
    return projections.stream().filter(p -> p.synapse().isPlastic()).findFirst();
  }

  private static int fixedDelay(List<ResolvedProjection> members, TimeGrid grid) {
    int fixed = 0;
    for (ResolvedProjection projection : members) {
      double steps =
          projection.delay() instanceof Quantity.Fixed delay ? grid.stepsNearest(delay.value()) : 0;
      boolean agrees = steps >= 1 && steps <= SynapseTable.MAX_DELAY;
      if (!agrees || fixed > 0 && fixed != steps) {
        return 0;
      }
      fixed = (int) steps;
    }
    return fixed;
  }
}
