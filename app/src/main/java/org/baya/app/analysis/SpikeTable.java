package org.baya.app.analysis;

/**
 * The recorded spikes of one population.
 *
 * @param population its name
 * @param size number of nodes that were recorded
 * @param times of the spikes, ascending
 * @param nodes the node of each spike, in [0, {@code size}); at least {@code times.count()}
 *     elements. Shared, not copied
 * @param groups of its nodes
 */
public record SpikeTable(
    String population, int size, SpikeTimes times, int[] nodes, Grouping groups) {

  /**
   * Checks the lengths; node indices and the order of the times are checked by the pass that reads
   * them.
   */
  public SpikeTable {
    if (size < 0 || groups.groupOf().length != size) {
      throw new IllegalArgumentException(
          population + " has " + size + " nodes but " + groups.groupOf().length + " are grouped");
    }
    if (nodes.length < times.count()) {
      throw new IllegalArgumentException(
          population + " has " + times.count() + " spike times but " + nodes.length + " nodes");
    }
  }

  /** A population that is one group. */
  public static SpikeTable of(String population, int size, SpikeTimes times, int[] nodes) {
    return new SpikeTable(population, size, times, nodes, Grouping.single(population, size));
  }

  /**
   * Time [ms] of spike {@code i}.
   *
   * @param before that of the spike before it
   * @throws IllegalArgumentException if times descend or its node does not exist
   */
  public double timeMs(int i, double before) {
    double now = times.timeMs(i);
    if (nodes[i] < 0 || nodes[i] >= size || !(now >= before)) {
      String what = population + ": spike " + i + " of node " + nodes[i] + " of " + size;
      throw new IllegalArgumentException(what + " at " + now + " ms, after " + before);
    }
    return now;
  }
}
