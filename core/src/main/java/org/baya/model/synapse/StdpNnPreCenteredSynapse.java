package org.baya.model.synapse;

import static org.baya.model.Parameter.initial;
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
 * Spike-timing dependent plasticity of nearest neighbours, centred on the source: every spike of
 * the source has one neighbour on either side.
 *
 * <pre>
 *   a spike of the target reaches the synapse: it is paired with all spikes of the source since the
 *   target's one before,
 *       w / Wmax += lambda (1 - w / Wmax)^mu_plus Kplus,    then Kplus = 0
 *   a spike of the source, t after the last of the target:
 *       w / Wmax -= alpha lambda (w / Wmax)^mu_minus exp(-t / tau_minus)
 *   Kplus: trace of the source, 1 more at each spike, decaying with tau_plus
 * </pre>
 *
 * <p>tau_minus is the target's. Two spikes that meet at the synapse at the same time are no pair.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Morrison, Diesmann and Gerstner 2008, doi:10.1007/s00422-008-0233-1 (figure 7B);
 * Guetig et al. 2003, doi:10.1523/JNEUROSCI.23-09-03697.2003.
 */
public final class StdpNnPreCenteredSynapse implements PlasticModel {
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");

  @Override
  public String name() {
    return "stdp_nn_pre_centered_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, nearest neighbours of the source's spikes";
  }

  @Override
  public List<Parameter> parameters() {
    return BoundedWeight.parameters(TAU_PLUS, K_PLUS);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Neighbours(
        BoundedWeight.of(columns), columns.state(K_PLUS), columns.value(TAU_PLUS));
  }

  private record Neighbours(BoundedWeight w, double[] kPlus, SynapseValue tauPlus)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return w.conflict(i);
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      if (kPlus[i] != 0) {
        w.facilitate(i, kPlus[i] * tauPlus.decay(i, time - last));
        kPlus[i] = 0;
      }
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      w.depress(i, spike.nearestTrace());
      kPlus[i] = kPlus[i] * tauPlus.decay(i, spike.elapsed()) + 1;
      return w.weight()[i];
    }

    @Override
    public double weight(int i, int time) {
      return w.weight()[i];
    }
  }
}
