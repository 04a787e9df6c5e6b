package org.baya.model.neuron;

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
 * Fires at a fixed rate whatever it receives: the traffic of a network is known beforehand, which
 * serves to test and to time connectivity and communication at any scale.
 *
 * <pre>
 *   period      = 1000 / rate ms, in whole steps, rounded up
 *   first spike = phase x 1000 / rate ms, in whole steps, rounded up, plus one step
 * </pre>
 *
 * <p>Receptor: 0. All input is taken and dropped.
 *
 * <p>Differences from NEST: none known.
 */
public final class IgnoreAndFire implements NeuronModel {
  private static final Parameter RATE =
      scalar("rate", "1/s", 10, Range.POSITIVE, "spikes per second");
  private static final Parameter PHASE =
      scalar(
          "phase",
          "",
          1,
          new Range(0, false, 1, true),
          "time of the first spike as a share of the period");
  private static final double MS_PER_SECOND = 1000;

  @Override
  public String name() {
    return "ignore_and_fire";
  }

  @Override
  public String summary() {
    return "fires at a fixed rate and ignores its input";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(PHASE, RATE);
  }

  @Override
  public Dynamics dynamics(Parameters parameters) {
    return new Clock();
  }

  /** Counts steps. */
  public record Clock() implements Dynamics {
    /** State: whether the first spike is over, steps since the last one or the start. */
    private static final int STARTED = 0;

    private static final int ELAPSED = 1;

    /** Coefficients. */
    private static final int FIRST = 0;

    private static final int PERIOD = 1;

    @Override
    public int states() {
      return 2;
    }

    @Override
    public int coefficients() {
      return 2;
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
      out[FIRST] = grid.stepsUp(p.value(PHASE) / p.value(RATE) * MS_PER_SECOND) + 1.0;
      out[PERIOD] = grid.stepsUp(MS_PER_SECOND / p.value(RATE));
    }

    @Override
    public void initialise(Parameters p, double[] out) {}

    @Override
    public boolean step(
        double[] y, int s, double[] k, int c, double[] input, int x, double current) {
      double elapsed = y[s + ELAPSED * LANES] + 1;
      boolean started = y[s + STARTED * LANES] != 0;
      boolean spike = elapsed >= k[c + (started ? PERIOD : FIRST) * LANES];
      y[s + ELAPSED * LANES] = spike ? 0 : elapsed;
      y[s + STARTED * LANES] = spike || started ? 1 : 0;
      return spike;
    }

    @Override
    public List<Recordable> recordables() {
      return List.of();
    }
  }
}
