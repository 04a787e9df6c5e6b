package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.io.experiment.Outputs.NodeNames;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;

/**
 * The spikes of one population as they come: pairs of a step and a node in a file that survives the
 * process.
 */
public final class SpikeLog implements AutoCloseable {
  private final AppendFile pairs;

  private SpikeLog(AppendFile pairs) {
    this.pairs = pairs;
  }

  /** Starts an empty log. */
  public static SpikeLog create(Path file) {
    return new SpikeLog(AppendFile.create(file, ElementType.INT32));
  }

  /** The log that an ended process left. */
  public static SpikeLog existing(Path file) {
    return new SpikeLog(AppendFile.existing(file, ElementType.INT32));
  }

  /**
   * Appends spikes; to be called now and then even when there are none, so that older ones reach
   * the file.
   *
   * @param values the first {@code 2 n} elements are used: step from 1 and node of each
   */
  public void append(int[] values, int n) {
    if (n > 0) {
      pairs.append(Elements.of(values, 0, 2 * n));
    }
    pairs.flushIfDue();
  }

  /** All spikes of the log, to be written to a file under {@code names}. */
  public SpikeFile.Train train(NodeNames names) {
    try (Arena arena = Arena.ofConfined()) {
      Column column = pairs.column(arena);
      int count = Math.toIntExact(column.rows() / 2);
      int[] steps = new int[count];
      int[] nodes = new int[count];
      int[] pair = new int[2];
      for (int i = 0; i < count; i++) {
        column.read(2L * i, 2, pair, 0);
        steps[i] = pair[0];
        nodes[i] = pair[1];
      }
      return new SpikeFile.Train(names, steps, nodes, count);
    }
  }

  /** Removes the file. */
  @Override
  public void close() {
    pairs.delete();
  }
}
