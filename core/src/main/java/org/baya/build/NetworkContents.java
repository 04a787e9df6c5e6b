package org.baya.build;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.model.Model;
import org.baya.model.Parameters;
import org.baya.model.TimeGrid;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;

/**
 * A network node by node and edge by edge, with the values that building would store, for those who
 * write it to files. Nothing is built.
 */
public final class NetworkContents {
  private final List<Nodes> populations;
  private final List<Edges> projections;

  private NetworkContents(List<Nodes> populations, List<Edges> projections) {
    this.populations = populations;
    this.projections = projections;
  }

  /**
   * The contents of {@code network}.
   *
   * @param arena life of the opened files
   * @throws InvalidInputException with every wrong population, or every wrong projection
   */
  public static NetworkContents of(Network network, Arena arena) {
    Catalog catalog = Catalog.standard();
    TimeGrid grid = new TimeGrid(network.resolutionMs());
    List<ResolvedPopulation> populations =
        new PopulationResolver(catalog, arena, network.seed()).resolve(network.populations());
    List<ResolvedProjection> projections =
        new ProjectionResolver(catalog, arena, network, populations).resolve();
    return new NetworkContents(
        populations.stream().map(Nodes::new).toList(),
        projections.stream().map(p -> new Edges(p, network.seed(), grid)).toList());
  }

  /** All populations. */
  public List<Nodes> populations() {
    return populations;
  }

  /** All projections. */
  public List<Edges> projections() {
    return projections;
  }

  /** The nodes of a population. */
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

  /** The edges of a projection. */
  public static final class Edges {
    private final ResolvedProjection projection;
    private final long seed;
    private final TimeGrid grid;

    private Edges(ResolvedProjection projection, long seed, TimeGrid grid) {
      this.projection = projection;
      this.seed = seed;
      this.grid = grid;
    }

    /** What was described. */
    public Projection description() {
      return projection.description();
    }

    /** Number of nodes of the source population. */
    public int sources() {
      return projection.from().size();
    }

    /** Number of nodes of the target population. */
    public int targets() {
      return projection.to().size();
    }

    /** Hands over all edges that are not dropped, in their order, the same each time. */
    public void forEach(Reader reader) {
      EdgeEvaluator edges = new EdgeEvaluator(projection, seed, grid);
      int[] parts = PartQueue.all(projection.edges());
      edges.seek(parts, 0, parts.length);
      while (edges.next()) {
        int n = edges.loadAll();
        if (n > 0) {
          edges.evaluate();
          reader.edges(
              n,
              edges.sources(),
              edges.targets(),
              edges.weights(),
              edges.delaySteps(),
              edges.receptors());
        }
      }
    }
  }

  /** Takes edges in blocks. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Takes {@code n} edges; the arrays are valid during the call only.
     *
     * @param sources nodes in their population
     * @param targets nodes in their population
     * @param delaySteps delays [steps]
     * @param receptors ports, from 1, or 0 for models without ports
     */
    void edges(
        int n,
        int[] sources,
        int[] targets,
        double[] weights,
        int[] delaySteps,
        double[] receptors);
  }
}
