package org.baya.app.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of the groups of all tables, one after the other: those of the groups, with the
 * population's in front where several populations were recorded. No two are the same: those that
 * would be are told apart by a number.
 */
public final class GroupNames {
  private GroupNames() {}

  /** The names, in the order of tables and groups. */
  public static List<String> of(List<SpikeTable> tables) {
    Set<String> names = new LinkedHashSet<>();
    for (SpikeTable table : tables) {
      List<String> own = table.groups().names();
      boolean plain = tables.size() == 1 || own.equals(List.of(table.population()));
      own.forEach(name -> add(plain ? name : table.population() + " " + name, names));
    }
    return List.copyOf(names);
  }

  private static void add(String name, Set<String> names) {
    String free = name;
    for (int k = 2; names.contains(free); k++) {
      free = name + " (" + k + ")";
    }
    names.add(free);
  }
}
