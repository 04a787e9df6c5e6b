package org.baya.build;

import java.util.HashMap;
import java.util.Map;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;
import org.baya.model.Parameters;
import org.baya.model.TimeGrid;

/**
 * Fills the state and the coefficients of the neurons of one run. Blocks whose neurons share all
 * parameters share one coefficient set.
 */
final class SlabBuilder {
  private static final int LANES = Dynamics.LANES;

  private final ShardLayout.Run run;
  private final TimeGrid grid;
  private final long seed;
  private final Map<Integer, double[]> coefficientsOfSet = new HashMap<>();
  private final Map<Integer, double[]> stateOfSet = new HashMap<>();

  SlabBuilder(ShardLayout.Run run, TimeGrid grid, long seed) {
    this.run = run;
    this.grid = grid;
    this.seed = seed;
  }

  Slab build() {
    Dynamics dynamics = run.dynamics();
    int lanes = run.blocks() * LANES;
    int[] offsets = new int[run.blocks()];
    double[] coefficients = new double[distinctBlocks(offsets) * dynamics.coefficients() * LANES];
    double[] state = new double[lanes * dynamics.states()];
    int[] node = new int[lanes];
    boolean alike = run.population().startsAlikeWithinSets();
    for (int lane = 0; lane < lanes; lane++) {
      int i = Math.min(lane, run.nodes().length - 1);
      int set = run.sets()[i];
      int number = run.nodes()[i];
      node[lane] = lane < run.nodes().length ? run.population().firstNode() + number : -1;
      int block = lane / LANES;
      double[] values = coefficientsOfSet.computeIfAbsent(set, s -> coefficients(number));
      spread(values, coefficients, offsets[block] + lane % LANES);
      double[] initial =
          alike ? stateOfSet.computeIfAbsent(set, s -> state(number)) : state(number);
      spread(initial, state, block * dynamics.states() * LANES + lane % LANES);
    }
    return new Slab(dynamics, run.firstSlot(), state, coefficients, offsets, node, seed);
  }

  /**
   * Fills {@code offsets} with the place of each block's coefficients and returns how many
   * different ones there are.
   */
  private int distinctBlocks(int[] offsets) {
    int size = run.dynamics().coefficients() * LANES;
    Map<Integer, Integer> uniform = new HashMap<>();
    int count = 0;
    for (int block = 0; block < offsets.length; block++) {
      int first = run.sets()[block * LANES];
      boolean same = true;
      for (int i = block * LANES; i < Math.min(run.sets().length, (block + 1) * LANES); i++) {
        same &= run.sets()[i] == first;
      }
      Integer known = same ? uniform.get(first) : null;
      offsets[block] = known != null ? known : count * size;
      if (known == null) {
        if (same) {
          uniform.put(first, offsets[block]);
        }
        count++;
      }
    }
    return count;
  }

  private double[] coefficients(int number) {
    double[] out = new double[run.dynamics().coefficients()];
    run.dynamics().prepare(run.population().parameters(number), grid, out);
    return out;
  }

  private double[] state(int number) {
    double[] out = new double[run.dynamics().states()];
    Parameters parameters = run.population().parameters(number);
    run.dynamics().initialise(parameters, out);
    return out;
  }

  private static void spread(double[] values, double[] interleaved, int at) {
    for (int i = 0; i < values.length; i++) {
      interleaved[at + i * LANES] = values[i];
    }
  }
}
