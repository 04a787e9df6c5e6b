package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.RecorderModel;

/**
 * Samples variables of neurons, or what stimulators send, of a population or some of its nodes, at
 * the times {@code offset + k interval}, k = 1, 2, ..., and at {@code offset} itself if it is above
 * 0, as far as they lie in (origin + start, origin + stop].
 *
 * <p>In an experiment it is an entry of {@code record} with a variable's name, {@code V_m: {of:
 * cells, every: 1.0}}, or {@code multimeter: {of: cells, record_from: [V_m, I_syn_ex], interval:
 * 1.0}}; in Java, {@code Simulation.record} and {@code Simulation.sample}. {@code baya models NAME}
 * lists the recordables of a model. Stimulators that send a current have {@code I},
 * sinusoidal_poisson_generator has {@code rate}.
 *
 * <p>Differences from NEST: {@code every} (another name of interval) is the resolution unless it is
 * given.
 */
public final class Multimeter implements RecorderModel {
  @Override
  public String name() {
    return "multimeter";
  }

  @Override
  public String summary() {
    return "variables of a population at regular times";
  }

  @Override
  public List<Parameter> parameters() {
    return RecorderParameters.sampled();
  }
}
