package org.baya.app.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.build.NetworkEdges;
import org.baya.build.ProjectionEdges;
import org.baya.engine.SynapseWeights;
import org.baya.io.reference.ReferenceCase;

/**
 * The weights of a projection after a run.
 *
 * @param inOrder in the order of its edges
 * @param bySource by source, then target
 */
record FinalWeights(double[] inOrder, double[] bySource) {

  /** The weights of plastic synapses. */
  static FinalWeights of(SynapseWeights weights) {
    return of(weights.sources(), weights.targets(), weights.weights());
  }

  private static FinalWeights of(int[] sources, int[] targets, double[] weights) {
    double[] bySource =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> sources[i]).thenComparingInt(i -> targets[i]))
            .mapToDouble(i -> weights[i])
            .toArray();
    return new FinalWeights(weights, bySource);
  }

  /** What the wanted weights are at the beginning, by projection; static ones stay so. */
  static Map<String, FinalWeights> unchanging(ReferenceCase reference) {
    Map<String, FinalWeights> all = new LinkedHashMap<>();
    if (reference.finalWeights().isEmpty()) {
      return all;
    }
    try (NetworkEdges edges = NetworkEdges.open(reference.network())) {
      for (ProjectionEdges projection : edges.projections()) {
        if (reference.finalWeights().containsKey(projection.name())) {
          all.put(projection.name(), read(projection.reader()));
        }
      }
    }
    return all;
  }

  private static FinalWeights read(ProjectionEdges.Reader reader) {
    int[] sources = new int[0];
    int[] targets = new int[0];
    double[] weights = new double[0];
    for (int n = reader.next(); n > 0; n = reader.next()) {
      int before = weights.length;
      sources = Arrays.copyOf(sources, before + n);
      targets = Arrays.copyOf(targets, before + n);
      weights = Arrays.copyOf(weights, before + n);
      System.arraycopy(reader.sources(), 0, sources, before, n);
      System.arraycopy(reader.targets(), 0, targets, before, n);
      System.arraycopy(reader.weights(), 0, weights, before, n);
    }
    return of(sources, targets, weights);
  }
}
