package org.baya.build;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.kernel.Kernels;
import org.baya.kernel.NeuronKernel;
import org.baya.model.Dynamics;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/**
 * Has the kernels that a network will need compiled while it is being built. Vector code runs a
 * thousand times slower until the JVM has compiled it; running it on a few made-up neurons beside
 * the build costs a quarter of a second of one core and saves a second of the run. The neurons are
 * thrown away, so nothing that is simulated depends on it. Compiled code belongs to the JVM, so a
 * kind that has been warmed up for one network is warm for all later ones. Few neurons are left
 * alone: they may do without the Vector API.
 */
final class KernelWarmUp {
  /** Neurons of the first parameter set: more than any kernel takes at once. */
  private static final int MANY_ALIKE = 40 * Dynamics.LANES;

  /** Neurons of each of the other parameter sets. */
  private static final int ALIKE = 2 * Dynamics.LANES;

  private static final int SETS = 4;
  private static final int NEURONS = MANY_ALIKE + (SETS - 1) * ALIKE;

  private static final int MOST_STEPS = 10;

  /** A kind with fewer neurons is not warmed up. */
  private static final int FEW_NEURONS = 200;

  /** Compiled after a few rounds; the others take milliseconds. */
  private static final int ROUNDS = 300;

  private static final long LONGEST_NS = 1_000_000_000L;

  /**
   * Strongest current [pA]: some neurons spike all the time, so that the way of a spike is compiled
   * too.
   */
  private static final double STRONGEST_PA = 1500;

  /** Kinds of neurons whose kernels are compiled, or are just being compiled, in this JVM. */
  private static final Set<Dynamics> WARM = ConcurrentHashMap.newKeySet();

  private KernelWarmUp() {}

  /** Starts warming up what a network needs, in the background. */
  static void start(Blueprint blueprint, Optional<Consumer<CompiledNetwork>> rehearsal) {
    ShardLayout layout = blueprint.layout();
    Map<Dynamics, ShardLayout.Run> kinds = new LinkedHashMap<>();
    Map<Dynamics, Integer> neurons = new HashMap<>();
    for (int shard = 0; shard < layout.shards(); shard++) {
      for (ShardLayout.Run run : layout.runs(shard)) {
        kinds.putIfAbsent(run.dynamics(), run);
        neurons.merge(run.dynamics(), run.nodes().length, Integer::sum);
      }
    }
    kinds.keySet().removeIf(dynamics -> neurons.getOrDefault(dynamics, 0) < FEW_NEURONS);
    boolean counts =
        blueprint.stimuli().stream()
            .anyMatch(nodes -> nodes.stream().anyMatch(Stimulus.Poisson.class::isInstance));
    List<WeightForm> forms = blueprint.stored().stream().map(WeightForm::of).distinct().toList();
    if (!kinds.isEmpty()) {
      int steps = Math.min(MOST_STEPS, blueprint.windowSteps());
      Thread.ofPlatform()
          .daemon()
          .name("baya-warm-up")
          // What is made up may fail, for example by neurons that grow without bound; the run does
          // not care.
          .uncaughtExceptionHandler((thread, failure) -> {})
          .start(() -> {
            kinds.values().forEach(run -> warmUp(run, blueprint.grid(), steps));
            DeliveryWarmUp.run(forms, System.nanoTime() + LONGEST_NS);
            if (counts) {
              CountWarmUp.run(System.nanoTime() + LONGEST_NS);
            }
            if (!forms.isEmpty() && rehearsal.isPresent()) {
              List<ShardLayout.Run> few = kinds.values().stream().map(KernelWarmUp::few).toList();
              rehearsal.get().accept(MadeUpNetwork.like(blueprint, few, forms, counts));
            }
          });
    }
  }

  private static void warmUp(ShardLayout.Run run, TimeGrid grid, int steps) {
    if (!Kernels.isVector(run.dynamics()) || !WARM.add(run.dynamics())) {
      return;
    }
    Slab slab = new SlabBuilder(few(run), grid, 0).build();
    for (int lane = 0; lane < NEURONS; lane++) {
      slab.drive()[lane] = STRONGEST_PA * lane / NEURONS;
    }
    NeuronKernel kernel = Kernels.fastest(run.dynamics());
    double[] input = new double[steps * slab.slots()];
    SpikeList spikes = new SpikeList(NEURONS * steps);
    Random random = new Random(1);
    long end = System.nanoTime() + LONGEST_NS;
    for (int round = 0; round < ROUNDS && System.nanoTime() - end < 0; round++) {
      input[random.nextInt(input.length)] = 1;
      kernel.advance(slab, input, 0, slab.slots(), round * steps, steps, spikes);
      spikes.clear();
    }
  }

  /** Some neurons of a kind, of several parameter sets. */
  private static ShardLayout.Run few(ShardLayout.Run run) {
    int[] nodes = new int[NEURONS];
    int[] sets = new int[NEURONS];
    for (int lane = 0; lane < NEURONS; lane++) {
      int set = lane < MANY_ALIKE ? 0 : 1 + (lane - MANY_ALIKE) / ALIKE;
      int example = set * (run.nodes().length - 1) / (SETS - 1);
      nodes[lane] = run.nodes()[example];
      sets[lane] = run.sets()[example];
    }
    return new ShardLayout.Run(run.population(), run.dynamics(), nodes, sets, 0);
  }
}
