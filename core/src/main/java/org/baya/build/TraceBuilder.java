package org.baya.build;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.compiled.TraceDecays;
import org.baya.model.Decay;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.TimeGrid;

/** Finds the decays of neurons' spike traces; equal time constants share one object. */
final class TraceBuilder {
  private final TimeGrid grid;
  private final Map<Double, Decay> known = new HashMap<>();

  TraceBuilder(TimeGrid grid) {
    this.grid = grid;
  }

  /** The decays of a shard's neurons. */
  TraceDecays decays(List<ShardLayout.Run> runs) {
    return new TraceDecays(
        decays(runs, NeuronModel.TAU_MINUS), decays(runs, NeuronModel.TAU_MINUS_TRIPLET));
  }

  private Decay[] decays(List<ShardLayout.Run> runs, Parameter parameter) {
    int lanes = runs.stream().mapToInt(run -> run.blocks() * Dynamics.LANES).sum();
    Decay[] decays = new Decay[lanes];
    int first = 0;
    for (ShardLayout.Run run : runs) {
      double[] values = run.population().perNode(parameter.name());
      int end = first + run.blocks() * Dynamics.LANES;
      for (int i = 0; i < run.nodes().length; i++) {
        decays[first + i] = decay(values[run.nodes()[i]]);
      }
      Arrays.fill(decays, first + run.nodes().length, end, decay(parameter.standard().getFirst()));
      first = end;
    }
    return decays;
  }

  private Decay decay(double tauMs) {
    return known.computeIfAbsent(tauMs, tau -> new Decay(tau, grid));
  }
}
