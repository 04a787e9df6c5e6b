package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;

/**
 * Sorts the edges of a population into bundles: by the parts of the populations that their nodes
 * are in and by synapse model. One pass over the edges finds all bundles.
 */
final class EdgeSelection {
  private static final int BLOCK = 1 << 14;

  private final EdgeColumns columns;
  private final EdgeTypes types;
  private final NodeParts from;
  private final NodeParts to;
  private WeakReference<Arena> arenaOfFound = new WeakReference<>(null);
  private WeakReference<int[][]> found = new WeakReference<>(null);

  EdgeSelection(EdgeColumns columns, EdgeTypes types, NodeParts from, NodeParts to) {
    this.columns = columns;
    this.types = types;
    this.from = from;
    this.to = to;
  }

  /** Number of bundles. */
  int bundles() {
    return from.parts().size() * to.parts().size() * types.models().size();
  }

  /** The bundle of these parts and that synapse model, counted from 0. */
  int bundle(int fromPart, int toPart, int model) {
    return (fromPart * to.parts().size() + toPart) * types.models().size() + model;
  }

  /** The edges of every bundle, ascending. */
  synchronized int[][] rows(Arena arena) {
    int[][] known = found.get();
    if (known == null || !arena.equals(arenaOfFound.get())) {
      known = find(arena);
      found = new WeakReference<>(known);
      arenaOfFound = new WeakReference<>(arena);
    }
    return known;
  }

  private int[][] find(Arena arena) {
    Column sources = columns.sources(arena);
    Column targets = columns.targets(arena);
    if (sources.rows() > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          columns.edges().place(),
          "has "
              + sources.rows()
              + " edges between nodes of several models; allowed are "
              + Integer.MAX_VALUE);
    }
    int[] modelOfType = new int[types.table().size()];
    for (int row = 0; row < modelOfType.length; row++) {
      modelOfType[row] = types.models().indexOf(types.model(row));
    }
    boolean typed = types.models().size() > 1;
    Column typeIds = typed ? columns.types(arena) : sources;
    int[][] rows = new int[bundles()][16];
    int[] counts = new int[rows.length];
    long[] source = new long[BLOCK];
    long[] target = new long[BLOCK];
    long[] type = new long[BLOCK];
    for (int first = 0; first < sources.rows(); first += BLOCK) {
      int n = (int) Math.min(BLOCK, sources.rows() - first);
      sources.read(first, n, source, 0);
      targets.read(first, n, target, 0);
      typeIds.read(first, n, type, 0);
      for (int i = 0; i < n; i++) {
        int toPart = part(to, target[i], targets, first + i);
        if (to.parts().get(toPart).isVirtual()) {
          throw new InvalidInputException(
              targets.place(),
              "row "
                  + (first + i)
                  + ": node "
                  + target[i]
                  + " of population '"
                  + to.nodes().name()
                  + "' is virtual; it receives no input");
        }
        int bundle =
            bundle(
                part(from, source[i], sources, first + i),
                toPart,
                typed ? modelOfType[typeRow(type[i], typeIds, first + i)] : 0);
        if (counts[bundle] == rows[bundle].length) {
          rows[bundle] = Arrays.copyOf(rows[bundle], grown(rows[bundle].length));
        }
        rows[bundle][counts[bundle]++] = first + i;
      }
    }
    for (int bundle = 0; bundle < rows.length; bundle++) {
      rows[bundle] = Arrays.copyOf(rows[bundle], counts[bundle]);
    }
    return rows;
  }

  private int typeRow(long id, Column typeIds, int edge) {
    int row = types.table().index().of(id);
    if (row < 0) {
      throw types.table().unknown(typeIds, edge, id);
    }
    return row;
  }

  private static int grown(int length) {
    return (int) Math.min(2L * length, Integer.MAX_VALUE - 8);
  }

  private static int part(NodeParts nodes, long id, Column column, int row) {
    return nodes.partOf()[nodes.nodes().row(id, column, row)];
  }
}
