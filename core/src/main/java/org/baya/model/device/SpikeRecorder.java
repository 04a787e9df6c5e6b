package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.RecorderModel;

/**
 * Records the spikes of a population, or of some of its nodes, at times t with {@code origin +
 * start < t <= origin + stop}.
 *
 * <p>In an experiment it is the entry {@code spikes} (or {@code spike_recorder}) of {@code record},
 * with {@code of}, {@code ids} and {@code format: sonata} (all in {@code spikes.h5}) or {@code csv}
 * (all in {@code spikes.csv}); in Java, {@code Simulation.record}.
 *
 * <p>Differences from NEST: it is not connected, so a spike has no weight and no delay.
 */
public final class SpikeRecorder implements RecorderModel {
  @Override
  public String name() {
    return "spike_recorder";
  }

  @Override
  public String summary() {
    return "spikes of a population";
  }

  @Override
  public List<Parameter> parameters() {
    return RecorderParameters.timed();
  }
}
