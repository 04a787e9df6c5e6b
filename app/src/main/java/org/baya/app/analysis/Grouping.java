package org.baya.app.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * How the nodes of one population fall into named groups: cell types, layers, or one group for all.
 * Rates, colours and the order of the raster go by group.
 *
 * @param groupOf length is the population's size; indexed by node; index into {@code names}.
 *     Shared, not copied
 * @param names of the groups, in the order in which the raster shows them from top to bottom
 * @param referenceRatesHz published rate [Hz] of each group, NaN where there is none; as long as
 *     {@code names}
 */
public record Grouping(int[] groupOf, List<String> names, double[] referenceRatesHz) {

  /** Checks every index and the lengths. */
  public Grouping {
    names = List.copyOf(names);
    if (referenceRatesHz.length != names.size()) {
      throw new IllegalArgumentException(
          names.size() + " groups but " + referenceRatesHz.length + " reference rates");
    }
    for (int node = 0; node < groupOf.length; node++) {
      if (groupOf[node] < 0 || groupOf[node] >= names.size()) {
        throw new IllegalArgumentException(
            "node " + node + " is in group " + groupOf[node] + " of " + names.size());
      }
    }
  }

  /** Groups without reference rates. */
  public static Grouping of(int[] groupOf, List<String> names) {
    double[] none = new double[names.size()];
    Arrays.fill(none, Double.NaN);
    return new Grouping(groupOf, names, none);
  }

  /** One group that holds all {@code size} nodes. */
  public static Grouping single(String name, int size) {
    return of(new int[size], List.of(name));
  }

  /** The nodes of each group, ascending. */
  int[][] members() {
    int[] sizes = new int[names.size()];
    for (int group : groupOf) {
      sizes[group]++;
    }
    int[][] members = new int[sizes.length][];
    for (int g = 0; g < sizes.length; g++) {
      members[g] = new int[sizes[g]];
      sizes[g] = 0;
    }
    for (int node = 0; node < groupOf.length; node++) {
      int group = groupOf[node];
      members[group][sizes[group]++] = node;
    }
    return members;
  }
}
