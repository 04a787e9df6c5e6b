package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.RecorderModel;

/**
 * Records what every synapse of a plastic projection transmits at every spike of its source: time,
 * source, target, weight. The time is that of the source's spike; the weight arrives one delay
 * later.
 *
 * <p>In an experiment it is the entry {@code weights} (or {@code weight_recorder}) of {@code
 * record}, with {@code of}, a projection or a list of them, and {@code format: h5}, {@code npz} or
 * {@code csv}, written to {@code PROJECTION_weights}; {@code final_weights} writes the weights at
 * the end. In Java, {@code Simulation.recordWeights} and {@code Simulation.weights}.
 *
 * <p>Differences from NEST: it records projections, not connections chosen by senders and targets;
 * static synapses, whose weights do not change, cannot be recorded; no receptor and port columns.
 */
public final class WeightRecorder implements RecorderModel {
  @Override
  public String name() {
    return "weight_recorder";
  }

  @Override
  public String summary() {
    return "what plastic synapses transmit, spike by spike";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
