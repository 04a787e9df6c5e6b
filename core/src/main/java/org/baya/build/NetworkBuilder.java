package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.PlasticProjection;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.model.DeviceModel;
import org.baya.model.Signal;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.network.Network;

/** Builds a network: description in, arrays out. */
public final class NetworkBuilder {
  private NetworkBuilder() {}

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
   * @throws org.baya.error.InvalidInputException if the description or one of its files is wrong
   * @throws org.baya.error.SimulationException if the network does not fit into memory, or building
   *     was cancelled
   */
  public static Built build(Network network, int threads, BuildProgress progress) {
    return build(network, threads, progress, Optional.empty());
  }

  /**
   * As {@link #build(Network, int, BuildProgress)}, with a rehearsal of the run to come.
   *
   * @param rehearsal is given a small made-up network that goes through the same loops as this one,
   *     by another thread while this one is built; not called if this one is small, or has nothing
   *     that is worth it
   */
  public static Built build(
      Network network, int threads, BuildProgress progress, Consumer<CompiledNetwork> rehearsal) {
    return build(network, threads, progress, Optional.of(rehearsal));
  }

  private static Built build(
      Network network,
      int threads,
      BuildProgress progress,
      Optional<Consumer<CompiledNetwork>> rehearsal) {
    try (Arena arena = Arena.ofShared()) {
      Blueprint blueprint = Blueprint.of(network, threads, arena);
      RecordingCheck.require(blueprint);
      MemoryNeed.of(blueprint).requireHeap(Runtime.getRuntime().maxMemory());
      KernelWarmUp.start(blueprint, rehearsal);
      return build(blueprint, threads, progress, arena);
    }
  }

  private static Built build(
      Blueprint blueprint, int workers, BuildProgress progress, Arena arena) {
    Network network = blueprint.network();
    TimeGrid grid = blueprint.grid();
    ShardLayout layout = blueprint.layout();
    int projections = blueprint.projections().size();
    EdgeCounts counts = new EdgeCounts(projections);
    EdgeWork work = new EdgeWork(layout, grid, network.seed(), workers, progress, counts);
    TransmitterBuilder transmitters = new TransmitterBuilder(blueprint, counts);
    List<SynapseGroup> groups = new ArrayList<>(SynapseGroup.of(blueprint.stored(), grid));
    blueprint.plastic().forEach(p -> groups.add(SynapseGroup.plastic(p, grid)));
    SynapseBuilder synapses = new SynapseBuilder(groups, work, transmitters);
    synapses.build();
    InputBuilder inputs = new InputBuilder(work, projections, blueprint.stimuli());
    for (ResolvedProjection projection : blueprint.inputs()) {
      inputs.add(projection);
    }
    List<CompiledPopulation> populations =
        blueprint.populations().stream()
            .map(population -> compiled(population, blueprint.stimuli(), arena))
            .toList();
    CompiledNetwork compiled =
        new CompiledNetwork(
            network.name(),
            network.seed(),
            grid,
            populations,
            blueprint.windowSteps(),
            blueprint.deliverySteps(),
            synapses.maxDelay(),
            shards(blueprint, workers, synapses, inputs),
            layout.slotOf(),
            blueprint.schedule().given(),
            blueprint.schedule().weighted(),
            blueprint.plastic().stream().map(p -> compiled(p, populations)).toList(),
            ProceduralBuilder.groups(blueprint),
            transmitters.signals());
    return new Built(compiled, report(blueprint.projections(), counts));
  }

  private static List<Shard> shards(
      Blueprint blueprint, int workers, SynapseBuilder synapses, InputBuilder inputs) {
    ShardLayout layout = blueprint.layout();
    TimeGrid grid = blueprint.grid();
    long seed = blueprint.network().seed();
    TraceBuilder traces = new TraceBuilder(grid);
    List<HeardSlots> heard = heard(blueprint, workers, synapses, inputs);
    List<List<Slab>> slabsOf = new ArrayList<>(Collections.nCopies(layout.shards(), List.of()));
    EdgeWork.each(
        layout.shards(),
        workers,
        (shard, worker) ->
            slabsOf.set(
                shard,
                heard.get(shard).without(layout.runs(shard)).stream()
                    .map(run -> new SlabBuilder(run, grid, seed).build())
                    .toList()));
    List<Shard> shards = new ArrayList<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      List<Slab> slabs = slabsOf.get(shard);
      shards.add(
          new Shard(
              layout.slots(shard),
              slabs,
              synapses.tables(shard),
              synapses.plastic(shard),
              synapses.plastic(shard).stream().anyMatch(PlasticTable::readsTarget)
                  ? Optional.of(traces.decays(layout.runs(shard)))
                  : Optional.empty(),
              inputs.poisson(shard),
              inputs.trains(shard),
              inputs.currents(shard, slabs),
              inputs.waves(shard, slabs)));
    }
    return shards;
  }

  /** What the neurons of each shard hear. */
  private static List<HeardSlots> heard(
      Blueprint blueprint, int workers, SynapseBuilder synapses, InputBuilder inputs) {
    ShardLayout layout = blueprint.layout();
    List<HeardSlots> heard = new ArrayList<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      heard.add(new HeardSlots(layout.slots(shard)));
    }
    EdgeWork.each(
        layout.shards(),
        workers,
        (shard, worker) -> {
          HeardSlots here = heard.get(shard);
          if (!blueprint.procedural().isEmpty() || !HeardSlots.matter(layout.runs(shard))) {
            here.addAll();
          } else {
            synapses.tables(shard).forEach(here::add);
            synapses.plastic(shard).forEach(table -> here.add(table.rows()));
            inputs.poisson(shard).forEach(input -> here.add(input.arrivals()));
            inputs.trains(shard).forEach(input -> here.add(input.arrivals()));
          }
        });
    return heard;
  }

  private static CompiledPopulation compiled(
      ResolvedPopulation population, List<List<Stimulus>> stimuli, Arena arena) {
    GroupLabels groups = GroupLabels.of(population, arena);
    List<Signal> signals =
        population.model() instanceof DeviceModel device ? device.signals() : List.of();
    return new CompiledPopulation(
        population.name(),
        population.model().name(),
        population.firstNode(),
        population.size(),
        population.isNeurons(),
        groups.groupOf(),
        groups.names(),
        signals,
        signals.isEmpty() ? List.of() : stimuli.get(population.index()));
  }

  private static PlasticProjection compiled(
      ResolvedProjection projection, List<CompiledPopulation> populations) {
    return new PlasticProjection(
        projection.name(),
        projection.index(),
        projection.synapse().model().name(),
        populations.get(projection.from().index()),
        populations.get(projection.to().index()));
  }

  private static BuildReport report(List<ResolvedProjection> projections, EdgeCounts counts) {
    return new BuildReport(
        projections.stream()
            .map(p ->
                new BuildReport.ProjectionReport(
                    p.name(),
                    p.from().name(),
                    p.to().name(),
                    p.edges().size(),
                    counts.dropped(p.index()),
                    counts.changedDelays(p.index()),
                    counts.roundedDelays(p.index())))
            .toList());
  }
}
