package org.baya.app.analysis;

import java.util.OptionalInt;
import org.baya.error.InvalidInputException;
import org.baya.io.sonata.PopulationSpikes;

/** Spikes of a file as a table. A file has no neurons that never fired, so their number is told. */
public final class FileSpikes {
  private FileSpikes() {}

  /**
   * The table of a population. Its nodes have successive numbers: from 0 if all that fired are
   * below {@code neurons}, else from the least that fired.
   *
   * @param file for messages
   * @param neurons number of nodes; by default the least and the largest number that fired are the
   *     first and the last
   * @throws InvalidInputException if more numbers fired
   */
  public static SpikeTable table(String file, PopulationSpikes spikes, OptionalInt neurons) {
    int count = spikes.count();
    double[] timesMs = new double[count];
    long least = Long.MAX_VALUE;
    long largest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      timesMs[i] = spikes.timeMs(i);
      least = Math.min(least, spikes.node(i));
      largest = Math.max(largest, spikes.node(i));
    }
    long span = count == 0 ? 0 : largest - least + 1;
    long size = neurons.isPresent() ? neurons.getAsInt() : span;
    if (span > size || size > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          file,
          "population '"
              + spikes.population()
              + "' has "
              + size
              + " neurons, but those from "
              + least
              + " to "
              + largest
              + " fired");
    }
    long first = least >= 0 && largest < size ? 0 : least;
    int[] nodes = new int[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = (int) (spikes.node(i) - first);
    }
    return SpikeTable.of(
        spikes.population(), (int) size, new SpikeTimes.OfMilliseconds(timesMs, count), nodes);
  }
}
