package org.baya.compiled;

/**
 * The static synapses of one shard that keep their weights in one form, as rows by source. A row is
 * sorted by delay; synapses of equal delay stand in the order of projections and edges.
 *
 * <pre>
 *   rows       int[sources + 1]   row r of source firstSource + r is directory[rows[r] .. rows[r + 1] - 1]; empty when equal
 *   directory  int                first word of a row: index of its first synapse
 *              int                then one word per delay group: (delay - previous delay) &lt;&lt; 16 | (synapses - 1)
 *   slots      char               input slot of the target within the shard, by synapse
 *   weights                       see {@link Weights}, by synapse
 * </pre>
 *
 * <p>The synapses of a row stand side by side; rows in any order, without gaps. The columns may
 * have room behind the last synapse.
 *
 * <p>A group holds at most 65,536 synapses; more of one delay continue in a group with delay
 * difference 0. Delays are below 65,536 steps.
 *
 * @param firstSource global node number of row 0
 * @param synapses number of synapses
 */
public record SynapseTable(
    int firstSource, int[] rows, int[] directory, int synapses, char[] slots, Weights weights) {
  /** Largest delay [steps]. */
  public static final int MAX_DELAY = 0xFFFF;

  /** Most synapses of one group. */
  public static final int MAX_GROUP = 0x10000;

  /** A directory word. */
  public static int group(int delayDifference, int synapses) {
    return delayDifference << 16 | synapses - 1;
  }

  /** Delay of a group after the previous one [steps]. */
  public static int delayDifference(int word) {
    return word >>> 16;
  }

  /** Synapses of a group. */
  public static int synapses(int word) {
    return (word & 0xFFFF) + 1;
  }

  /** Number of sources that have a row. */
  public int sources() {
    return rows.length - 1;
  }

  /** The first synapse of a row, 0 if it has none. */
  public int first(int row) {
    return rows[row] < rows[row + 1] ? directory[rows[row]] : 0;
  }

  /** Index behind the last synapse of a row, 0 if it has none. */
  public int behind(int row) {
    int behind = first(row);
    for (int word = rows[row] + 1; word < rows[row + 1]; word++) {
      behind += synapses(directory[word]);
    }
    return behind;
  }

  /** Bytes of all arrays. */
  public long sizeBytes() {
    return 4L * rows.length
        + 4L * directory.length
        + (2L + weights.bytesPerSynapse()) * slots.length;
  }
}
