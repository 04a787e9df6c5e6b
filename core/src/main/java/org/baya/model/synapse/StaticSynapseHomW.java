package org.baya.model.synapse;

import java.util.List;
import java.util.Set;
import org.baya.model.Parameter;
import org.baya.model.SynapseModel;

/**
 * Synapse that transmits its weight at every spike; one weight for all synapses of a projection.
 *
 * <p>It costs no memory for weights; neither does {@code static_synapse} with a number as its
 * weight. weight (a number), delay and receptor are values of the projection.
 *
 * <p>Differences from NEST: the weight is set with the projection, not as a default of the model.
 */
public final class StaticSynapseHomW implements SynapseModel {
  @Override
  public String name() {
    return "static_synapse_hom_w";
  }

  @Override
  public String summary() {
    return "constant weight, one for all synapses of a projection";
  }

  @Override
  public Set<String> common() {
    return Set.of(WEIGHT);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
