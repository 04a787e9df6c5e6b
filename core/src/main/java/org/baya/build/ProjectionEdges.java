package org.baya.build;

import java.util.Optional;
import org.baya.connect.EdgeList;
import org.baya.model.Routing;
import org.baya.model.Stimulus;
import org.baya.model.SynapseModel;
import org.baya.model.TimeGrid;

/** The edges of one projection with their final values. */
public final class ProjectionEdges {
  private final ResolvedProjection projection;
  private final Blueprint blueprint;

  ProjectionEdges(ResolvedProjection projection, Blueprint blueprint) {
    this.projection = projection;
    this.blueprint = blueprint;
  }

  /** Its name. */
  public String name() {
    return projection.name();
  }

  /** Name of the population of sources. */
  public String from() {
    return projection.from().name();
  }

  /** Name of the population of targets. */
  public String to() {
    return projection.to().name();
  }

  /** Number of nodes that may be sources. */
  public int sources() {
    return projection.from().size();
  }

  /** Number of nodes that may be targets. */
  public int targets() {
    return projection.to().size();
  }

  /** Name of the synapse model. */
  public String synapseModel() {
    return projection.description().synapseModel();
  }

  /** The synapse model. */
  public SynapseModel synapse() {
    return projection.synapse().model();
  }

  /** Name of the population that modulates the synapses, if there is one. */
  public Optional<String> transmitter() {
    return projection.synapse().transmitter().map(ResolvedPopulation::name);
  }

  /** Whether the synapses are stored, and so part of the {@link NetworkFingerprint}. */
  public boolean isStored() {
    return blueprint.stored().contains(projection) || blueprint.plastic().contains(projection);
  }

  /** Whether the sources send currents instead of spikes. */
  public boolean sendsCurrent() {
    return blueprint.stimuli().get(projection.from().index()).stream()
        .anyMatch(s -> s instanceof Stimulus.Current || s instanceof Stimulus.Waveform);
  }

  /** How receptors lead to the inputs of the targets; absent if the targets are no neurons. */
  public Optional<Routing> routing() {
    return projection.to().isNeurons() && projection.to().size() > 0
        ? Optional.of(NeuronKinds.routing(projection.to()))
        : Optional.empty();
  }

  /** Reads all edges. */
  public Reader reader() {
    return new Reader(PartQueue.all(projection.edges()), node -> true, node -> true);
  }

  /** Reads the edges that leave a source; only these where the rule makes edges by source. */
  public Reader ofSource(int source) {
    return new Reader(parts(EdgeList.Order.BY_SOURCE, source), node -> node == source, n -> true);
  }

  /** Reads the edges that reach a target; only these where the rule makes edges by target. */
  public Reader ofTarget(int target) {
    return new Reader(parts(EdgeList.Order.BY_TARGET, target), n -> true, node -> node == target);
  }

  /** Reads the edges from a source to a target. */
  public Reader between(int source, int target) {
    boolean bySource = projection.edges().order() == EdgeList.Order.BY_SOURCE;
    int[] parts =
        bySource
            ? parts(EdgeList.Order.BY_SOURCE, source)
            : parts(EdgeList.Order.BY_TARGET, target);
    return new Reader(parts, node -> node == source, node -> node == target);
  }

  private int[] parts(EdgeList.Order order, int node) {
    EdgeList edges = projection.edges();
    return edges.order() == order ? new int[] {node} : PartQueue.all(edges);
  }

  /** Which nodes are wanted. */
  @FunctionalInterface
  private interface Wanted {
    boolean test(int node);
  }

  /** Reads edges in blocks, in the order of the rule or the file. For one thread. */
  public final class Reader {
    private final EdgeEvaluator edges;
    private final int[] kept = new int[EdgeList.BLOCK];
    private double[] parameter = {};
    private int count;
    private final SlotRouter router;
    private final TimeGrid grid = blueprint.grid();
    private final Wanted source;
    private final Wanted target;
    private final int[] sources = new int[EdgeList.BLOCK];
    private final int[] targets = new int[EdgeList.BLOCK];
    private final double[] weights = new double[EdgeList.BLOCK];
    private final double[] delaysMs = new double[EdgeList.BLOCK];
    private final int[] receptors = new int[EdgeList.BLOCK];

    private Reader(int[] parts, Wanted source, Wanted target) {
      this.source = source;
      this.target = target;
      edges = new EdgeEvaluator(projection, blueprint.network().seed(), grid);
      router = new SlotRouter(projection, blueprint.layout().slotOf());
      edges.seek(parts, 0, parts.length);
    }

    /**
     * Goes on to the next edges that are not dropped.
     *
     * @return their number, 0 after the last
     */
    public int next() {
      while (edges.next()) {
        int loaded = edges.loadAll();
        edges.evaluate();
        if (projection.to().isNeurons()) {
          router.route(edges, loaded);
        }
        count = copyWanted(loaded);
        if (count > 0) {
          return count;
        }
      }
      count = 0;
      return 0;
    }

    private int copyWanted(int loaded) {
      int n = 0;
      for (int k = 0; k < loaded; k++) {
        int from = edges.sources()[k];
        int to = edges.targets()[k];
        if (source.test(from) && target.test(to)) {
          sources[n] = from;
          targets[n] = to;
          weights[n] = edges.weights()[k];
          delaysMs[n] = grid.timeMs(edges.delaySteps()[k]);
          receptors[n] = projection.to().isNeurons() ? (int) edges.receptors()[k] : 0;
          kept[n] = k;
          n++;
        }
      }
      return n;
    }

    /** Sources of these edges, 0-based inside their population; valid until the next call. */
    public int[] sources() {
      return sources;
    }

    /** Targets of these edges, 0-based inside their population. */
    public int[] targets() {
      return targets;
    }

    /** Weights of these edges. */
    public double[] weights() {
      return weights;
    }

    /** Delays of these edges, rounded to steps [ms]. */
    public double[] delaysMs() {
      return delaysMs;
    }

    /** Receptors of these edges. */
    public int[] receptors() {
      return receptors;
    }

    /**
     * A parameter of the synapse model for these edges; valid until the next call.
     *
     * @param index in {@link SynapseModel#parameters()}
     */
    public double[] parameter(int index) {
      double[] all = edges.parameter(index);
      if (parameter.length == 0) {
        parameter = new double[EdgeList.BLOCK];
      }
      for (int k = 0; k < count; k++) {
        parameter[k] = all[kept[k]];
      }
      return parameter;
    }
  }
}
