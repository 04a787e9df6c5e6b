package org.baya.build;

import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;

/** Which projections can do without stored synapses. */
final class ProceduralCheck {
  private ProceduralCheck() {}

  /**
   * Fails unless the rows of a projection can be drawn again for each spike.
   *
   * @throws InvalidInputException naming what stands in the way
   */
  static void require(ResolvedProjection projection) {
    if (!projection.from().isNeurons()) {
      throw wrong(
          projection,
          "needs a source population of neurons; '"
              + projection.from().name()
              + "' is a "
              + projection.from().model().name());
    }
    if (!projection.to().isNeurons()) {
      throw wrong(projection, "needs a target population of neurons");
    }
    if (projection.synapse().isPlastic()) {
      throw wrong(
          projection,
          "needs static synapses; those of "
              + projection.synapse().model().name()
              + " change and must be in memory");
    }
    if (projection.drop().isPresent()) {
      throw wrong(projection, "cannot leave edges out by 'drop'");
    }
    if (projection.edges().order() != EdgeList.Order.BY_SOURCE
        || !projection.edges().columns().isEmpty()) {
      throw wrong(
          projection,
          "needs a rule whose rows belong to sources: all_to_all, one_to_one, fixed_outdegree, "
              + "fixed_total_number, pairwise_bernoulli or pairwise_poisson, without make_symmetric");
    }
  }

  private static InvalidInputException wrong(ResolvedProjection projection, String problem) {
    return new InvalidInputException(projection.place("store"), "procedural " + problem);
  }
}
