package org.baya.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baya.compiled.ProceduralGroup;

/**
 * Groups projections without stored synapses as {@link SynapseGroup} groups those with, so that
 * inputs are added in the same order, and give the same sums, whether or not synapses are stored.
 */
final class ProceduralBuilder {
  private ProceduralBuilder() {}

  /** The groups of a network, in the order in which they are delivered. */
  static List<ProceduralGroup> groups(Blueprint blueprint) {
    Map<WeightForm, List<ResolvedProjection>> procedural = new LinkedHashMap<>();
    Set<WeightForm> stored = new LinkedHashSet<>();
    blueprint.stored().forEach(projection -> stored.add(WeightForm.of(projection)));
    for (ResolvedProjection projection : blueprint.procedural()) {
      procedural
          .computeIfAbsent(WeightForm.of(projection), form -> new ArrayList<>())
          .add(projection);
    }
    List<ProceduralGroup> groups = new ArrayList<>();
    int tables = 0;
    for (WeightForm form : forms(blueprint)) {
      tables += stored.contains(form) ? 1 : 0;
      if (procedural.containsKey(form)) {
        List<RuleRows> rows =
            procedural.get(form).stream().map(projection -> rows(projection, blueprint)).toList();
        groups.add(new ProceduralGroup(form(form), tables, List.copyOf(rows)));
      }
    }
    return groups;
  }

  /** The forms of all static synapses, in the order of their first projections. */
  private static Set<WeightForm> forms(Blueprint blueprint) {
    List<ResolvedProjection> all = new ArrayList<>(blueprint.stored());
    all.addAll(blueprint.procedural());
    all.sort(Comparator.comparingInt(ResolvedProjection::index));
    Set<WeightForm> forms = new LinkedHashSet<>();
    all.forEach(projection -> forms.add(WeightForm.of(projection)));
    return forms;
  }

  private static RuleRows rows(ResolvedProjection projection, Blueprint blueprint) {
    RuleRows rows =
        new RuleRows(
            projection, blueprint.layout().slotOf(), blueprint.grid(), blueprint.network().seed());
    rows.tryOne();
    return rows;
  }

  private static ProceduralGroup.Form form(WeightForm form) {
    return switch (form) {
      case WeightForm.Constant constant -> new ProceduralGroup.Form.Common(constant.value());
      case WeightForm.Count _ -> new ProceduralGroup.Form.Common(1);
      case WeightForm.Float32 _ -> new ProceduralGroup.Form.Float32();
      case WeightForm.Float64 _ -> new ProceduralGroup.Form.Float64();
    };
  }
}
