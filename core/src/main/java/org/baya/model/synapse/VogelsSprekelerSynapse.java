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
 * Symmetric spike-timing dependent plasticity with constant depression; at inhibitory synapses it
 * balances excitation.
 *
 * <pre>
 *   a spike of the target reaches the synapse:   |w| += eta Kplus         at most |Wmax|
 *   a spike of the source:                       |w| += eta Kminus        at most |Wmax|
 *                                                |w| -= alpha eta         at least 0
 *                                                the new w is transmitted
 *   Kplus, Kminus: traces of source and target, 1 more at each spike, decaying with tau and the
 *       target's tau_minus
 * </pre>
 *
 * <p>For a symmetric window set the target's tau_minus to tau. Inhibitory weights are negative,
 * with a negative Wmax. The default weight is 0.5.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Vogels, Sprekeler, Zenke, Clopath and Gerstner 2011, doi:10.1126/science.1211095.
 */
public final class VogelsSprekelerSynapse implements PlasticModel {
  private static final Parameter TAU =
      scalar("tau", "ms", 20, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter W_MAX =
      scalar("Wmax", "unit of weight", 1, Range.FINITE, "bound of the weight, of the same sign");
  private static final Parameter ETA =
      scalar("eta", "unit of weight", 0.001, Range.FINITE, "step size");
  private static final Parameter ALPHA =
      scalar("alpha", "", 0.12, Range.FINITE, "depression at each spike of the source, in eta");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");

  @Override
  public String name() {
    return "vogels_sprekeler_synapse";
  }

  @Override
  public String summary() {
    return "symmetric spike-timing dependent plasticity with constant depression";
  }

  @Override
  public double defaultWeight() {
    return 0.5;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(TAU, W_MAX, ETA, ALPHA, K_PLUS);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Balance(
        columns.weights(),
        columns.state(K_PLUS),
        columns.value(TAU),
        columns.value(W_MAX),
        columns.value(ETA),
        columns.value(ALPHA));
  }

  private record Balance(
      double[] weight,
      double[] kPlus,
      SynapseValue tau,
      SynapseValue largest,
      SynapseValue eta,
      SynapseValue alpha)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return BoundedWeight.conflict(weight[i], largest.at(i));
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      facilitate(i, kPlus[i] * tau.decay(i, time - last));
    }

    private void facilitate(int i, double k) {
      double size = Math.abs(weight[i]) + eta.at(i) * k;
      double bound = largest.at(i);
      weight[i] = Math.copySign(size < Math.abs(bound) ? size : bound, bound);
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      facilitate(i, spike.trace());
      double size = Math.abs(weight[i]) - alpha.at(i) * eta.at(i);
      weight[i] = Math.copySign(Math.max(size, 0), largest.at(i));
      kPlus[i] = kPlus[i] * tau.decay(i, spike.elapsed()) + 1;
      return weight[i];
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
