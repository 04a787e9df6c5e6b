package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.GroupNames;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.SpikeTable;

/**
 * All recorded nodes in one numbering and their place in the raster. A <i>node</i> here counts
 * through the tables one after the other; a <i>row</i> counts through the groups from top to
 * bottom, nodes of a group in their own order. Every group has a band of the raster's height, as
 * high as its share of the nodes but never so small that it could not be seen.
 */
final class NodeLayout {
  /**
   * Share of the height that a small group gets at least; 21 labels of it still stand apart on 640
   * pixels.
   */
  private static final double MIN_BAND = 0.024;

  private final int[] firstNode;
  private final int[] firstGroup;
  private final List<String> groupNames;
  private final double[] references;
  private final int[] firstRow;
  private final int[] rowOf;
  private final double[] bandTop;

  private NodeLayout(
      int[] firstNode,
      int[] firstGroup,
      List<String> names,
      double[] references,
      int[] firstRow,
      int[] rowOf) {
    this.firstNode = firstNode;
    this.firstGroup = firstGroup;
    this.groupNames = names;
    this.references = references;
    this.firstRow = firstRow;
    this.rowOf = rowOf;
    this.bandTop = bands(firstRow);
  }

  static NodeLayout of(List<SpikeTable> tables) {
    int[] firstNode = new int[tables.size() + 1];
    int[] firstGroup = new int[tables.size() + 1];
    List<String> names = GroupNames.of(tables);
    for (int t = 0; t < tables.size(); t++) {
      SpikeTable table = tables.get(t);
      firstNode[t + 1] = Math.addExact(firstNode[t], table.size());
      firstGroup[t + 1] = firstGroup[t] + table.groups().names().size();
    }
    double[] references = new double[names.size()];
    int[] firstRow = new int[names.size() + 1];
    for (int t = 0; t < tables.size(); t++) {
      Grouping groups = tables.get(t).groups();
      System.arraycopy(
          groups.referenceRatesHz(), 0, references, firstGroup[t], groups.names().size());
      for (int group : groups.groupOf()) {
        firstRow[firstGroup[t] + group + 1]++;
      }
    }
    for (int g = 0; g < names.size(); g++) {
      firstRow[g + 1] += firstRow[g];
    }
    return new NodeLayout(
        firstNode,
        firstGroup,
        names,
        references,
        firstRow,
        rows(tables, firstNode, firstGroup, firstRow));
  }

  /** A counting sort by group: the row of each node. */
  private static int[] rows(
      List<SpikeTable> tables, int[] firstNode, int[] firstGroup, int[] firstRow) {
    int[] next = firstRow.clone();
    int[] rowOf = new int[firstNode[tables.size()]];
    for (int t = 0; t < tables.size(); t++) {
      int[] groupOf = tables.get(t).groups().groupOf();
      for (int node = 0; node < groupOf.length; node++) {
        rowOf[firstNode[t] + node] = next[firstGroup[t] + groupOf[node]]++;
      }
    }
    return rowOf;
  }

  /**
   * Tops of the bands in [0, 1] and the bottom of the last: groups below the least height are
   * raised to it at the others' cost.
   */
  private static double[] bands(int[] firstRow) {
    int groups = firstRow.length - 1;
    int filled = 0;
    for (int g = 0; g < groups; g++) {
      filled += firstRow[g + 1] > firstRow[g] ? 1 : 0;
    }
    double least = Math.min(MIN_BAND, 0.6 / Math.max(filled, 1));
    boolean[] small = new boolean[groups];
    double perRow = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      double free = 1;
      long rows = 0;
      for (int g = 0; g < groups; g++) {
        free -= small[g] ? least : 0;
        rows += small[g] ? 0 : firstRow[g + 1] - firstRow[g];
      }
      perRow = rows > 0 ? free / rows : 0;
      for (int g = 0; g < groups; g++) {
        int size = firstRow[g + 1] - firstRow[g];
        if (!small[g] && size > 0 && size * perRow < least) {
          small[g] = true;
          changed = true;
        }
      }
    }
    double[] top = new double[groups + 1];
    for (int g = 0; g < groups; g++) {
      top[g + 1] = top[g] + (small[g] ? least : (firstRow[g + 1] - firstRow[g]) * perRow);
    }
    return top;
  }

  /** Number of recorded nodes. */
  int nodes() {
    return rowOf.length;
  }

  int groups() {
    return groupNames.size();
  }

  /**
   * Name of group {@code g}, with its population's name in front where several populations were
   * recorded.
   */
  String groupName(int g) {
    return groupNames.get(g);
  }

  int groupSize(int g) {
    return firstRow[g + 1] - firstRow[g];
  }

  /** Published rate [Hz] of group {@code g}, or NaN. */
  double referenceRateHz(int g) {
    return references[g];
  }

  /** Node 0 of table {@code t}. */
  int firstNode(int t) {
    return firstNode[t];
  }

  /** Group 0 of table {@code t}. */
  int firstGroup(int t) {
    return firstGroup[t];
  }

  /** Row 0 of group {@code g}; {@code g = groups()} gives the number of rows. */
  int firstRow(int g) {
    return firstRow[g];
  }

  int rowOf(int node) {
    return rowOf[node];
  }

  /** The table that {@code node} belongs to. */
  int tableOf(int node) {
    int t = 0;
    while (node >= firstNode[t + 1]) {
      t++;
    }
    return t;
  }

  /**
   * Top of the band of group {@code g} in [0, 1], 0 being the upper edge; {@code g = groups()}
   * gives the bottom of the last.
   */
  double bandTop(int g) {
    return bandTop[g];
  }

  /** The middle of each node's row in (0, 1), indexed by node. */
  float[] heights() {
    float[] ofRow = new float[rowOf.length];
    for (int g = 0; g < groups(); g++) {
      double step = (bandTop[g + 1] - bandTop[g]) / Math.max(1, groupSize(g));
      for (int row = firstRow[g]; row < firstRow[g + 1]; row++) {
        ofRow[row] = (float) (bandTop[g] + (row - firstRow[g] + 0.5) * step);
      }
    }
    float[] heights = new float[rowOf.length];
    for (int node = 0; node < heights.length; node++) {
      heights[node] = ofRow[rowOf[node]];
    }
    return heights;
  }
}
