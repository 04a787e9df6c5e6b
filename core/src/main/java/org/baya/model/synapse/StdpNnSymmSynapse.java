package org.baya.model.synapse;

import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.Range;
import org.baya.model.SourceSpike;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseDynamics;
import org.baya.model.SynapseValue;
import org.baya.model.TimeGrid;

/**
 * Spike-timing dependent plasticity of nearest neighbours, symmetric: every spike is paired with
 * the last one of the other side.
 *
 * <pre>
 *   a spike of the target reaches the synapse, t after the last of the source:
 *       w / Wmax += lambda (1 - w / Wmax)^mu_plus exp(-t / tau_plus)
 *   a spike of the source, t after the last of the target:
 *       w / Wmax -= alpha lambda (w / Wmax)^mu_minus exp(-t / tau_minus)
 * </pre>
 *
 * <p>tau_minus is the target's. Before the first spike of the source its last spike counts as sent
 * at time 0. Two spikes that meet at the synapse at the same time are no pair.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Morrison, Diesmann and Gerstner 2008, doi:10.1007/s00422-008-0233-1 (figure 7A);
 * Guetig et al. 2003, doi:10.1523/JNEUROSCI.23-09-03697.2003.
 */
public final class StdpNnSymmSynapse implements PlasticModel {
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of facilitation");

  @Override
  public String name() {
    return "stdp_nn_symm_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, nearest neighbours, symmetric";
  }

  @Override
  public List<Parameter> parameters() {
    return BoundedWeight.parameters(TAU_PLUS);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Neighbours(BoundedWeight.of(columns), columns.value(TAU_PLUS));
  }

  private record Neighbours(BoundedWeight w, SynapseValue tauPlus) implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return w.conflict(i);
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      w.facilitate(i, tauPlus.decay(i, time - last));
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      w.depress(i, spike.nearestTrace());
      return w.weight()[i];
    }

    @Override
    public double weight(int i, int time) {
      return w.weight()[i];
    }
  }
}
