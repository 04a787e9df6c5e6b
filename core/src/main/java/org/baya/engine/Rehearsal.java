package org.baya.engine;

import java.util.function.Consumer;
import java.util.function.Function;
import org.baya.compiled.CompiledNetwork;

/**
 * Has the loops of a run compiled before it begins: a small made-up network runs for some windows
 * while the real one is being built. What it does is thrown away.
 */
public final class Rehearsal implements Consumer<CompiledNetwork> {
  private static final long LONGEST_NS = 500_000_000L;

  /** Long enough that kernels are chosen as for a long run. */
  private static final int STEPS = 10_000_000;

  /** Enough for the compiler; some ten milliseconds. */
  private static final int WINDOWS = 400;

  private final Function<CompiledNetwork, SpikeListener> listener;

  /**
   * A rehearsal.
   *
   * @param listener what else will listen to the spikes of the run
   */
  public Rehearsal(Function<CompiledNetwork, SpikeListener> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(CompiledNetwork network) {
    long end = System.nanoTime() + LONGEST_NS;
    int[] window = new int[1];
    try (Simulation simulation = new Simulation(network, 1)) {
      simulation.record(network.populations().getFirst().name());
      simulation.listen(listener.apply(network));
      simulation.listen((keys, n) -> {
        if (++window[0] >= WINDOWS || System.nanoTime() - end >= 0) {
          simulation.stop();
        }
      });
      simulation.run(STEPS * network.grid().resolutionMs());
    }
  }
}
