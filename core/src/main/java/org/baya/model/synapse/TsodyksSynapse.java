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
 * Short-term depression and facilitation with resources that recover through an inactive state.
 *
 * <pre>
 *   dx/dt = z / tau_rec        x recovered, y active, z inactive resources; x + y + z = 1
 *   dy/dt = -y / tau_psc
 *   dz/dt = y / tau_psc - z / tau_rec
 *   du/dt = -u / tau_fac       u = 0 between spikes if tau_fac = 0
 *   at a spike:  u += U (1 - u);   release = u x;   x -= release;   y += release
 * </pre>
 *
 * <p>The spike transmits weight * release. Between spikes the equations are integrated exactly,
 * also where tau_psc equals tau_rec. tau_psc should be the decay of the target's synaptic current.
 *
 * <p>Differences from NEST: tau_psc may equal tau_rec.
 *
 * <p>Reference: Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50.
 */
public final class TsodyksSynapse implements PlasticModel {
  private static final Parameter U =
      scalar("U", "", 0.5, Ranges.SHARE, "increment of u at a spike, relative to 1 - u");
  private static final Parameter TAU_PSC =
      scalar("tau_psc", "ms", 3, Range.POSITIVE, "time constant of the synaptic current");
  private static final Parameter TAU_FAC =
      scalar("tau_fac", "ms", 0, Range.NON_NEGATIVE, "time constant of facilitation; 0: none");
  private static final Parameter TAU_REC =
      scalar("tau_rec", "ms", 800, Range.POSITIVE, "time constant of recovery");
  private static final Parameter X =
      initial("x", "", 1, Ranges.SHARE, "recovered resources at the start");
  private static final Parameter Y =
      initial("y", "", 0, Ranges.SHARE, "active resources at the start");
  private static final Parameter UTILISATION =
      initial("u", "", 0, Ranges.SHARE, "share of x that a spike releases, at the start");

  @Override
  public String name() {
    return "tsodyks_synapse";
  }

  @Override
  public String summary() {
    return "short-term depression and facilitation, three resource states";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(U, TAU_PSC, TAU_FAC, TAU_REC, X, Y, UTILISATION);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Resources(
        columns.weights(),
        columns.state(X),
        columns.state(Y),
        columns.state(UTILISATION),
        columns.value(U),
        columns.value(TAU_PSC),
        columns.value(TAU_FAC),
        columns.value(TAU_REC),
        grid.resolutionMs());
  }

  private record Resources(
      double[] weight,
      double[] x,
      double[] y,
      double[] u,
      SynapseValue increment,
      SynapseValue tauPsc,
      SynapseValue tauFac,
      SynapseValue tauRec,
      double h)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return x[i] + y[i] <= 1 ? "" : "x + y is " + (x[i] + y[i]) + "; allowed is up to 1";
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      int steps = spike.elapsed();
      double active = tauPsc.decay(i, steps);
      double absent = tauRec.decay(i, steps);
      double inactive = inactive(tauPsc.at(i), tauRec.at(i), absent, steps * h);
      double left = tauFac.at(i) == 0 ? 0 : u[i] * tauFac.decay(i, steps);
      double recovered = x[i] + (1 - active - inactive) * y[i] + (1 - absent) * (1 - x[i] - y[i]);
      u[i] = left + increment.at(i) * (1 - left);
      double release = u[i] * recovered;
      x[i] = recovered - release;
      y[i] = y[i] * active + release;
      return release * weight[i];
    }

    /**
     * Share of the active resources that are inactive after t: with the rates a = 1 / tau_psc and b
     * = 1 / tau_rec it is a e^(-bt) (1 - e^(-(a-b)t)) / (a - b), whose limit for a = b is a t
     * e^(-bt).
     */
    private static double inactive(double tauPsc, double tauRec, double absent, double t) {
      double difference = 1 / tauPsc - 1 / tauRec;
      double ratio = difference == 0 ? t : -Math.expm1(-difference * t) / difference;
      return absent * ratio / tauPsc;
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
