package org.baya.model.synapse;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.SynapseModel;

/**
 * Synapse that transmits its weight at every spike.
 *
 * <p>weight, delay and receptor are values of the projection.
 *
 * <p>Differences from NEST: none.
 */
public final class StaticSynapse implements SynapseModel {
  @Override
  public String name() {
    return "static_synapse";
  }

  @Override
  public String summary() {
    return "constant weight";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
