package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceModel;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.network.Network;

/**
 * A network with all its names looked up and its neurons laid out, before any synapse is stored.
 * What planning and building share.
 *
 * @param stimuli of each population, per node; empty for neurons
 * @param stored projections whose synapses are stored and stay as they are
 * @param procedural projections whose synapses are drawn again for every spike
 * @param plastic projections whose synapses are stored and change
 * @param told projections to volume transmitters
 * @param inputs projections of stimulators that act without spikes
 * @param windowSteps see {@link DelayWindow}
 * @param deliverySteps see {@link DeliverySteps}
 */
record Blueprint(
    Network network,
    TimeGrid grid,
    List<ResolvedPopulation> populations,
    List<ResolvedProjection> projections,
    StimulusBuilder schedule,
    List<List<Stimulus>> stimuli,
    List<ResolvedProjection> stored,
    List<ResolvedProjection> procedural,
    List<ResolvedProjection> plastic,
    List<ResolvedProjection> told,
    List<ResolvedProjection> inputs,
    int windowSteps,
    int deliverySteps,
    ShardLayout layout) {

  /**
   * Looks everything up.
   *
   * @param arena life of the opened files
   * @throws InvalidInputException with every wrong population, or every wrong projection
   */
  static Blueprint of(Network network, int workers, Arena arena) {
    if (workers < 1) {
      throw new InvalidInputException("threads", workers + "; allowed is 1 or more");
    }
    Catalog catalog = Catalog.standard();
    TimeGrid grid = new TimeGrid(network.resolutionMs());
    List<ResolvedPopulation> populations =
        new PopulationResolver(catalog, arena, network.seed()).resolve(network.populations());
    StimulusBuilder schedule = new StimulusBuilder(grid, network.seed(), arena);
    List<List<Stimulus>> stimuli =
        all(
            populations,
            population ->
                population.model() instanceof DeviceModel ? schedule.add(population) : List.of());
    List<ResolvedProjection> projections =
        new ProjectionResolver(catalog, arena, network, populations).resolve();
    ProjectionKinds kinds = ProjectionKinds.of(projections, stimuli);
    int nodes = 0;
    for (ResolvedPopulation population : populations) {
      nodes += population.size();
    }
    int window = DelayWindow.steps(kinds.delayed(), grid, network.seed(), workers);
    int delivery = DeliverySteps.of(populations, kinds, grid, network.seed(), window, workers);
    ShardLayout layout = new ShardLayout(populations, nodes, delivery, workers);
    return new Blueprint(
        network,
        grid,
        populations,
        projections,
        schedule,
        stimuli,
        kinds.stored(),
        kinds.procedural(),
        kinds.plastic(),
        kinds.told(),
        kinds.inputs(),
        window,
        delivery,
        layout);
  }

  /**
   * Applies {@code step} to every item; when some fail, all their problems are reported together.
   */
  static <T, R> List<R> all(List<T> items, Function<T, R> step) {
    List<R> results = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (T item : items) {
      try {
        results.add(step.apply(item));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw InvalidInputException.of(problems);
    }
    return results;
  }
}
