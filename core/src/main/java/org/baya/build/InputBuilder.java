package org.baya.build;

import java.util.Arrays;
import java.util.List;
import org.baya.compiled.Arrivals;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.PoissonInput;
import org.baya.compiled.Slab;
import org.baya.compiled.TrainInput;
import org.baya.compiled.WaveInput;
import org.baya.model.Stimulus;
import org.baya.random.Purpose;

/**
 * Turns the projections of stimulators that act without given spikes (random trains, currents) into
 * inputs of shards.
 */
final class InputBuilder {
  private final EdgeWork work;
  private final ResolvedProjection[] projections;
  private final List<List<Stimulus>> stimuli;
  private final StimulusGroups poisson;
  private final StimulusGroups trains;
  private final StimulusGroups waves;
  private final CurrentChanges changes;

  /**
   * No inputs yet.
   *
   * @param projectionCount number of projections of the network
   * @param stimuli of each population, per node
   */
  InputBuilder(EdgeWork work, int projectionCount, List<List<Stimulus>> stimuli) {
    this.work = work;
    this.stimuli = stimuli;
    projections = new ResolvedProjection[projectionCount];
    ShardLayout layout = work.layout();
    poisson = new StimulusGroups(layout.shards());
    trains = new StimulusGroups(layout.shards());
    waves = new StimulusGroups(layout.shards());
    changes = new CurrentChanges(layout.shards());
  }

  /** Adds all edges of a projection. */
  void add(ResolvedProjection projection) {
    projections[projection.index()] = projection;
    int[] alike = StimulusGroups.firstAlike(stimuli.get(projection.from().index()));
    EdgeEvaluator edges = work.evaluator(projection);
    SlotRouter router = work.router(projection);
    boolean counted = NeuronKinds.counts(projection.to());
    boolean[] all = work.layout().allShards();
    edges.seek(PartQueue.all(projection.edges()), 0, projection.edges().parts());
    while (edges.next()) {
      int kept = edges.load(work.layout().slotOf(), all);
      edges.evaluate();
      int[] places = router.route(edges, kept);
      work.counts().addDelays(projection.index(), edges);
      for (int k = 0; k < kept; k++) {
        double weight = counted ? 1 : edges.weights()[k];
        add(projection, edges, k, places[k], weight, alike[edges.sources()[k]]);
      }
    }
    work.counts().addDropped(projection.index(), edges.droppedEdges());
  }

  private void add(
      ResolvedProjection projection,
      EdgeEvaluator edges,
      int k,
      int place,
      double weight,
      int alike) {
    int delay = edges.delaySteps()[k];
    StimulusGroups.Key key = new StimulusGroups.Key(projection.index(), alike, delay);
    int source = edges.sources()[k];
    switch (stimuli.get(projection.from().index()).get(source)) {
      case Stimulus.Poisson ignored -> poisson.add(key, place, source, edges.edge(k), weight);
      case Stimulus.Trains ignored -> trains.add(key, place, source, edges.edge(k), weight);
      case Stimulus.Waveform ignored -> waves.add(key, place, source, edges.edge(k), weight);
      case Stimulus.Current stimulus -> changes.add(stimulus, place, weight, delay);
      case Stimulus.Spikes ignored -> throw new IllegalStateException("given spikes have synapses");
    }
  }

  private Stimulus stimulus(StimulusGroups.Key key) {
    return stimuli.get(projections[key.projection()].from().index()).get(key.node());
  }

  /** Poisson inputs of a shard, in the order of projections. */
  List<PoissonInput> poisson(int shard) {
    return poisson.inputs(
        shard,
        (key, list) -> {
          Stimulus.Poisson stimulus = (Stimulus.Poisson) stimulus(key);
          long end = stimulus.endStep();
          return new PoissonInput(
              stimulus.meanPerStep(),
              stimulus.firstStep() + key.delaySteps(),
              end == Long.MAX_VALUE ? end : end + key.delaySteps(),
              Purpose.POISSON.at(key.projection()),
              list.arrivals());
        });
  }

  /** Other random trains of a shard, in the order of projections. */
  List<TrainInput> trains(int shard) {
    return trains.inputs(
        shard,
        (key, list) -> {
          Stimulus.Trains stimulus = (Stimulus.Trains) stimulus(key);
          return new TrainInput(
              stimulus.process(),
              stimulus.firstStep(),
              stimulus.endStep(),
              key.delaySteps(),
              Purpose.TRAIN.at(key.projection()),
              StimulusBuilder.trainPurpose(projections[key.projection()].from().index()),
              key.node(),
              list.arrivals());
        });
  }

  /** Current changes of a shard, in the order of steps. */
  CurrentInput currents(int shard, List<Slab> slabs) {
    return changes.input(shard, slabs);
  }

  /** Changing currents of a shard, in the order of projections. */
  List<WaveInput> waves(int shard, List<Slab> slabs) {
    return waves.inputs(
        shard,
        (key, list) -> {
          Stimulus.Waveform stimulus = (Stimulus.Waveform) stimulus(key);
          Arrivals arrivals = list.arrivals();
          int firstNode = projections[key.projection()].from().firstNode();
          int[] nodes = list.sources();
          Arrays.setAll(nodes, i -> firstNode + nodes[i]);
          int[] slab = new int[arrivals.size()];
          int[] places = new int[arrivals.size()];
          for (int i = 0; i < slab.length; i++) {
            slab[i] = SlabPlaces.slabOf(slabs, arrivals.slots()[i]);
            places[i] = SlabPlaces.currentOf(slabs.get(slab[i]), arrivals.slots()[i]);
          }
          return new WaveInput(
              stimulus.process(),
              stimulus.firstStep(),
              stimulus.endStep(),
              key.delaySteps() + 1,
              Purpose.CURRENT.at(key.projection()),
              nodes,
              slab,
              places,
              arrivals);
        });
  }
}
