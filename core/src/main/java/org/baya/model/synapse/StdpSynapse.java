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
 * Spike-timing dependent plasticity of all pairs of spikes, with any dependence on the weight.
 *
 * <pre>
 *   a spike of the target reaches the synapse (delay after it was sent):
 *       w / Wmax += lambda (1 - w / Wmax)^mu_plus Kplus          at most 1
 *   a spike of the source:
 *       w / Wmax -= alpha lambda (w / Wmax)^mu_minus Kminus      at least 0
 *       the new w is transmitted
 *   Kplus, Kminus: traces of source and target, 1 more at each spike, decaying with tau_plus and
 *       the target's tau_minus
 * </pre>
 *
 * <p>Two spikes that meet at the synapse at the same time are no pair. mu_plus = mu_minus = 1 is
 * the multiplicative rule, 0 the additive one, 0 and 1 van Rossum's.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Guetig, Aharonov, Rotter and Sompolinsky 2003,
 * doi:10.1523/JNEUROSCI.23-09-03697.2003; Rubin, Lee and Sompolinsky 2001,
 * doi:10.1103/PhysRevLett.86.364; Song, Miller and Abbott 2000, doi:10.1038/78829; van Rossum, Bi
 * and Turrigiano 2000, doi:10.1523/JNEUROSCI.20-23-08812.2000.
 */
public final class StdpSynapse implements PlasticModel {
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");

  @Override
  public String name() {
    return "stdp_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, all pairs";
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
    return new Pairs(BoundedWeight.of(columns), columns.state(K_PLUS), columns.value(TAU_PLUS));
  }

  private record Pairs(BoundedWeight w, double[] kPlus, SynapseValue tauPlus)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return w.conflict(i);
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      w.facilitate(i, kPlus[i] * tauPlus.decay(i, time - last));
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      w.depress(i, spike.trace());
      kPlus[i] = kPlus[i] * tauPlus.decay(i, spike.elapsed()) + 1;
      return w.weight()[i];
    }

    @Override
    public double weight(int i, int time) {
      return w.weight()[i];
    }
  }
}
