package org.baya.model.device;

import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Stimulus;

/**
 * Spikes at given times: in {@code spike_times}, or from the population's {@code spikes} in files.
 * A time that occurs twice counts twice; each spike may carry a factor on the weight ({@code
 * spike_weights}) and a number of times that it counts ({@code spike_multiplicities}).
 *
 * <p>Times are relative to origin. They are rounded to 0.001 ms, and then must be multiples of the
 * resolution unless {@code allow_offgrid_times}, which rounds them up; times from files are always
 * rounded up. A spike at time t is sent if {@code origin + start < t <= origin + stop}.
 *
 * <p>Differences from NEST: times may stand in any order; no precise times inside a step.
 */
public final class SpikeGenerator implements DeviceModel {
  @Override
  public String name() {
    return "spike_generator";
  }

  @Override
  public String summary() {
    return "spikes at given times, optionally with a weight factor each";
  }

  @Override
  public List<Parameter> parameters() {
    return GivenSpikes.parameters(true);
  }

  @Override
  public boolean acceptsSpikeTrains() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    return GivenSpikes.stimulus(p, true, node);
  }
}
