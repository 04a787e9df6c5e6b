package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.RecorderModel;

/**
 * A multimeter that samples the potential {@code V_m}. In an experiment: {@code voltmeter: {of:
 * cells, interval: 1.0}}.
 *
 * <p>Differences from NEST: those of multimeter.
 */
public final class Voltmeter implements RecorderModel {
  @Override
  public String name() {
    return "voltmeter";
  }

  @Override
  public String summary() {
    return "potentials of a population at regular times";
  }

  @Override
  public List<Parameter> parameters() {
    return RecorderParameters.sampled();
  }
}
