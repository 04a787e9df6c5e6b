package org.baya.engine;

import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.error.SimulationException;
import org.baya.model.Dynamics;
import org.baya.model.Recordable;

/**
 * Looks for neurons whose state is no longer finite. A number times 0 is 0, or NaN if it is not
 * finite, so a sum tells of a whole slab; that costs a fraction of a nanosecond per variable and is
 * done once in {@link #EVERY_STEPS} steps.
 */
final class FiniteCheck {
  /** Least number of steps between two checks, but for the end of a run. */
  static final int EVERY_STEPS = 100;

  private final CompiledNetwork network;
  private final Shard shard;

  FiniteCheck(CompiledNetwork network, Shard shard) {
    this.network = network;
    this.shard = shard;
  }

  /**
   * Checks all neurons after {@code step} steps.
   *
   * @param lastStep when it was done before
   * @throws SimulationException if one is not finite
   */
  void run(int step, int lastStep) {
    for (int i = 0; i < shard.slabs().size(); i++) {
      Slab slab = shard.slabs().get(i);
      if (!isFinite(slab.state())) {
        report(slab, step, lastStep);
      }
    }
  }

  /** Whether all are finite; the length is a multiple of 8, see {@link Slab}. */
  private static boolean isFinite(double[] state) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < state.length; i += 4) {
      a += state[i] * 0;
      b += state[i + 1] * 0;
      c += state[i + 2] * 0;
      d += state[i + 3] * 0;
    }
    return a + b + c + d == 0;
  }

  private void report(Slab slab, int step, int lastStep) {
    for (int lane = 0; lane < slab.lanes(); lane++) {
      int node = slab.node()[lane];
      if (node >= 0) {
        checkRecordables(slab, lane, node, step, lastStep);
        checkState(slab, lane, node, step, lastStep);
      }
    }
  }

  private void checkRecordables(Slab slab, int lane, int node, int step, int lastStep) {
    for (Recordable recordable : slab.dynamics().recordables()) {
      double value =
          recordable
              .reader()
              .read(
                  slab.state(),
                  slab.stateIndex(lane),
                  slab.coefficients(),
                  slab.coefficientIndex(lane));
      if (!Double.isFinite(value)) {
        throw failure(node, recordable.name(), value, step, lastStep);
      }
    }
  }

  private void checkState(Slab slab, int lane, int node, int step, int lastStep) {
    for (int i = 0; i < slab.dynamics().states(); i++) {
      double value = slab.state()[slab.stateIndex(lane) + i * Dynamics.LANES];
      if (!Double.isFinite(value)) {
        throw failure(node, "state variable " + i, value, step, lastStep);
      }
    }
  }

  private SimulationException failure(
      int node, String variable, double value, int step, int lastStep) {
    for (CompiledPopulation population : network.populations()) {
      int number = node - population.firstNode();
      if (number >= 0 && number < population.size()) {
        return new SimulationException(
            "population '"
                + population.name()
                + "', neuron "
                + number
                + " ("
                + population.model()
                + "): "
                + variable
                + " is "
                + value
                + " at "
                + network.grid().timeMs(step)
                + " ms; it was finite at "
                + network.grid().timeMs(lastStep)
                + " ms");
      }
    }
    throw new IllegalStateException("node " + node + " is in no population");
  }
}
