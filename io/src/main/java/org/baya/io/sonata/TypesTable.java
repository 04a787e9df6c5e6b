package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.io.text.CsvTable;

/**
 * What nodes or edges of one type have in common: a text table with one row per type. {@code NULL},
 * {@code NaN} and empty cells say nothing.
 */
final class TypesTable {
  private static final Set<String> NOTHING = Set.of("", "null", "nan", "none", "na", "n/a");

  private final String place;
  private final long[] ids;
  private final IdIndex index;
  private final Map<String, List<String>> columns;

  private TypesTable(String place, long[] ids, IdIndex index, Map<String, List<String>> columns) {
    this.place = place;
    this.ids = ids;
    this.index = index;
    this.columns = columns;
  }

  /** The table of those who have no types file: no column, any number is a type. */
  static TypesTable none() {
    return new TypesTable("(no types file)", new long[0], IdIndex.of(new long[0]), Map.of());
  }

  /**
   * Reads a table.
   *
   * @param idColumn {@code node_type_id} or {@code edge_type_id}
   */
  static TypesTable read(Path file, String idColumn) {
    CsvTable table = CsvTable.open(file);
    table.require(idColumn);
    Map<String, List<String>> columns = new HashMap<>();
    for (String name : table.header()) {
      columns.put(name, new ArrayList<>(table.texts(name)));
    }
    List<String> texts = table.texts(idColumn);
    long[] ids = new long[texts.size()];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = id(texts.get(row), table.place(idColumn), row);
    }
    IdIndex index = IdIndex.of(ids);
    int repeated = IdIndex.repeated(ids, index);
    if (repeated >= 0) {
      throw new InvalidInputException(
          table.place(idColumn), "row " + repeated + ": type " + ids[repeated] + " occurs twice");
    }
    return new TypesTable(file.toString(), ids, index, columns);
  }

  private static long id(String text, String place, int row) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          place, "row " + row + " is '" + text + "'; allowed is a whole number", e);
    }
  }

  /** Whether there is a table at all. */
  boolean exists() {
    return ids.length > 0 || !columns.isEmpty();
  }

  /** The file, for messages. */
  String place() {
    return place;
  }

  /** Number of types. */
  int size() {
    return ids.length;
  }

  /** The number of the type in {@code row}. */
  long id(int row) {
    return ids[row];
  }

  /** From type numbers to rows. */
  IdIndex index() {
    return index;
  }

  /** The error for row {@code row} of a column of type numbers. */
  InvalidInputException unknown(Column numbers, long row, long id) {
    return new InvalidInputException(
        numbers.place(), "row " + row + " is type " + id + ", which " + place + " does not have");
  }

  /** Names of the columns. */
  Set<String> columns() {
    return columns.keySet();
  }

  /** Where a cell is, for messages. */
  String place(int row, String column) {
    return place + ": type " + ids[row] + ": " + column;
  }

  /** The text of a cell; nothing if there is no such column or the cell says nothing. */
  Optional<String> text(int row, String column) {
    List<String> cells = columns.get(column);
    if (cells == null || NOTHING.contains(cells.get(row).strip().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(cells.get(row).strip());
  }

  /** The number in a cell. */
  OptionalDouble number(int row, String column) {
    Optional<String> text = text(row, column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          place(row, column), "is '" + text.get() + "'; allowed is a number", e);
    }
  }
}
