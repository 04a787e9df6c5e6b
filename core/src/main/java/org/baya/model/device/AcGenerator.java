package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.CurrentProcess;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Stimulus;

/**
 * A sinusoidal current between start and stop:
 *
 * <pre>
 * I(t) = offset + amplitude sin(2 pi frequency t + phase)
 * </pre>
 *
 * <p>It is constant in each step, with the value at the step's end. The phase counts from time 0,
 * whatever start and origin are.
 *
 * <p>A multimeter's sample of {@code I} at t is I(t) for {@code origin + start <= t < origin +
 * stop}, as in NEST, and 0 at other times. Targets get it a delay later, so that their potentials
 * have felt it for one step at t + delay + h, with h the resolution.
 *
 * <p>Differences from NEST: none.
 */
public final class AcGenerator implements DeviceModel {
  private static final Parameter AMPLITUDE =
      Parameter.scalar("amplitude", "pA", 0, Range.FINITE, "amplitude of the oscillation");
  private static final Parameter OFFSET =
      Parameter.scalar("offset", "pA", 0, Range.FINITE, "constant part");

  @Override
  public String name() {
    return "ac_generator";
  }

  @Override
  public String summary() {
    return "sinusoidal current";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(AMPLITUDE, OFFSET));
    all.addAll(Oscillation.PARAMETERS);
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public boolean sendsCurrent() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    return ActiveWindow.of(p)
        .waveform(
            node.grid(),
            new Sine(p.value(AMPLITUDE), p.value(OFFSET), Oscillation.of(p, node.grid())));
  }

  private record Sine(double amplitude, double offset, Oscillation oscillation)
      implements CurrentProcess {
    @Override
    public int holdSteps() {
      return 1;
    }

    @Override
    public double mean(long step) {
      return offset + amplitude * oscillation.at(step);
    }

    @Override
    public double deviation(long step) {
      return 0;
    }
  }
}
