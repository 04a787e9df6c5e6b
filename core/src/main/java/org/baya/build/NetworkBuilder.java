package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.baya.array.Column;
import org.baya.catalog.Catalog;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceModel;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.network.Grouping;
import org.baya.network.Network;

/** Builds a network: description in, arrays out. */
public final class NetworkBuilder {
  private final Network network;
  private final int workers;
  private final BuildProgress progress;
  private final Catalog catalog;

  private NetworkBuilder(Network network, int workers, BuildProgress progress) {
    if (workers < 1) {
      throw new InvalidInputException("threads", workers + "; allowed is 1 or more");
    }
    this.network = network;
    this.workers = workers;
    this.progress = progress;
    this.catalog = Catalog.standard();
  }

  /**
   * A finished network.
   *
   * @param report what building did to each projection
   */
  public record Built(CompiledNetwork network, BuildReport report) {}

  /** Builds a network for {@code threads} threads. */
  public static Built build(Network network, int threads) {
    return build(network, threads, new BuildProgress());
  }

  /**
   * Builds a network, telling how far it is.
   *
   * @throws InvalidInputException if the description or one of its files is wrong
   * @throws org.baya.error.SimulationException if building was cancelled
   */
  public static Built build(Network network, int threads, BuildProgress progress) {
    try (Arena arena = Arena.ofShared()) {
      return new NetworkBuilder(network, threads, progress).build(arena);
    }
  }

  private Built build(Arena arena) {
    TimeGrid grid = new TimeGrid(network.resolutionMs());
    List<ResolvedPopulation> populations = new PopulationResolver(catalog, arena, network.seed()).resolve(network.populations());
    List<ResolvedProjection> projections = new ProjectionResolver(catalog, arena, network, populations).resolve();
    StimulusBuilder stimulusBuilder = new StimulusBuilder(grid, arena);
    List<List<Stimulus>> stimuli = new ArrayList<>();
    for (ResolvedPopulation population : populations) {
      stimuli.add(population.model() instanceof DeviceModel ? stimulusBuilder.add(population) : List.of());
    }
    List<ResolvedProjection> stored = new ArrayList<>();
    List<ResolvedProjection> inputs = new ArrayList<>();
    for (ResolvedProjection projection : projections) {
      List<Stimulus> sources = stimuli.get(projection.from().index());
      boolean spikes = sources.isEmpty() || sources.getFirst() instanceof Stimulus.Spikes;
      (spikes ? stored : inputs).add(projection);
    }
    int nodes = populations.stream().mapToInt(ResolvedPopulation::size).sum();
    int window = DelayWindow.steps(stored, new int[nodes], grid, network.seed(), workers);
    ShardLayout layout = new ShardLayout(populations, nodes, window, workers);
    long edgeReadings = stored.stream().mapToLong(p -> p.edges().size()).sum() * 2 * workers;
    progress.total(edgeReadings);
    SynapseBuilder synapses =
        new SynapseBuilder(SynapseGroup.of(stored), projections.size(), layout, grid, network.seed(), workers, progress);
    synapses.build();
    long[] dropped = new long[projections.size()];
    InputBuilder inputBuilder = new InputBuilder(layout, grid, network.seed());
    for (ResolvedProjection projection : inputs) {
      dropped[projection.index()] = inputBuilder.add(projection, stimuli.get(projection.from().index()));
    }
    CompiledNetwork compiled =
        new CompiledNetwork(
            network.name(),
            network.seed(),
            grid,
            populations.stream().map(population -> compiled(population, arena)).toList(),
            window,
            synapses.maxDelay(),
            shards(layout, grid, synapses, inputBuilder),
            layout.slotOf(),
            stimulusBuilder.given(),
            stimulusBuilder.weighted());
    return new Built(compiled, report(projections, synapses, dropped));
  }

  private static List<Shard> shards(ShardLayout layout, TimeGrid grid, SynapseBuilder synapses, InputBuilder inputs) {
    List<Shard> shards = new ArrayList<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      List<Slab> slabs = layout.runs(shard).stream().map(run -> new SlabBuilder(run, grid).build()).toList();
      shards.add(
          new Shard(layout.slots(shard), slabs, synapses.tables(shard), inputs.poisson(shard), inputs.currents(shard, slabs)));
    }
    return shards;
  }

  private static CompiledPopulation compiled(ResolvedPopulation population, Arena arena) {
    int[] groupOf = population.description().groups().map(groups -> groupOf(population, groups, arena)).orElse(new int[0]);
    List<String> names = population.description().groups().map(Grouping::names).orElse(List.of());
    return new CompiledPopulation(
        population.name(), population.model().name(), population.firstNode(), population.size(), population.isNeurons(), groupOf, names);
  }

  private static int[] groupOf(ResolvedPopulation population, Grouping groups, Arena arena) {
    Column column = groups.ids().open(arena);
    if (column.rows() != population.size()) {
      throw new InvalidInputException(
          column.place(), "has " + column.rows() + " rows; population '" + population.name() + "' has " + population.size() + " nodes");
    }
    int[] ids = column.toInts();
    for (int node = 0; node < ids.length; node++) {
      if (ids[node] < 0 || ids[node] >= groups.names().size()) {
        throw new InvalidInputException(
            column.place(), "row " + node + ": group is " + ids[node] + "; allowed is 0 to " + (groups.names().size() - 1));
      }
    }
    return ids;
  }

  private static BuildReport report(List<ResolvedProjection> projections, SynapseBuilder synapses, long[] dropped) {
    return new BuildReport(
        projections.stream()
            .map(
                p ->
                    new BuildReport.ProjectionReport(
                        p.name(),
                        p.from().name(),
                        p.to().name(),
                        p.edges().size(),
                        dropped[p.index()] + synapses.dropped(p.index()),
                        synapses.changedDelays(p.index())))
            .toList());
  }
}
