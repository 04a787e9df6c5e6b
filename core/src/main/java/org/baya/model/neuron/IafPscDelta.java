package org.baya.model.neuron;

import static org.baya.model.Parameter.flag;
import static org.baya.model.neuron.ExactMembrane.*;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * Leaky integrate-and-fire neuron whose potential jumps with every spike that arrives.
 *
 * <pre>
 *   dV_m/dt = -(V_m - E_L) / tau_m + (I_e + I_stim) / C_m        a spike of weight w adds w to V_m
 * </pre>
 *
 * <p>Spikes act at the end of the step in which they arrive, before the threshold test. When V_m >=
 * V_th the neuron spikes, V_m is set to V_reset and stays there for t_ref (whole steps, rounded
 * up). V_m never falls below V_min. The equation is integrated exactly.
 *
 * <p>Spikes that arrive while the neuron is refractory are lost, or with refractory_input kept:
 * each, decayed with tau_m over the steps that were left, is added in the first step after.
 *
 * <p>Receptor: 0. Weight unit: mV.
 *
 * <p>Differences from NEST: none known.
 *
 * <p>Reference: Rotter and Diesmann 1999, doi:10.1007/s004220050570; Diesmann, Gewaltig, Rotter and
 * Aertsen 2001, doi:10.1016/S0925-2312(01)00409-X.
 */
public final class IafPscDelta implements NeuronModel {
  private static final Parameter REFRACTORY_INPUT =
      flag("refractory_input", false, "spikes that arrive while refractory act afterwards");

  @Override
  public String name() {
    return "iaf_psc_delta";
  }

  @Override
  public String summary() {
    return "leaky integrate-and-fire, potential jumps at spikes";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, E_L, C_M, TAU_M, T_REF, V_TH, V_RESET, V_MIN, I_E, REFRACTORY_INPUT);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    requireResetBelowThreshold(p);
    return new Jumps(p.flag(REFRACTORY_INPUT));
  }

  /**
   * A {@link ExactMembrane}; after its state comes the input kept, after its coefficients the decay
   * of the potential per step in logarithms.
   *
   * @param keepsInput whether spikes that arrive while refractory are kept
   */
  public record Jumps(boolean keepsInput) implements Dynamics {
    private static final int KEPT = ExactMembrane.STATES;
    private static final int LOG_DECAY = ExactMembrane.COEFFICIENTS;

    @Override
    public int states() {
      return ExactMembrane.STATES + 1;
    }

    @Override
    public int coefficients() {
      return ExactMembrane.COEFFICIENTS + 1;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public Routing routing() {
      return Routing.BY_RECEPTOR;
    }

    @Override
    public void prepare(Parameters p, TimeGrid grid, double[] out) {
      ExactMembrane.prepare(p, p.value(V_MIN), grid, out);
      out[LOG_DECAY] = -grid.resolutionMs() / p.value(TAU_M);
    }

    @Override
    public void initialise(Parameters p, double[] out) {
      ExactMembrane.initialise(p, out);
    }

    @Override
    public boolean step(
        double[] y, int s, double[] k, int c, double[] input, int x, double current) {
      double jump = input[x];
      if (keepsInput) {
        double refractory = y[s + REFRACTORY * LANES];
        if (refractory > 0) {
          y[s + KEPT * LANES] += jump * Math.exp(refractory * k[c + LOG_DECAY * LANES]);
        } else {
          jump += y[s + KEPT * LANES];
          y[s + KEPT * LANES] = 0;
        }
      }
      return ExactMembrane.step(y, s, k, c, jump, current);
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(POTENTIAL);
    }
  }
}
