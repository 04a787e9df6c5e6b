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
import org.baya.model.VolumeSpikes;

/**
 * Spike-timing dependent plasticity that needs dopamine: pairs of spikes leave an eligibility
 * trace, and the weight follows its product with the dopamine concentration.
 *
 * <pre>
 *   dw/dt = c (n - b)         Wmin &lt;= w &lt;= Wmax
 *   dc/dt = -c / tau_c        eligibility trace
 *   dn/dt = -n / tau_n        dopamine concentration
 *   a spike of the target reaches the synapse:        c += A_plus Kplus
 *   a spike of the source:                            c -= A_minus Kminus;   w is transmitted
 *   a spike reaches the volume transmitter:           n += 1 / tau_n
 *   Kplus, Kminus: traces of source and target, 1 more at each spike, decaying with tau_plus and
 *       the target's tau_minus
 * </pre>
 *
 * <p>{@code volume_transmitter} names a population of model volume_transmitter with one node; the
 * spikes that projections send to it are the dopamine. The equations are integrated exactly from
 * event to event; w is held between its bounds after each such piece. All parameters but c, n and
 * Kplus are common to the synapses of a projection.
 *
 * <p>Differences from NEST: events act at their times whatever the volume transmitter's
 * deliver_interval, which is not needed; Wmin and Wmax must not have opposite signs.
 *
 * <p>Reference: Izhikevich 2007, doi:10.1093/cercor/bhl152; Potjans, Morrison and Diesmann 2010,
 * doi:10.3389/fncom.2010.00141.
 */
public final class StdpDopamineSynapse implements PlasticModel {
  private static final String UNIT = "unit of weight";
  private static final Parameter A_PLUS =
      scalar("A_plus", "", 1, Range.FINITE, "growth of c by the target's spikes");
  private static final Parameter A_MINUS =
      scalar("A_minus", "", 1.5, Range.FINITE, "fall of c by the source's spikes");
  private static final Parameter TAU_PLUS =
      scalar("tau_plus", "ms", 20, Range.POSITIVE, "decay of the source's trace");
  private static final Parameter TAU_C =
      scalar("tau_c", "ms", 1000, Range.POSITIVE, "decay of the eligibility trace");
  private static final Parameter TAU_N =
      scalar("tau_n", "ms", 200, Range.POSITIVE, "decay of the dopamine concentration");
  private static final Parameter B =
      scalar("b", "1/ms", 0, Range.FINITE, "concentration at which the weight stays");
  private static final Parameter W_MIN = scalar("Wmin", UNIT, 0, Range.FINITE, "smallest weight");
  private static final Parameter W_MAX = scalar("Wmax", UNIT, 200, Range.FINITE, "largest weight");
  private static final Parameter C =
      initial("c", "", 0, Range.FINITE, "eligibility trace at the start");
  private static final Parameter N =
      initial("n", "1/ms", 0, Range.FINITE, "dopamine concentration at the start");
  private static final Parameter K_PLUS =
      initial("Kplus", "", 0, Range.NON_NEGATIVE, "trace of the source at the start");
  private static final Parameter UPDATED =
      initial("updated", "", 0, Range.NON_NEGATIVE, "step up to which c, n and w are known");
  private static final Parameter TAKEN =
      initial("taken", "", 0, Range.NON_NEGATIVE, "number of dopamine spikes taken in");

  @Override
  public String name() {
    return "stdp_dopamine_synapse";
  }

  @Override
  public String summary() {
    return "spike-timing dependent plasticity gated by dopamine";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(A_PLUS, A_MINUS, TAU_PLUS, TAU_C, TAU_N, B, W_MIN, W_MAX, C, N, K_PLUS);
  }

  @Override
  public List<Parameter> hidden() {
    return List.of(UPDATED, TAKEN);
  }

  @Override
  public Set<String> common() {
    return Set.of(
        A_PLUS.name(),
        A_MINUS.name(),
        TAU_PLUS.name(),
        TAU_C.name(),
        TAU_N.name(),
        B.name(),
        W_MIN.name(),
        W_MAX.name());
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public boolean isModulated() {
    return true;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Gated(columns, grid.resolutionMs());
  }

  private static final class Gated implements SynapseDynamics {
    private final double[] weight;
    private final double[] eligibility;
    private final double[] dopamine;
    private final double[] kPlus;
    private final double[] updated;
    private final double[] taken;
    private final SynapseValue tauPlus;
    private final double aPlus;
    private final double aMinus;
    private final double tauC;
    private final double tauN;
    private final double baseline;
    private final double smallest;
    private final double largest;
    private final VolumeSpikes spikes;
    private final double h;

    Gated(SynapseColumns columns, double h) {
      weight = columns.weights();
      eligibility = columns.state(C);
      dopamine = columns.state(N);
      kPlus = columns.state(K_PLUS);
      updated = columns.state(UPDATED);
      taken = columns.state(TAKEN);
      tauPlus = columns.value(TAU_PLUS);
      aPlus = columns.value(A_PLUS).at(0);
      aMinus = columns.value(A_MINUS).at(0);
      tauC = columns.value(TAU_C).at(0);
      tauN = columns.value(TAU_N).at(0);
      baseline = columns.value(B).at(0);
      smallest = columns.value(W_MIN).at(0);
      largest = columns.value(W_MAX).at(0);
      spikes = columns.volumeSpikes();
      this.h = h;
    }

    @Override
    public String conflict(int i) {
      return smallest <= largest && (smallest >= 0 || largest <= 0)
          ? ""
          : "Wmin is "
              + smallest
              + "; allowed is up to Wmax = "
              + largest
              + ", without a change of sign";
    }

    @Override
    public void targetSpike(int i, int time, int last, double slowTrace) {
      advance(i, time);
      eligibility[i] += aPlus * kPlus[i] * tauPlus.decay(i, time - last);
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      advance(i, spike.time());
      eligibility[i] -= aMinus * spike.trace();
      kPlus[i] = kPlus[i] * tauPlus.decay(i, spike.elapsed()) + 1;
      return weight[i];
    }

    private void advance(int i, int time) {
      modulate(i, time);
      integrate(i, time);
    }

    @Override
    public void modulate(int i, int time) {
      int next = (int) taken[i];
      while (next < spikes.end() && spikes.time(next) <= time) {
        integrate(i, spikes.time(next));
        dopamine[i] += 1 / tauN;
        next++;
      }
      taken[i] = next;
    }

    private void integrate(int i, int time) {
      double t = (time - updated[i]) * h;
      if (t > 0) {
        weight[i] = weightAfter(i, t);
        eligibility[i] *= Math.exp(-t / tauC);
        dopamine[i] *= Math.exp(-t / tauN);
        updated[i] = time;
      }
    }

    /** The integral of c (n - b) over t without events. */
    private double weightAfter(int i, double t) {
      double rate = 1 / tauC + 1 / tauN;
      double gain =
          eligibility[i]
              * (baseline * tauC * Math.expm1(-t / tauC)
                  - dopamine[i] / rate * Math.expm1(-t * rate));
      return Math.clamp(weight[i] + gain, smallest, largest);
    }

    @Override
    public double weight(int i, int time) {
      double t = (time - updated[i]) * h;
      return t > 0 ? weightAfter(i, t) : weight[i];
    }
  }
}
