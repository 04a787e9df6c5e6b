package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.JoinedColumn;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.io.text.CsvTable;

/** A text table as a data file. */
final class CsvDataFile implements DataFile {
  private final CsvTable table;

  CsvDataFile(Path file) {
    this.table = CsvTable.open(file);
  }

  /** One column of the table. */
  private record CsvSource(CsvTable table, String name) implements ColumnSource {
    @Override
    public String place() {
      return table.place(name);
    }

    @Override
    public Column open(Arena arena) {
      return SegmentColumn.of(place(), table.numbers(name));
    }
  }

  @Override
  public ColumnSource column(String name) {
    table.require(name);
    return new CsvSource(table, name);
  }

  @Override
  public ColumnSource only() {
    if (table.header().size() != 1) {
      throw new InvalidInputException(
          table.place("")
              + " has "
              + table.header().size()
              + " columns; name one with 'dataset': "
              + String.join(", ", table.header()));
    }
    return column(table.header().getFirst());
  }

  /** All columns beside each other; each must hold numbers. */
  @Override
  public ColumnSource wide() {
    List<ColumnSource> columns = table.header().stream().map(this::column).toList();
    return columns.size() == 1 ? columns.getFirst() : new JoinedSource(table.place(""), columns);
  }

  /** Columns as one array. */
  private record JoinedSource(String place, List<ColumnSource> columns) implements ColumnSource {
    @Override
    public Column open(Arena arena) {
      return new JoinedColumn(columns.stream().map(column -> column.open(arena)).toList(), place);
    }
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    if (!group.isEmpty()) {
      throw new InvalidInputException(table.place(group), "a text table has no groups");
    }
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    table.header().stream()
        .filter(table::isNumeric)
        .forEach(name -> columns.put(name, column(name)));
    return columns;
  }

  @Override
  public List<String> texts(String name) {
    return table.texts(name);
  }
}
