package org.baya.io.sonata;

import java.util.Arrays;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Where the edges of each source lie in a list that is sorted by target: stretches of neighbours,
 * mostly of one edge.
 *
 * <pre>
 * node_id_to_ranges  u64[nodes, 2]   first and end of the node's rows in range_to_edge_id
 * node_id_to_range   the same under the name that BMTK uses
 * range_to_edge_id   u64[ranges, 2]  first and end of a stretch of edges
 * </pre>
 */
final class SourceIndex {
  private static final int BLOCK = 1 << 16;

  private final int nodes;
  private final int[] firstRange;

  SourceIndex(int nodes) {
    this.nodes = nodes;
    this.firstRange = new int[nodes + 1];
  }

  /** Declares the datasets of an index. */
  static void declare(Hdf5Tree tree, String path, int nodes, int ranges) {
    tree.dataset(path + "node_id_to_ranges", ElementType.UINT64, nodes, 2);
    tree.dataset(path + "node_id_to_range", ElementType.UINT64, nodes, 2);
    tree.dataset(path + "range_to_edge_id", ElementType.UINT64, ranges, 2);
  }

  /** Counts the stretches of every source. */
  void count(int[] sourceOf) {
    for (int edge = 0; edge < sourceOf.length; edge++) {
      if (edge == 0 || sourceOf[edge] != sourceOf[edge - 1]) {
        firstRange[sourceOf[edge] + 1]++;
      }
    }
    for (int node = 0; node < nodes; node++) {
      firstRange[node + 1] += firstRange[node];
    }
  }

  /** Number of stretches. */
  int ranges() {
    return firstRange[nodes];
  }

  /** Writes the rows of every node. */
  static void writeNodes(Hdf5Writer writer, String path, long[] rows) {
    writer.dataset(path + "node_id_to_ranges").write(0, Elements.of(rows));
    writer.dataset(path + "node_id_to_range").write(0, Elements.of(rows));
  }

  /** Writes the index. */
  void write(Hdf5Writer writer, String path, int[] sourceOf) {
    long[] rows = new long[2 * nodes];
    for (int node = 0; node < nodes; node++) {
      rows[2 * node] = firstRange[node];
      rows[2 * node + 1] = firstRange[node + 1];
    }
    writeNodes(writer, path, rows);
    int[] begins = new int[ranges()];
    int[] next = Arrays.copyOf(firstRange, nodes);
    for (int edge = 0; edge < sourceOf.length; edge++) {
      if (edge == 0 || sourceOf[edge] != sourceOf[edge - 1]) {
        begins[next[sourceOf[edge]]++] = edge;
      }
    }
    long[] block = new long[2 * BLOCK];
    for (int from = 0; from < begins.length; from += BLOCK) {
      int n = Math.min(BLOCK, begins.length - from);
      for (int i = 0; i < n; i++) {
        int end = begins[from + i] + 1;
        while (end < sourceOf.length && sourceOf[end] == sourceOf[end - 1]) {
          end++;
        }
        block[2 * i] = begins[from + i];
        block[2 * i + 1] = end;
      }
      writer.dataset(path + "range_to_edge_id").write(2L * from, Elements.of(block, 0, 2 * n));
    }
  }
}
