package org.baya.build;

import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Routing;

/** What is known of a population's dynamics before its neurons are laid out. */
final class NeuronKinds {
  private NeuronKinds() {}

  /**
   * How receptors of this population's neurons map to slots; the same for all neurons of a model.
   */
  static Routing routing(ResolvedPopulation population) {
    return dynamics(population, 0).routing();
  }

  /** How many receptors with a filter this population's neurons have for currents. */
  static int filteredCurrents(ResolvedPopulation population) {
    return population.isNeurons() && population.size() > 0
        ? dynamics(population, 0).filteredCurrents()
        : 0;
  }

  /** Whether this population's nodes are neurons that count spikes and ignore weights. */
  static boolean counts(ResolvedPopulation population) {
    return population.isNeurons()
        && population.size() > 0
        && routing(population) == Routing.COUNTED;
  }

  /** The dynamics of one neuron. */
  static Dynamics dynamics(ResolvedPopulation population, int node) {
    try {
      return ((NeuronModel) population.model()).dynamics(population.parameters(node));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "populations." + population.name() + " (node " + node + ")", e.getMessage(), e);
    }
  }
}
