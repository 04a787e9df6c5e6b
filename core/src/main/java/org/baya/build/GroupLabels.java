package org.baya.build;

import java.lang.foreign.Arena;
import java.util.List;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.network.Grouping;

/**
 * The groups of a population's nodes, for reports.
 *
 * @param groupOf group of each node; length 0 without groups
 * @param names of the groups
 */
record GroupLabels(int[] groupOf, List<String> names) {

  /** Reads and checks the groups. */
  static GroupLabels of(ResolvedPopulation population, Arena arena) {
    return population
        .description()
        .groups()
        .map(groups -> read(population, groups, arena))
        .orElse(new GroupLabels(new int[0], List.of()));
  }

  private static GroupLabels read(ResolvedPopulation population, Grouping groups, Arena arena) {
    Column column = groups.ids().open(arena);
    if (column.rows() != population.size()) {
      throw new InvalidInputException(
          column.place(),
          "has "
              + column.rows()
              + " rows; population '"
              + population.name()
              + "' has "
              + population.size()
              + " nodes");
    }
    int[] ids = column.toInts();
    for (int node = 0; node < ids.length; node++) {
      if (ids[node] < 0 || ids[node] >= groups.names().size()) {
        throw new InvalidInputException(
            column.place(),
            "row "
                + node
                + ": group is "
                + ids[node]
                + "; allowed is 0 to "
                + (groups.names().size() - 1));
      }
    }
    return new GroupLabels(ids, groups.names());
  }
}
