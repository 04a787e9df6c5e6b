package org.baya.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.baya.compiled.CompiledNetwork;

/**
 * Has the loops of a run compiled before it begins: a small made-up network runs for some windows
 * while the real one is being built. What it does is thrown away.
 *
 * <p>It runs in acts with pauses: the compiler has the build's loops in its queue as well, and what
 * waits there is only taken up once it has been called again. Without pauses a rehearsal would be
 * over before that.
 */
public final class Rehearsal implements Consumer<CompiledNetwork>, AutoCloseable {
  /** Long enough that kernels are chosen as for a long run. */
  private static final int STEPS = 10_000_000;

  /** The compiler takes up a loop for the last time after 15,000 rounds, a method after 5,000. */
  private static final int WINDOWS = 1000;

  private static final int WINDOWS_PER_ACT = 50;

  /** Time for the compiler to take a few loops. */
  private static final long PAUSE_NS = 20_000_000;

  /** Where neurons are slow, a rehearsal may cost more than it saves. */
  private static final long LONGEST_NS = 500_000_000;

  private final Function<CompiledNetwork, SpikeListener> listener;
  private volatile boolean closed;

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
    try (Simulation simulation = new Simulation(network, 1)) {
      simulation.record(network.populations().getFirst().name());
      simulation.listen(listener.apply(network));
      simulation.listen(new Director(simulation));
      simulation.run(STEPS * network.grid().resolutionMs());
    }
  }

  /** Ends the rehearsal within an act, or sees to it that none begins. */
  @Override
  public void close() {
    closed = true;
  }

  /** Tells when to pause and when to end. */
  private final class Director implements SpikeListener {
    private final Simulation simulation;
    private int windows;
    private long actBegin = System.nanoTime();
    private long actedNs;

    Director(Simulation simulation) {
      this.simulation = simulation;
    }

    @Override
    public void spikes(long[] keys, int n) {
      windows++;
      if (closed || windows >= WINDOWS) {
        simulation.stop();
      } else if (windows % WINDOWS_PER_ACT == 0) {
        pause();
      }
    }

    private void pause() {
      actedNs += System.nanoTime() - actBegin;
      if (actedNs > LONGEST_NS) {
        simulation.stop();
      } else {
        LockSupport.parkNanos(this, PAUSE_NS);
      }
      actBegin = System.nanoTime();
    }
  }
}
