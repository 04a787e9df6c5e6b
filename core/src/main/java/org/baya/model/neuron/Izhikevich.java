package org.baya.model.neuron;

import static org.baya.model.Parameter.flag;
import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Routing;
import org.baya.model.TimeGrid;

/**
 * Izhikevich's simple model of spiking neurons.
 *
 * <pre>
 *   dV_m/dt = 0.04 V_m^2 + 5 V_m + 140 - U_m + I_e + I_stim        a spike of weight w adds w to V_m
 *   dU_m/dt = a (b V_m - U_m)
 *   V_m >= V_th:  V_m = c, U_m = U_m + d
 * </pre>
 *
 * <p>There are two schemes. With consistent_integration, both equations take one step of Euler's
 * method and spikes jump V_m afterwards. Without it, as in the publication: V_m takes two half
 * steps in which the spikes of the step act as a current, then U_m a whole one with the new V_m.
 * V_m never falls below V_min. There is no refractory period.
 *
 * <p>Receptor: 0. Weight unit: mV, or pA without consistent_integration.
 *
 * <p>Differences from NEST: none known; the default of U_m is b V_m of the other defaults, there
 * too.
 *
 * <p>Reference: Izhikevich 2003, IEEE Trans Neural Netw 14:1569, doi:10.1109/TNN.2003.820440.
 */
public final class Izhikevich implements NeuronModel {
  private static final Parameter V_M =
      initial("V_m", "mV", -65, Range.FINITE, "membrane potential at the start");
  private static final Parameter U_M =
      initial("U_m", "mV", -13, Range.FINITE, "recovery variable at the start");
  private static final Parameter V_TH = scalar("V_th", "mV", 30, Range.FINITE, "spike threshold");
  private static final Parameter A =
      scalar("a", "", 0.02, Range.FINITE, "rate of the recovery variable");
  private static final Parameter B =
      scalar("b", "", 0.2, Range.FINITE, "how the recovery variable follows the potential");
  private static final Parameter C =
      scalar("c", "mV", -65, Range.FINITE, "potential after a spike");
  private static final Parameter D =
      scalar("d", "mV", 8, Range.FINITE, "what a spike adds to the recovery variable");
  private static final Parameter CONSISTENT =
      flag(
          "consistent_integration",
          true,
          "Euler's method with jumps instead of the publication's scheme");

  @Override
  public String name() {
    return "izhikevich";
  }

  @Override
  public String summary() {
    return "Izhikevich's two-variable model, potential jumps at spikes";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(V_M, U_M, V_TH, ExactMembrane.V_MIN, ExactMembrane.I_E, A, B, C, D, CONSISTENT);
  }

  @Override
  public Dynamics dynamics(Parameters p) {
    return new Quadratic(p.flag(CONSISTENT));
  }

  /**
   * One step of either scheme.
   *
   * @param consistent whether spikes jump the potential
   */
  public record Quadratic(boolean consistent) implements Dynamics {
    /** State. */
    public static final int V = 0;

    public static final int U = 1;

    /** Coefficients: step, half a step, a times the step; the others are parameters. */
    public static final int H = 0;

    public static final int HALF = 1;
    public static final int RATE = 2;
    public static final int COUPLING = 3;
    public static final int RESET = 4;
    public static final int JUMP = 5;
    public static final int CURRENT = 6;
    public static final int THRESHOLD = 7;
    public static final int FLOOR = 8;

    /** The quadratic of the publication. */
    public static final double SQUARE = 0.04;

    public static final double LINEAR = 5;
    public static final double CONSTANT = 140;

    @Override
    public int states() {
      return 2;
    }

    @Override
    public int coefficients() {
      return FLOOR + 1;
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
      out[H] = grid.resolutionMs();
      out[HALF] = grid.resolutionMs() / 2;
      out[RATE] = p.value(A) * grid.resolutionMs();
      out[COUPLING] = p.value(B);
      out[RESET] = p.value(C);
      out[JUMP] = p.value(D);
      out[CURRENT] = p.value(ExactMembrane.I_E);
      out[THRESHOLD] = p.value(V_TH);
      out[FLOOR] = p.value(ExactMembrane.V_MIN);
    }

    @Override
    public void initialise(Parameters p, double[] out) {
      out[V] = p.value(V_M);
      out[U] = p.value(U_M);
    }

    @Override
    public boolean step(
        double[] y, int s, double[] k, int c, double[] input, int x, double current) {
      double v = y[s + V * LANES];
      double u = y[s + U * LANES];
      double followed = v;
      double drive = k[c + CURRENT * LANES] + current;
      if (consistent) {
        v = Math.fma(k[c + H * LANES], slope(v, u, drive), v) + input[x];
      } else {
        drive += input[x];
        double half = k[c + HALF * LANES];
        v = Math.fma(half, slope(v, u, drive), v);
        v = Math.fma(half, slope(v, u, drive), v);
        followed = v;
      }
      u = Math.fma(k[c + RATE * LANES], Math.fma(k[c + COUPLING * LANES], followed, -u), u);
      v = Math.max(v, k[c + FLOOR * LANES]);
      boolean spike = v >= k[c + THRESHOLD * LANES];
      y[s + V * LANES] = spike ? k[c + RESET * LANES] : v;
      y[s + U * LANES] = spike ? u + k[c + JUMP * LANES] : u;
      return spike;
    }

    private static double slope(double v, double u, double drive) {
      return Math.fma(Math.fma(SQUARE, v, LINEAR), v, CONSTANT - u + drive);
    }

    @Override
    public List<Recordable> recordables() {
      return List.of(
          Recordable.stored("V_m", "mV", "membrane potential", V),
          Recordable.stored("U_m", "mV", "recovery variable", U));
    }
  }
}
