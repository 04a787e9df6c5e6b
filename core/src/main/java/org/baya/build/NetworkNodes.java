package org.baya.build;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.model.Model;
import org.baya.model.Parameters;
import org.baya.network.Network;
import org.baya.network.Population;

/** The nodes of a description with their final parameters, without building the network. */
public final class NetworkNodes {
  private final List<Nodes> populations;

  private NetworkNodes(List<Nodes> populations) {
    this.populations = populations;
  }

  /**
   * Looks everything up.
   *
   * @throws InvalidInputException with every wrong population
   */
  public static NetworkNodes of(Network network) {
    try (Arena arena = Arena.ofShared()) {
      return new NetworkNodes(
          new PopulationResolver(Catalog.standard(), arena, network.seed())
              .resolve(network.populations()).stream().map(Nodes::new).toList());
    }
  }

  /** The populations in the order of the network. */
  public List<Nodes> populations() {
    return populations;
  }

  /** The nodes of one population. */
  public static final class Nodes {
    private final ResolvedPopulation population;

    private Nodes(ResolvedPopulation population) {
      this.population = population;
    }

    /** What was described. */
    public Population description() {
      return population.description();
    }

    /** The model of all nodes. */
    public Model model() {
      return population.model();
    }

    /** Whether they are neurons; else they are stimulators. */
    public boolean isNeurons() {
      return population.isNeurons();
    }

    /** Number of nodes. */
    public int size() {
      return population.size();
    }

    /** The parameters of a node. */
    public Parameters parameters(int node) {
      return population.parameters(node);
    }

    /** The axes of their positions; none without positions. */
    public Set<String> axes() {
      return population.axes();
    }

    /** The coordinate of every node along an axis; not to be modified. */
    public double[] positions(String axis) {
      return population.position(axis);
    }
  }
}
