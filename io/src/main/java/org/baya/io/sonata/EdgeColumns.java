package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5File;

/**
 * Opens the columns of one edge population. A dataset that several columns are made of is opened
 * once for each arena, so that what must be unpacked is unpacked once; nothing is kept that nobody
 * uses.
 */
final class EdgeColumns {
  private static final int BLOCK = 1 << 14;

  private final EdgeTable edges;
  private final EdgeTypes types;
  private WeakReference<Arena> arenaOfOpened = new WeakReference<>(null);
  private final Map<String, WeakReference<Column>> opened = new HashMap<>();
  private WeakReference<EdgeGroups> groups = new WeakReference<>(null);

  EdgeColumns(EdgeTable edges, EdgeTypes types) {
    this.edges = edges;
    this.types = types;
  }

  /** What the file says of the population. */
  EdgeTable edges() {
    return edges;
  }

  /** Node numbers of the sources. */
  Column sources(Arena arena) {
    return dataset(edges.dataset("source_node_id"), arena);
  }

  /** Node numbers of the targets. */
  Column targets(Arena arena) {
    return dataset(edges.dataset("target_node_id"), arena);
  }

  /** Type numbers. */
  Column types(Arena arena) {
    return dataset(edges.dataset("edge_type_id"), arena);
  }

  /**
   * Reads all type numbers, for those networks that need no value of a type.
   *
   * @throws InvalidInputException naming the first edge whose type the table does not have
   */
  void requireTypes(Arena arena) {
    Column column = types(arena);
    long[] ids = new long[BLOCK];
    int[] rows = new int[BLOCK];
    for (long from = 0; from < column.rows(); from += BLOCK) {
      int n = (int) Math.min(BLOCK, column.rows() - from);
      column.read(from, n, ids, 0);
      types.table().index().of(ids, n, rows);
      for (int i = 0; i < n; i++) {
        if (rows[i] < 0) {
          throw types.table().unknown(column, from + i, ids[i]);
        }
      }
    }
  }

  /**
   * An attribute of every edge.
   *
   * @param name of the datasets in the groups
   * @param byType the value of each type, for edges whose group does not have the attribute
   */
  Column attribute(String name, double[] byType, Arena arena) {
    List<Optional<Column>> columns = new ArrayList<>();
    for (EdgeTable.Group group : edges.groups().values()) {
      columns.add(group.dataset(name).map(path -> dataset(path, arena)));
    }
    if (columns.stream().allMatch(Optional::isEmpty)) {
      return new TypeValueColumn(types(arena), types.table(), byType, name);
    }
    EdgeGroups where = groups(arena);
    if (where.ids().isEmpty() && where.rowsInGroup().isEmpty()) {
      return requireRows(columns.getFirst().orElseThrow());
    }
    boolean everywhere = columns.stream().allMatch(Optional::isPresent);
    Optional<Column> typed =
        everywhere
            ? Optional.empty()
            : Optional.of(new TypeValueColumn(types(arena), types.table(), byType, name));
    return new GroupedColumn(where, columns, typed, edges.place() + "/*/" + name);
  }

  private Column requireRows(Column column) {
    if (column.rows() != edges.rows()) {
      throw new InvalidInputException(
          column.place(),
          "has " + column.rows() + " rows; " + edges.place() + " has " + edges.rows() + " edges");
    }
    return column;
  }

  /** Where the attributes of each edge lie; without columns if they lie in the edges' order. */
  private synchronized EdgeGroups groups(Arena arena) {
    forget(arena);
    EdgeGroups known = groups.get();
    if (known != null) {
      return known;
    }
    Optional<Column> ids = optional("edge_group_id", arena);
    Optional<Column> rows = optional("edge_group_index", arena);
    long[] numbers = edges.groups().keySet().stream().mapToLong(Long::longValue).toArray();
    if (numbers.length > 1 && (ids.isEmpty() || rows.isEmpty())) {
      throw new InvalidInputException(
          edges.place(),
          "has " + numbers.length + " groups; edge_group_id and edge_group_index are needed");
    }
    EdgeGroups all = new EdgeGroups(ids, rows, IdIndex.of(numbers), edges.rows(), edges.place());
    EdgeGroups found =
        all.isPlain()
            ? new EdgeGroups(
                Optional.empty(), Optional.empty(), all.index(), all.rows(), all.place())
            : all;
    groups = new WeakReference<>(found);
    return found;
  }

  private Optional<Column> optional(String name, Arena arena) {
    try (Hdf5File file = Hdf5File.open(edges.file())) {
      return file.exists(edges.dataset(name))
          ? Optional.of(dataset(edges.dataset(name), arena))
          : Optional.empty();
    }
  }

  private Column dataset(String path, Arena arena) {
    return shared(
        path,
        arena,
        () -> {
          try (Hdf5File file = Hdf5File.open(edges.file())) {
            return file.column(path, arena);
          }
        });
  }

  private synchronized Column shared(String key, Arena arena, Supplier<Column> open) {
    forget(arena);
    WeakReference<Column> reference = opened.get(key);
    Column known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    Column column = open.get();
    opened.put(key, new WeakReference<>(column));
    return column;
  }

  /** Forgets what belongs to another arena. */
  private void forget(Arena arena) {
    if (!arena.equals(arenaOfOpened.get())) {
      arenaOfOpened = new WeakReference<>(arena);
      opened.clear();
      groups = new WeakReference<>(null);
    }
  }
}
