package org.baya.build;

import org.baya.compiled.SynapseTable;
import org.baya.error.SimulationException;

/**
 * One synapse table while it is being built: rows are counted, then filled, then sorted by delay.
 *
 * <p>Built and used by one thread.
 */
final class TableBuilder {
  private final SynapseGroup group;

  /**
   * First a count per row, then the place of the row's next synapse; after filling, row r ends at
   * {@code next[r]}.
   */
  private final int[] next;

  private char[] slots = new char[0];
  private char[] delays = new char[0];
  private WeightColumn weights;

  /**
   * An empty table.
   *
   * @param used whether synapses will come; an unused one takes no room
   */
  TableBuilder(SynapseGroup group, boolean used) {
    this.group = group;
    this.next = new int[used ? group.sources() : 0];
    this.weights = group.form().column(0);
  }

  /** Counts one synapse of a row. */
  void count(int row) {
    next[row]++;
  }

  /** Ends counting: makes room for exactly the synapses that were counted. */
  void allocate() {
    long total = 0;
    for (int row = 0; row < next.length; row++) {
      int count = next[row];
      next[row] = (int) total;
      total += count;
      if (total > Integer.MAX_VALUE - 8) {
        throw new SimulationException(
            "more than 2^31 synapses on one shard; use more threads or fewer neurons per population");
      }
    }
    slots = new char[(int) total];
    delays = new char[(int) total];
    weights = group.form().column((int) total);
  }

  /** Adds one synapse to a row. */
  void add(int row, int slot, int delaySteps, double weight) {
    int at = next[row]++;
    slots[at] = (char) slot;
    delays[at] = (char) delaySteps;
    weights.set(at, weight);
  }

  /** Largest delay [steps], 0 without synapses. */
  int maxDelay() {
    int max = 0;
    for (char delay : delays) {
      max = Math.max(max, delay);
    }
    return max;
  }

  /** Sorts the rows and makes their directory. */
  SynapseTable finish(RowSorter sorter) {
    int[] rows = new int[next.length + 1];
    int words = 0;
    int from = 0;
    for (int row = 0; row < next.length; row++) {
      int to = next[row];
      rows[row] = words;
      if (to > from) {
        sorter.sort(delays, slots, weights, from, to);
        words += 1 + groups(from, to);
      }
      from = to;
    }
    rows[next.length] = words;
    int[] directory = new int[words];
    from = 0;
    for (int row = 0; row < next.length; row++) {
      int to = next[row];
      if (to > from) {
        describe(directory, rows[row], from, to);
      }
      from = to;
    }
    return new SynapseTable(group.firstSource(), rows, directory, slots, weights.finished());
  }

  private int groups(int from, int to) {
    int groups = 0;
    for (int i = from; i < to; ) {
      i = groupEnd(i, to);
      groups++;
    }
    return groups;
  }

  private void describe(int[] directory, int at, int from, int to) {
    int word = at;
    directory[word++] = from;
    int delay = 0;
    for (int i = from; i < to; ) {
      int end = groupEnd(i, to);
      directory[word++] = SynapseTable.group(delays[i] - delay, end - i);
      delay = delays[i];
      i = end;
    }
  }

  private int groupEnd(int from, int to) {
    int limit = Math.min(to, from + SynapseTable.MAX_GROUP);
    int end = from + 1;
    while (end < limit && delays[end] == delays[from]) {
      end++;
    }
    return end;
  }
}
