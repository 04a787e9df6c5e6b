package org.baya.io.v1;

import java.util.List;
import org.baya.random.RandomStream;

/**
 * The weights of recurrent edges: {@code gain weight exp(-(dphi / weight_sigma)^2) / (V_th - E_L)},
 * and times the number of synapses of the connection where the source is inhibitory. Immutable,
 * safe for use by several threads.
 */
final class RecurrentWeights {
  private final V1Cells cells;
  private final int typeCount;
  private final double[] scaledWeight;
  private final double[] sigmaDeg;
  private final int[] synapsesLow;
  private final int[] synapsesRange;

  RecurrentWeights(V1Parameters parameters, V1Cells cells, V1Gains gains) {
    List<V1Population> populations = parameters.populationList();
    List<V1CellType> types = parameters.typeList();
    this.cells = cells;
    this.typeCount = types.size();
    int n = populations.size() * typeCount;
    scaledWeight = new double[n];
    sigmaDeg = new double[n];
    synapsesLow = new int[n];
    synapsesRange = new int[n];
    for (int source = 0; source < populations.size(); source++) {
      boolean excitatory = populations.get(source).excitatory();
      double gain = excitatory ? gains.excitatory() : gains.inhibitory();
      for (int type = 0; type < typeCount; type++) {
        int i = source * typeCount + type;
        V1CellType target = types.get(type);
        parameters
            .edgeType(source, type)
            .ifPresent(edge -> {
              scaledWeight[i] = gain * edge.weightPa() / target.voltageScaleMv();
              sigmaDeg[i] = edge.weightSigmaDeg();
            });
        parameters
            .connection(source, target.population())
            .filter(connection -> !excitatory)
            .ifPresent(connection -> {
              synapsesLow[i] = connection.synapsesLow();
              synapsesRange[i] = connection.synapsesHigh() - connection.synapsesLow();
            });
      }
    }
  }

  /**
   * Draws the weights of edges onto one target.
   *
   * @param stream the target's random numbers
   * @param sources sources of the edges {@code from <= i < to}
   * @param weights receives their weights at the same places
   */
  void draw(int target, RandomStream stream, int[] sources, int from, int to, float[] weights) {
    final int type = cells.types()[target];
    final double[] tuning = cells.tuning();
    final double targetTuning = tuning[target];
    for (int i = from; i < to; i++) {
      int source = sources[i];
      int kind = cells.populations()[source] * typeCount + type;
      double angle = V1Cells.orientationDifference(tuning[source], targetTuning) / sigmaDeg[kind];
      double weight = scaledWeight[kind] * Math.exp(-angle * angle);
      if (synapsesRange[kind] > 0) {
        weight *= synapsesLow[kind] + stream.nextInt(synapsesRange[kind]);
      }
      weights[i] = (float) weight;
    }
  }
}
