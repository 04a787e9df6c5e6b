package org.baya.model.synapse;

import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import java.util.Set;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.Range;
import org.baya.model.SourceSpike;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseDynamics;
import org.baya.model.SynapseValue;
import org.baya.model.TimeGrid;

/**
 * Spike-timing dependent plasticity of all pairs, with facilitation that grows as a power of the
 * weight.
 *
 * <pre>
 *   a spike of the target reaches the synapse:   w += lambda w^mu Kplus
 *   a spike of the source:                       w -= lambda alpha w Kminus       at least 0
 *                                                the new w is transmitted
 *   Kplus, Kminus: traces of source and target, 1 more at each spike, decaying with tau_plus and
 *       the target's tau_minus
 * </pre>
 *
 * <p>All parameters are common to the synapses of a projection. Weights must not be negative. With
 * w relative to a reference weight w0 the rule of Morrison et al. has the step lambda w0^(1 - mu).
 *
 * <p>Differences from NEST: negative weights are refused.
 *
 * <p>Reference: Morrison, Aertsen and Diesmann 2007, doi:10.1162/neco.2007.19.6.1437.
 */
public final class StdpPlSynapseHom implements PlasticModel {
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter LAMBDA = scalar("lambda", "", 0.1, Range.FINITE, "step size");
  private static final Parameter ALPHA =
      scalar("alpha", "", 1, Range.FINITE, "depression relative to facilitation");
  private static final Parameter MU =
      scalar("mu", "", 0.4, Range.FINITE, "exponent of the weight in facilitation");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");

  @Override
  public String name() {
    return "stdp_pl_synapse_hom";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, power law, common parameters";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(TAU_PLUS, LAMBDA, ALPHA, MU, K_PLUS);
  }

  @Override
  public Set<String> common() {
    return Set.of(TAU_PLUS.name(), LAMBDA.name(), ALPHA.name(), MU.name());
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new PowerLaw(
        columns.weights(),
        columns.state(K_PLUS),
        columns.value(TAU_PLUS),
        columns.value(LAMBDA),
        columns.value(ALPHA),
        columns.value(MU));
  }

  private record PowerLaw(
      double[] weight,
      double[] kPlus,
      SynapseValue tauPlus,
      SynapseValue rate,
      SynapseValue asymmetry,
      SynapseValue mu)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return weight[i] >= 0 ? "" : "weight is " + weight[i] + "; allowed is >= 0";
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      double k = kPlus[i] * tauPlus.decay(i, time - last);
      weight[i] += rate.at(i) * Math.pow(weight[i], mu.at(i)) * k;
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      double next = weight[i] - rate.at(i) * asymmetry.at(i) * weight[i] * spike.trace();
      weight[i] = next > 0 ? next : 0;
      kPlus[i] = kPlus[i] * tauPlus.decay(i, spike.elapsed()) + 1;
      return weight[i];
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
