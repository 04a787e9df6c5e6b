package org.baya.app.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of the groups of all tables, one after the other: those of the groups, with the
 * population's in front where several populations were recorded.
 */
public final class GroupNames {
  private GroupNames() {}

  /** The names, in the order of tables and groups. */
  public static List<String> of(List<SpikeTable> tables) {
    List<String> names = new ArrayList<>();
    for (SpikeTable table : tables) {
      List<String> own = table.groups().names();
      boolean plain = tables.size() == 1 || own.equals(List.of(table.population()));
      own.forEach(name -> names.add(plain ? name : table.population() + " " + name));
    }
    return List.copyOf(names);
  }
}
