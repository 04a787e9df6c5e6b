package org.baya.build;

import org.baya.connect.ReverseEdges;
import org.baya.error.InvalidInputException;
import org.baya.network.Projection;

/**
 * The reverse half of a symmetric projection: its edges turned round, each with the values of the
 * edge it was made from, draws too.
 */
final class ReverseProjection {
  private static final String SUFFIX = ".reverse";

  private ReverseProjection() {}

  /**
   * The reverse of a projection.
   *
   * @param index number of the reverse among the resolved projections
   */
  static ResolvedProjection of(ResolvedProjection forward, int index) {
    ResolvedPopulation from = forward.to();
    ResolvedPopulation to = forward.from();
    if (!to.isNeurons()) {
      throw new InvalidInputException(
          "projections." + forward.name(),
          "make_symmetric needs edges back to '"
              + to.name()
              + "' ("
              + to.model().name()
              + "), which receives no input");
    }
    Projection description = forward.description();
    return new ResolvedProjection(
        new Projection(
            description.name() + SUFFIX,
            from.name(),
            to.name(),
            description.connectivity(),
            description.synapse(),
            description.synapseModel(),
            description.drop(),
            description.store()),
        index,
        from,
        to,
        new ReverseEdges(forward.edges(), from == to),
        reversed(forward.synapse()),
        reversed(forward.weight()),
        reversed(forward.delay()),
        reversed(forward.receptor()),
        forward.drop().map(ReverseProjection::reversed));
  }

  private static ResolvedSynapse reversed(ResolvedSynapse synapse) {
    return new ResolvedSynapse(
        synapse.model(),
        synapse.parameters(),
        synapse.values().stream().map(ReverseProjection::reversed).toList(),
        synapse.transmitter());
  }

  private static Quantity reversed(Quantity quantity) {
    return quantity instanceof Quantity.Computed computed ? reversed(computed) : quantity;
  }

  private static Quantity.Computed reversed(Quantity.Computed computed) {
    return new Quantity.Computed(computed.expression().reversed(), computed.purpose());
  }
}
