package org.baya.io.v1;

import java.util.Arrays;
import java.util.Optional;
import org.baya.connect.EdgeList;

/** The sources of a range of consecutive targets, gathered from all pairs of populations. */
final class RecurrentTargets {
  private final V1Cells cells;
  private final int from;
  private final int[] rowStart;
  private final int[] block = new int[EdgeList.BLOCK];
  private int[] targets = new int[4096];
  private int[] sources = new int[4096];
  private int count;

  /** Draws the sources of the targets {@code from <= id < to}. */
  RecurrentTargets(V1Cells cells, RecurrentRules rules, int from, int to) {
    this.cells = cells;
    this.from = from;
    rowStart = new int[to - from + 1];
    int[] start = cells.populationStart();
    for (int source = 0; source < start.length - 1; source++) {
      for (int target = 0; target < start.length - 1; target++) {
        int first = Math.max(from, start[target]);
        int last = Math.min(to, start[target + 1]);
        Optional<EdgeList> edges = first < last ? rules.edges(source, target) : Optional.empty();
        if (edges.isPresent()) {
          gather(edges.get().reader(), source, target, first, last);
        }
      }
    }
    sort();
  }

  private void gather(EdgeList.Reader reader, int source, int target, int first, int last) {
    int firstSource = cells.populationStart()[source];
    int firstTarget = cells.populationStart()[target];
    int[] parts = new int[last - first];
    Arrays.setAll(parts, i -> first - firstTarget + i);
    reader.seek(parts, 0, parts.length);
    for (int n = reader.next(); n > 0; n = reader.next()) {
      if (count + n > targets.length) {
        targets = Arrays.copyOf(targets, 2 * (count + n));
        sources = Arrays.copyOf(sources, 2 * (count + n));
      }
      reader.targets(block);
      shift(block, n, firstTarget - from, targets, count);
      reader.sources(block);
      shift(block, n, firstSource, sources, count);
      count += n;
    }
  }

  private static void shift(int[] nodes, int n, int by, int[] out, int at) {
    for (int i = 0; i < n; i++) {
      out[at + i] = nodes[i] + by;
    }
  }

  /** Sorts by target; the sources of one stay ascending, as populations were read in order. */
  private void sort() {
    for (int i = 0; i < count; i++) {
      rowStart[targets[i] + 1]++;
    }
    for (int row = 1; row < rowStart.length; row++) {
      rowStart[row] += rowStart[row - 1];
    }
    int[] next = rowStart.clone();
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[next[targets[i]]++] = sources[i];
    }
    sources = sorted;
  }

  /** First edge of each target, and the number of edges. */
  int[] rowStart() {
    return rowStart;
  }

  /** Sources by target, ascending for each. */
  int[] sources() {
    return sources;
  }
}
