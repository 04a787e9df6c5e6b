package org.baya.engine;

import org.baya.compiled.CompiledPopulation;
import org.baya.error.InvalidInputException;

/**
 * What the spikes of the two populations of a {@link CorrelationRecording} weigh.
 *
 * @param first one number for all nodes of the first population, or one for each
 * @param second the same of the second population
 */
public record CorrelationWeights(double[] first, double[] second) {
  /** Every spike weighs 1. */
  public static final CorrelationWeights ONES =
      new CorrelationWeights(new double[] {1}, new double[] {1});

  /**
   * The weights of a population's nodes.
   *
   * @param index 0 for the first, 1 for the second
   */
  double[] of(int index, CompiledPopulation population) {
    double[] weights = index == 0 ? first : second;
    if (weights.length != 1 && weights.length != population.size()) {
      throw new InvalidInputException(
          "weights[" + index + "]",
          weights.length
              + " numbers; allowed is one, or one for each of the "
              + population.size()
              + " nodes of '"
              + population.name()
              + "'");
    }
    return weights;
  }
}
