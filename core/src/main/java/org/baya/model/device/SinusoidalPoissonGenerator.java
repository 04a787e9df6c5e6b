package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Signal;
import org.baya.model.SpikeProcess;
import org.baya.model.Stimulus;
import org.baya.random.Poisson;

/**
 * Poisson spike trains of sinusoidal rate:
 *
 * <pre>
 * r(t) = max(0, rate + amplitude sin(2 pi frequency t + phase))
 * </pre>
 *
 * <p>The number of spikes in the step that ends at t is Poisson distributed with mean r(t) h, h the
 * resolution. Every synapse gets its own train, or all get the same.
 *
 * <p>A multimeter's sample of {@code rate} at t is r(t), whatever start and stop are.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and step.
 */
public final class SinusoidalPoissonGenerator implements DeviceModel {
  private static final Parameter RATE =
      Parameter.scalar("rate", "spikes/s", 0, Range.NON_NEGATIVE, "mean of the rate");
  private static final Parameter AMPLITUDE =
      Parameter.scalar("amplitude", "spikes/s", 0, Range.FINITE, "amplitude of the rate");
  private static final Parameter INDIVIDUAL =
      Parameter.flag(
          "individual_spike_trains", true, "whether each target gets its own train; else all one");

  @Override
  public String name() {
    return "sinusoidal_poisson_generator";
  }

  @Override
  public String summary() {
    return "Poisson spike trains of sinusoidal rate, one per synapse or one for all";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(RATE, AMPLITUDE));
    all.addAll(Oscillation.PARAMETERS);
    all.add(INDIVIDUAL);
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public List<Signal> signals() {
    return List.of(Signal.RATE);
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    double stepS = node.grid().resolutionMs() / 1000;
    Sine sine =
        new Sine(p.value(RATE) * stepS, p.value(AMPLITUDE) * stepS, Oscillation.of(p, node.grid()));
    Poisson.check(sine.mean + Math.abs(sine.amplitude));
    SpikeProcess process = p.flag(INDIVIDUAL) ? sine : new PoissonRate.Shared(sine);
    return ActiveWindow.of(p).trains(node.grid(), process);
  }

  private record Sine(double mean, double amplitude, Oscillation oscillation)
      implements PoissonRate {
    @Override
    public double mean(long step) {
      return Math.max(0, mean + amplitude * oscillation.at(step));
    }
  }
}
