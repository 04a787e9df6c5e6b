package org.baya.model.device;

import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Stimulus;

/**
 * Spikes at given times, sent on as if the node were a neuron that had fired: in {@code
 * spike_times}, or from the population's {@code spikes} in files. A time that occurs twice counts
 * twice. Times are as for spike_generator.
 *
 * <p>Differences from NEST: times may stand in any order; no precise times inside a step.
 */
public final class SpikeTrainInjector implements DeviceModel {
  @Override
  public String name() {
    return "spike_train_injector";
  }

  @Override
  public String summary() {
    return "spikes at given times, sent like those of a neuron";
  }

  @Override
  public List<Parameter> parameters() {
    return GivenSpikes.parameters(false);
  }

  @Override
  public boolean acceptsSpikeTrains() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    return GivenSpikes.stimulus(p, false, node);
  }
}
