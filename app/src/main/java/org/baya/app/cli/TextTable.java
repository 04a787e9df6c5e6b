package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text: the first ones to the left, the others, numbers, to the right. */
final class TextTable {
  private static final int GAP = 2;

  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table.
   *
   * @param leftColumns number of columns set to the left
   * @param header titles
   */
  TextTable(int leftColumns, String... header) {
    this.leftColumns = leftColumns;
    rows.add(List.of(header));
  }

  /** Adds a row with a cell for each title. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines of the table, without spaces at their ends. */
  List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String pad = " ".repeat(widths[column] - cell.length());
      line.append(column == 0 ? "" : " ".repeat(GAP))
          .append(column < leftColumns ? cell + pad : pad + cell);
    }
    return line.toString().stripTrailing();
  }
}
