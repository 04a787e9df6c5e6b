package org.baya.io.sonata;

import java.util.Optional;
import org.baya.io.sonata.NodeGroup.Numbers;

/** What one name means for every node of a population: a number, a text, or nothing. */
final class NodeAttribute {
  private final NodeTable nodes;
  private final String name;

  NodeAttribute(NodeTable nodes, String name) {
    this.nodes = nodes;
    this.name = name;
  }

  /** The number of a node; NaN if it has none. */
  double number(int row) {
    if (name.equals("node_id")) {
      return nodes.id(row);
    }
    NodeGroup group = nodes.group(nodes.groupOf(row));
    Numbers numbers = group.numbers().get(name);
    if (numbers != null) {
      return numbers.values()[nodes.rowInGroup(row) * numbers.width()];
    }
    return text(row).map(NodeAttribute::parsed).orElse(Double.NaN);
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The text of a node, if it has one; that of a number is how it is written in the table. */
  Optional<String> text(int row) {
    NodeGroup group = nodes.group(nodes.groupOf(row));
    Optional<String> own = group.text(name, nodes.rowInGroup(row));
    int type = nodes.typeRow(row);
    return own.isPresent() || type < 0 ? own : nodes.types().text(type, name);
  }

  /** Whether a node has one of the wanted values, given as they stand in a node set. */
  boolean matches(int row, JsonValue wanted) {
    for (JsonValue one : wanted.oneOrMore()) {
      if (matchesOne(row, one)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesOne(int row, JsonValue wanted) {
    if (wanted.isObject()) {
      return wanted.entries().entrySet().stream()
          .allMatch(entry -> Comparison.of(entry.getKey(), entry.getValue()).holds(this, row));
    }
    if (wanted.isNumber()) {
      return number(row) == wanted.number();
    }
    return text(row).filter(wanted.text()::equals).isPresent();
  }
}
