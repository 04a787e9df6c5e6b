package org.baya.io.sonata;

import java.util.List;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;

/**
 * An attribute of edges that lie in several groups, or in one group in another order: edge i has
 * row {@code edge_group_index[i]} of group {@code edge_group_id[i]}. Where the group does not have
 * it, the edge has what its type says.
 */
final class GroupedColumn extends RealColumn {
  private final EdgeGroups groups;
  private final List<Optional<Column>> columns;
  private final Optional<Column> byType;
  private final String place;

  /**
   * An attribute.
   *
   * @param columns the dataset of each group of {@code groups}
   * @param byType what types say; absent where every group has a dataset
   */
  GroupedColumn(
      EdgeGroups groups, List<Optional<Column>> columns, Optional<Column> byType, String place) {
    this.groups = groups;
    this.columns = List.copyOf(columns);
    this.byType = byType;
    this.place = place;
  }

  @Override
  public long rows() {
    return groups.rows();
  }

  @Override
  public ElementType type() {
    boolean floats =
        columns.stream()
            .flatMap(Optional::stream)
            .allMatch(column -> column.type() == ElementType.FLOAT32);
    boolean typed = byType.isEmpty() || byType.get().type() == ElementType.FLOAT32;
    return floats && typed ? ElementType.FLOAT32 : ElementType.FLOAT64;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public void read(long from, int count, double[] out, int at) {
    int[] groupOf = new int[count];
    long[] rows = new long[count];
    groups.read(from, count, groupOf, rows);
    if (isRun(groupOf, rows, count)) {
      readRun(from, groupOf[0], rows[0], count, out, at);
      return;
    }
    for (int i = 0; i < count; ) {
      int end = i + 1;
      while (end < count && groupOf[end] == groupOf[i] && rows[end] == rows[end - 1] + 1) {
        end++;
      }
      readRun(from + i, groupOf[i], rows[i], end - i, out, at + i);
      i = end;
    }
  }

  /** Whether all lie in a row: the usual case, in a loop without branches. */
  private static boolean isRun(int[] groupOf, long[] rows, int count) {
    long different = count == 0 ? 1 : 0;
    for (int i = 0; i < count; i++) {
      different |= groupOf[i] ^ groupOf[0] | rows[i] - rows[0] ^ i;
    }
    return different == 0;
  }

  /** Edges that are neighbours in their group too. */
  private void readRun(long edge, int group, long row, int n, double[] out, int at) {
    Optional<Column> column = columns.get(group);
    if (column.isEmpty()) {
      byType.orElseThrow().read(edge, n, out, at);
      return;
    }
    if (row < 0 || row + n > column.get().rows()) {
      throw new InvalidInputException(
          groups.place(),
          "row "
              + edge
              + ": index "
              + row
              + "; "
              + column.get().place()
              + " has "
              + column.get().rows()
              + " rows");
    }
    column.get().read(row, n, out, at);
  }
}
