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
 * Spike-timing dependent plasticity of nearest neighbours, restricted: only neighbours without
 * another spike between them are pairs.
 *
 * <pre>
 *   the first spike of the target that reaches the synapse after one of the source, t later:
 *       w / Wmax += lambda (1 - w / Wmax)^mu_plus exp(-t / tau_plus)
 *   a spike of the source, if one of the target came since the source's last, t ago:
 *       w / Wmax -= alpha lambda (w / Wmax)^mu_minus exp(-t / tau_minus)
 * </pre>
 *
 * <p>tau_minus is the target's. Before the first spike of the source its last spike counts as sent
 * at time 0. A spike of the target that meets one of the source at the synapse opens the pair with
 * the source's last spike; the depression is that of the target's spike before it.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Morrison, Diesmann and Gerstner 2008, doi:10.1007/s00422-008-0233-1 (figure 7C);
 * Guetig et al. 2003, doi:10.1523/JNEUROSCI.23-09-03697.2003.
 */
public final class StdpNnRestrSynapse implements PlasticModel {
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of facilitation");
  private static final Parameter PAIRED =
      initial(
          "paired",
          "",
          0,
          Range.FLAG,
          "whether the target has spiked since the source's last spike");

  @Override
  public String name() {
    return "stdp_nn_restr_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, nearest neighbours, restricted";
  }

  @Override
  public List<Parameter> parameters() {
    return BoundedWeight.parameters(TAU_PLUS);
  }

  @Override
  public List<Parameter> hidden() {
    return List.of(PAIRED);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Neighbours(
        BoundedWeight.of(columns), columns.state(PAIRED), columns.value(TAU_PLUS));
  }

  private record Neighbours(BoundedWeight w, double[] paired, SynapseValue tauPlus)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return w.conflict(i);
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      if (paired[i] == 0) {
        w.facilitate(i, tauPlus.decay(i, time - last));
        paired[i] = 1;
      }
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      if (paired[i] != 0) {
        w.depress(i, spike.nearestTrace());
        paired[i] = 0;
      }
      return w.weight()[i];
    }

    @Override
    public double weight(int i, int time) {
      return w.weight()[i];
    }
  }
}
