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
 * Short-term depression and facilitation with resources that recover directly.
 *
 * <pre>
 *   dx/dt = (1 - x) / tau_rec      x available resources, reduced by u x at a spike
 *   du/dt = (U - u) / tau_fac      u share that a spike releases, raised by U (1 - u); u = U if tau_fac = 0
 * </pre>
 *
 * <p>The spike transmits weight * u x.
 *
 * <p>Differences from NEST: none.
 *
 * <p>Reference: Tsodyks, Pawelzik and Markram 1998, doi:10.1162/089976698300017502; Maass and
 * Markram 2002, doi:10.1016/S0893-6080(01)00144-7.
 */
public final class Tsodyks2Synapse implements PlasticModel {
  private static final Parameter U =
      scalar("U", "", 0.5, Ranges.SHARE, "share that a spike releases at rest");
  private static final Parameter TAU_REC =
      scalar("tau_rec", "ms", 800, Range.POSITIVE, "time constant of recovery");
  private static final Parameter TAU_FAC =
      scalar("tau_fac", "ms", 0, Range.NON_NEGATIVE, "time constant of facilitation; 0: none");
  private static final Parameter X =
      initial("x", "", 1, Ranges.SHARE, "available resources at the start");
  private static final Parameter UTILISATION =
      initial("u", "", 0.5, Ranges.SHARE, "share that a spike releases, at the start");

  @Override
  public String name() {
    return "tsodyks2_synapse";
  }

  @Override
  public String summary() {
    return "short-term depression and facilitation, two variables";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(U, TAU_REC, TAU_FAC, X, UTILISATION);
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
        columns.state(UTILISATION),
        columns.value(U),
        columns.value(TAU_REC),
        columns.value(TAU_FAC));
  }

  private record Resources(
      double[] weight,
      double[] x,
      double[] u,
      SynapseValue rest,
      SynapseValue tauRec,
      SynapseValue tauFac)
      implements SynapseDynamics {
    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      if (spike.number() > 0) {
        int steps = spike.elapsed();
        x[i] = 1 + (x[i] - x[i] * u[i] - 1) * tauRec.decay(i, steps);
        double left = tauFac.at(i) == 0 ? 0 : tauFac.decay(i, steps);
        u[i] = rest.at(i) + u[i] * (1 - rest.at(i)) * left;
      }
      return x[i] * u[i] * weight[i];
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
