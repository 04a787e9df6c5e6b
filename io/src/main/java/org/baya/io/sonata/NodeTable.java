package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5File;

/**
 * The nodes of one population as their file and their types table tell them. A value in the HDF5
 * file wins over one in the table. Nodes are indexed by their row in the file; {@code node_id}, by
 * which edges and spikes name them, may differ.
 */
final class NodeTable {
  private static final int MANY_LISTED = 8;

  private final String name;
  private final Path file;
  private final long[] ids;
  private final IdIndex index;
  private final boolean numbered;
  private final TypesTable types;
  private final int[] typeRow;
  private final int[] groupOf;
  private final int[] rowInGroup;
  private final List<NodeGroup> groups;
  private final Map<String, NodeAttribute> attributes = new HashMap<>();

  private NodeTable(Builder from) {
    this.name = from.name;
    this.file = from.path;
    this.ids = from.ids;
    this.index = from.index;
    this.numbered = from.numbered;
    this.types = from.types;
    this.typeRow = from.typeRow;
    this.groupOf = from.groupOf;
    this.rowInGroup = from.rowInGroup;
    this.groups = from.groups;
  }

  /**
   * Reads all populations of a nodes file.
   *
   * @throws InvalidInputException if something is missing or does not fit
   */
  static List<NodeTable> read(Path path, TypesTable types) {
    try (Hdf5File file = Hdf5File.open(path);
        Arena arena = Arena.ofShared()) {
      List<NodeTable> tables = new ArrayList<>();
      if (!file.exists("nodes")) {
        throw new InvalidInputException(path + ":/nodes", "there is no such group");
      }
      for (String population : file.groups("nodes")) {
        tables.add(new NodeTable(new Builder(file, population, types, arena)));
      }
      if (tables.isEmpty()) {
        throw new InvalidInputException(path + ":/nodes", "holds no population");
      }
      return tables;
    }
  }

  /** Reads one population. */
  private static final class Builder {
    final Hdf5File file;
    final Path path;
    final String name;
    final String root;
    final Arena arena;
    final TypesTable types;
    final long[] ids;
    final IdIndex index;
    final boolean numbered;
    final int[] typeRow;
    final int[] groupOf;
    final int[] rowInGroup;
    final List<NodeGroup> groups = new ArrayList<>();

    Builder(Hdf5File file, String name, TypesTable types, Arena arena) {
      this.file = file;
      this.path = file.path();
      this.name = name;
      this.root = "nodes/" + name;
      this.types = types;
      this.arena = arena;
      Column typeIds = file.column(root + "/node_type_id", arena);
      int size = Math.toIntExact(typeIds.rows());
      typeRow = typeRows(typeIds);
      ids = optional("node_id", size).orElseGet(() -> counted(size));
      index = IdIndex.of(ids);
      int repeated = IdIndex.repeated(ids, index);
      if (repeated >= 0) {
        throw new InvalidInputException(
            place("node_id"), "row " + repeated + ": node " + ids[repeated] + " occurs twice");
      }
      numbered = isCounted(ids);
      long[] groupIds = optional("node_group_id", size).orElseGet(() -> new long[size]);
      groupOf = groups(groupIds);
      rowInGroup = rowsInGroups(optional("node_group_index", size));
    }

    private int[] typeRows(Column typeIds) {
      int[] rows = new int[Math.toIntExact(typeIds.rows())];
      long[] numbers = new long[rows.length];
      typeIds.read(0, rows.length, numbers, 0);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = types.index().of(numbers[i]);
        if (rows[i] < 0 && types.exists()) {
          throw types.unknown(typeIds, i, numbers[i]);
        }
      }
      return rows;
    }

    private Optional<long[]> optional(String dataset, int size) {
      if (!file.exists(root + "/" + dataset)) {
        return Optional.empty();
      }
      Column column = file.column(root + "/" + dataset, arena);
      if (column.rows() != size || column.width() != 1) {
        throw new InvalidInputException(
            column.place(),
            "has the shape ("
                + column.rows()
                + ", "
                + column.width()
                + "); node_type_id has "
                + size
                + " rows");
      }
      long[] values = new long[size];
      column.read(0, size, values, 0);
      return Optional.of(values);
    }

    private static long[] counted(int size) {
      long[] ids = new long[size];
      for (int i = 0; i < size; i++) {
        ids[i] = i;
      }
      return ids;
    }

    private static boolean isCounted(long[] ids) {
      for (int i = 0; i < ids.length; i++) {
        if (ids[i] != i) {
          return false;
        }
      }
      return true;
    }

    private int[] groups(long[] groupIds) {
      Map<Long, Integer> numbers = new HashMap<>();
      int[] groupOf = new int[groupIds.length];
      for (int i = 0; i < groupIds.length; i++) {
        Integer number = numbers.get(groupIds[i]);
        if (number == null) {
          number = groups.size();
          numbers.put(groupIds[i], number);
          groups.add(NodeGroup.of(file, root + "/" + groupIds[i]));
        }
        groupOf[i] = number;
      }
      return groupOf;
    }

    private int[] rowsInGroups(Optional<long[]> given) {
      int[] next = new int[groups.size()];
      int[] rows = new int[groupOf.length];
      for (int i = 0; i < rows.length; i++) {
        NodeGroup group = groups.get(groupOf[i]);
        long row = given.isPresent() ? given.get()[i] : next[groupOf[i]]++;
        if (row < 0 || row >= group.rows() && group.hasAttributes()) {
          throw new InvalidInputException(
              place("node_group_index"),
              "row " + i + " is " + row + "; group " + group.path() + " has " + group.rows());
        }
        rows[i] = (int) row;
      }
      return rows;
    }

    private String place(String dataset) {
      return path + ":/" + root + "/" + dataset;
    }
  }

  /** The population's name. */
  String name() {
    return name;
  }

  /** The nodes file. */
  Path file() {
    return file;
  }

  /** File and group, for messages. */
  String place() {
    return file + ":/nodes/" + name;
  }

  /** Number of nodes. */
  int size() {
    return ids.length;
  }

  /** The number by which files name the node in {@code row}. */
  long id(int row) {
    return ids[row];
  }

  /** Whether every node's number is its row. */
  boolean isNumbered() {
    return numbered;
  }

  /** From node numbers to rows. */
  IdIndex index() {
    return index;
  }

  /** The types table. */
  TypesTable types() {
    return types;
  }

  /** The row in the types table of a node; -1 without a table. */
  int typeRow(int row) {
    return typeRow[row];
  }

  /** Number of HDF5 groups. */
  int groupCount() {
    return groups.size();
  }

  /** The HDF5 group of a node. */
  int groupOf(int row) {
    return groupOf[row];
  }

  /** A node's row inside its HDF5 group. */
  int rowInGroup(int row) {
    return rowInGroup[row];
  }

  /** An HDF5 group. */
  NodeGroup group(int number) {
    return groups.get(number);
  }

  /** What nodes are called, which node sets may ask for. */
  Set<String> attributeNames() {
    Set<String> names = new TreeSet<>(types.columns());
    groups.forEach(group -> names.addAll(group.attributeNames()));
    names.addAll(Set.of("node_id", "node_type_id"));
    return names;
  }

  /** The values of an attribute; nothing where nobody has it. */
  Optional<NodeAttribute> attribute(String attribute) {
    if (!attributeNames().contains(attribute)) {
      return Optional.empty();
    }
    return Optional.of(
        Objects.requireNonNull(
            attributes.computeIfAbsent(attribute, wanted -> new NodeAttribute(this, wanted))));
  }

  /** The row of the node that files call {@code id}; {@code where} is for messages. */
  int row(long id, String where) {
    int row = index.of(id);
    if (row < 0) {
      throw new InvalidInputException(
          where, "node " + id + ": population '" + name + "' has no such node; " + allowed());
    }
    return row;
  }

  /** The row of the node in row {@code at} of a column of node numbers. */
  int row(long id, Column column, long at) {
    int row = index.of(id);
    return row >= 0 ? row : row(id, column.place() + ": row " + at);
  }

  /** What node numbers there are, for messages. */
  String allowed() {
    if (ids.length == 0) {
      return "it has none";
    }
    if (numbered) {
      return "allowed is 0 to " + (ids.length - 1);
    }
    StringBuilder text = new StringBuilder("allowed are ");
    for (int i = 0; i < Math.min(MANY_LISTED, ids.length); i++) {
      text.append(i == 0 ? "" : ", ").append(ids[i]);
    }
    return ids.length > MANY_LISTED ? text.append(", ...").toString() : text.toString();
  }
}
