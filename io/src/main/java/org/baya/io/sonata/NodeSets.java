package org.baya.io.sonata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/**
 * The named sets of nodes of a configuration. A set is an object whose conditions all hold, each
 * with one value or a list of which one fits; or a list of other sets, which are united. {@code
 * all} and the name of every population are sets without being defined.
 */
final class NodeSets {
  private static final Set<String> POPULATION_KEYS = Set.of("population", "populations");
  private static final Set<String> ID_KEYS = Set.of("node_id", "node_ids");

  private final Map<String, JsonValue> defined;
  private final Map<String, NodeTable> tables = new LinkedHashMap<>();

  /**
   * Sets of nodes.
   *
   * @param defined by name
   */
  NodeSets(Map<String, JsonValue> defined, List<NodeTable> tables) {
    this.defined = new LinkedHashMap<>(defined);
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  /**
   * The nodes that {@code set}, a name or a definition, means: their rows, ascending, in each
   * population.
   *
   * @throws InvalidInputException if it means nobody
   */
  Map<NodeTable, int[]> nodes(JsonValue set) {
    Map<NodeTable, BitSet> chosen = new LinkedHashMap<>();
    add(set, chosen, new LinkedHashSet<>());
    Map<NodeTable, int[]> nodes = new LinkedHashMap<>();
    chosen.forEach((table, rows) -> {
      if (!rows.isEmpty()) {
        nodes.put(table, rows.stream().toArray());
      }
    });
    if (nodes.isEmpty()) {
      throw set.wrong("selects no node");
    }
    return nodes;
  }

  private void add(JsonValue set, Map<NodeTable, BitSet> chosen, Set<String> underWay) {
    if (set.isObject()) {
      addMatching(set, chosen);
    } else if (set.isList()) {
      List<JsonValue> items = set.items();
      if (!items.isEmpty() && items.getFirst().isNumber()) {
        addIds(set, List.copyOf(tables.values()), chosen);
      } else {
        items.forEach(item -> add(item, chosen, underWay));
      }
    } else {
      addNamed(set, chosen, underWay);
    }
  }

  private void addNamed(JsonValue set, Map<NodeTable, BitSet> chosen, Set<String> underWay) {
    String name = set.text();
    JsonValue definition = defined.get(name);
    NodeTable table = tables.get(name);
    if (definition != null) {
      if (!underWay.add(name)) {
        throw set.wrong("node set '" + name + "' contains itself");
      }
      add(definition, chosen, underWay);
      underWay.remove(name);
    } else if (table != null) {
      rows(chosen, table).set(0, table.size());
    } else if (name.equals("all")) {
      tables.values().forEach(every -> rows(chosen, every).set(0, every.size()));
    } else {
      Set<String> known = new TreeSet<>(defined.keySet());
      known.addAll(tables.keySet());
      known.add("all");
      throw set.wrong("unknown node set '" + name + "'; " + Names.hint(name, known));
    }
  }

  private static BitSet rows(Map<NodeTable, BitSet> chosen, NodeTable table) {
    return chosen.computeIfAbsent(table, _ -> new BitSet());
  }

  private void addMatching(JsonValue set, Map<NodeTable, BitSet> chosen) {
    Map<String, JsonValue> conditions = set.entries();
    List<NodeTable> populations = populations(conditions);
    Map<NodeTable, BitSet> matching = new LinkedHashMap<>();
    populations.forEach(table -> rows(matching, table).set(0, table.size()));
    conditions.forEach((key, wanted) -> {
      if (ID_KEYS.contains(key) && !wanted.isObject()) {
        Map<NodeTable, BitSet> named = new LinkedHashMap<>();
        addIds(wanted, populations, named);
        matching.forEach((table, rows) -> rows.and(rows(named, table)));
      } else if (!POPULATION_KEYS.contains(key)) {
        requireAttribute(key, wanted, populations);
        matching.forEach((table, rows) -> keep(rows, table.attribute(key), wanted));
      }
    });
    matching.forEach((table, rows) -> rows(chosen, table).or(rows));
  }

  private List<NodeTable> populations(Map<String, JsonValue> conditions) {
    for (String key : POPULATION_KEYS) {
      JsonValue wanted = conditions.get(key);
      if (wanted != null) {
        List<NodeTable> found = new ArrayList<>();
        for (JsonValue name : wanted.oneOrMore()) {
          NodeTable table = tables.get(name.text());
          if (table == null) {
            throw name.wrong(
                "unknown population '"
                    + name.text()
                    + "'; "
                    + Names.hint(name.text(), tables.keySet()));
          }
          found.add(table);
        }
        return found;
      }
    }
    return List.copyOf(tables.values());
  }

  private static void requireAttribute(String key, JsonValue wanted, List<NodeTable> tables) {
    Set<String> known = new TreeSet<>(POPULATION_KEYS);
    tables.forEach(table -> known.addAll(table.attributeNames()));
    if (!known.contains(key)) {
      throw wanted.wrong("nodes have no attribute '" + key + "'; " + Names.hint(key, known));
    }
  }

  private static void keep(BitSet rows, Optional<NodeAttribute> attribute, JsonValue wanted) {
    if (attribute.isEmpty()) {
      rows.clear();
      return;
    }
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (!attribute.get().matches(row, wanted)) {
        rows.clear(row);
      }
    }
  }

  /** Nodes by number; each must be in one of the populations at least. */
  private static void addIds(
      JsonValue ids, List<NodeTable> populations, Map<NodeTable, BitSet> chosen) {
    for (JsonValue id : ids.oneOrMore()) {
      long number = id.whole();
      boolean found = false;
      for (NodeTable table : populations) {
        int row = table.index().of(number);
        if (row >= 0) {
          rows(chosen, table).set(row);
          found = true;
        }
      }
      if (!found && populations.size() == 1) {
        populations.getFirst().row(number, id.where());
      }
      if (!found) {
        throw new InvalidInputException(id.where(), "no population has a node " + number);
      }
    }
  }
}
