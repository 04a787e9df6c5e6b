package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Projections whose synapses share tables, because their weights have one form.
 *
 * @param projections in the order of the network
 * @param firstSource smallest global node number of a source
 * @param sources number of nodes from there to the largest source
 */
record SynapseGroup(
    WeightForm form, List<ResolvedProjection> projections, int firstSource, int sources) {

  /** Groups in the order of their first projections. */
  static List<SynapseGroup> of(List<ResolvedProjection> stored) {
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
      groups.add(new SynapseGroup(form, List.copyOf(members), first, end - first));
    });
    return groups;
  }
}
