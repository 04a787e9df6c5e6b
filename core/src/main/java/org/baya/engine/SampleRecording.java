package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/**
 * Samples of some nodes of one population, kept in memory at 8 bytes a value; made by {@link
 * Simulation#record(String, int[], List, SampleTimes)}.
 *
 * <p>To be read between runs.
 */
public final class SampleRecording implements SampleListener {
  private final int nodes;
  private final List<String> variables;
  private double[] times = new double[64];
  private double[][] rows = new double[64][];
  private int size;

  SampleRecording(int nodes, List<String> variables) {
    this.nodes = nodes;
    this.variables = List.copyOf(variables);
  }

  @Override
  public void sample(double timeMs, double[] values) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
    }
    times[size] = timeMs;
    rows[size++] = values.clone();
  }

  /** Times of the samples [ms]. */
  public double[] timesMs() {
    return Arrays.copyOf(times, size);
  }

  /**
   * A variable of a node over time.
   *
   * @param index place of the node among the sampled ones
   * @throws InvalidInputException if there is no such variable
   */
  public double[] values(String variable, int index) {
    int column = variables.indexOf(variable);
    if (column < 0) {
      throw new InvalidInputException(
          "'" + variable + "' is not recorded; " + Names.hint(variable, variables));
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = rows[i][column * nodes + index];
    }
    return values;
  }
}
