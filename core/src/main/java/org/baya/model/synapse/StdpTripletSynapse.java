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
 * Spike-timing dependent plasticity of pairs and triplets of spikes.
 *
 * <pre>
 *   a spike of the target reaches the synapse:
 *       |w| += Kplus (Aplus + Aplus_triplet Kminus_triplet)        at most |Wmax|
 *   a spike of the source:
 *       |w| -= Kminus (Aminus + Aminus_triplet Kplus_triplet)      at least 0
 *       the new w is transmitted
 *   Kplus, Kplus_triplet: traces of the source, decaying with tau_plus and tau_plus_triplet
 *   Kminus, Kminus_triplet: traces of the target, decaying with its tau_minus and tau_minus_triplet
 * </pre>
 *
 * <p>Traces grow by 1 at each spike; all are taken just before the spike that uses them. The
 * defaults are the values of Pfister and Gerstner for visual cortex, all-to-all, with amplitudes in
 * units of the weight.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Pfister and Gerstner 2006, doi:10.1523/JNEUROSCI.1425-06.2006.
 */
public final class StdpTripletSynapse implements PlasticModel {
  private static final String UNIT = "unit of weight";
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 16.8, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter TAU_PLUS_TRIPLET =
      scalar("tau_plus_triplet", "ms", 101, Range.POSITIVE, "decay of the source's slow trace");
  private static final Parameter A_PLUS =
      scalar("Aplus", UNIT, 5e-10, Range.FINITE, "facilitation by a pair");
  private static final Parameter A_MINUS =
      scalar("Aminus", UNIT, 7e-3, Range.FINITE, "depression by a pair");
  private static final Parameter A_PLUS_TRIPLET =
      scalar("Aplus_triplet", UNIT, 6.2e-3, Range.FINITE, "facilitation by a triplet");
  private static final Parameter A_MINUS_TRIPLET =
      scalar("Aminus_triplet", UNIT, 2.3e-4, Range.FINITE, "depression by a triplet");
  private static final Parameter W_MAX =
      scalar("Wmax", UNIT, 100, Range.FINITE, "bound of the weight, of the same sign");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");
  private static final Parameter K_PLUS_TRIPLET =
      initial("Kplus_triplet", "", 0, Range.NON_NEGATIVE, "slow trace of the source at the start");

  @Override
  public String name() {
    return "stdp_triplet_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity, pairs and triplets";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        TAU_PLUS,
        TAU_PLUS_TRIPLET,
        A_PLUS,
        A_MINUS,
        A_PLUS_TRIPLET,
        A_MINUS_TRIPLET,
        W_MAX,
        K_PLUS,
        K_PLUS_TRIPLET);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Triplets(
        columns.weights(),
        columns.state(K_PLUS),
        columns.state(K_PLUS_TRIPLET),
        columns.value(TAU_PLUS),
        columns.value(TAU_PLUS_TRIPLET),
        columns.value(A_PLUS),
        columns.value(A_MINUS),
        columns.value(A_PLUS_TRIPLET),
        columns.value(A_MINUS_TRIPLET),
        columns.value(W_MAX));
  }

  private record Triplets(
      double[] weight,
      double[] kPlus,
      double[] kPlusTriplet,
      SynapseValue tauPlus,
      SynapseValue tauPlusTriplet,
      SynapseValue aPlus,
      SynapseValue aMinus,
      SynapseValue aPlusTriplet,
      SynapseValue aMinusTriplet,
      SynapseValue largest)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return BoundedWeight.conflict(weight[i], largest.at(i));
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      double k = kPlus[i] * tauPlus.decay(i, time - last);
      double size = Math.abs(weight[i]) + k * (aPlus.at(i) + aPlusTriplet.at(i) * slowTrace);
      double bound = largest.at(i);
      weight[i] = Math.copySign(size < Math.abs(bound) ? size : bound, bound);
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      kPlusTriplet[i] *= tauPlusTriplet.decay(i, spike.elapsed());
      double size =
          Math.abs(weight[i])
              - spike.trace() * (aMinus.at(i) + aMinusTriplet.at(i) * kPlusTriplet[i]);
      weight[i] = Math.copySign(Math.max(size, 0), largest.at(i));
      kPlusTriplet[i] += 1;
      kPlus[i] = kPlus[i] * tauPlus.decay(i, spike.elapsed()) + 1;
      return weight[i];
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
