package org.baya.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.Arrivals;
import org.baya.model.Dynamics;
import org.baya.random.TrainCounts;

/**
 * Vector twin of {@link ListedCounts} for synapses onto blocks of neighbouring slots, as all_to_all
 * makes them. All synapses pass through the caches in every step, so a block has one slot, and
 * weights that are all the same are read from one place.
 */
final class BlockCounts implements CountDelivery {
  private static final int LANES = Dynamics.LANES;
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.length() * Integer.SIZE));

  /** First slot of each block. */
  private final char[] slots;

  /** Weights of each block, or of all. */
  private final double[] weights;

  private final int weightsPerBlock;
  private final ListedCounts rest;

  /**
   * The form for these synapses.
   *
   * @param arrivals for which {@link #serves} holds
   */
  BlockCounts(Arrivals arrivals) {
    slots = new char[arrivals.size() / LANES];
    for (int block = 0; block < slots.length; block++) {
      slots[block] = arrivals.slots()[block * LANES];
    }
    boolean varies = varies(arrivals.weights());
    weights = varies ? arrivals.weights() : Arrays.copyOf(arrivals.weights(), LANES);
    weightsPerBlock = varies ? LANES : 0;
    rest = new ListedCounts(arrivals, slots.length * LANES);
  }

  private static boolean varies(double[] weights) {
    long differences = 0;
    for (double weight : weights) {
      differences |= Double.doubleToRawLongBits(weight) ^ Double.doubleToRawLongBits(weights[0]);
    }
    return differences != 0;
  }

  /** Whether each eight slots, up to the last incomplete ones, are neighbours. */
  static boolean serves(Arrivals arrivals) {
    char[] slots = arrivals.slots();
    boolean neighbours = true;
    for (int i = 0; i < slots.length - slots.length % LANES; i++) {
      int first = i - i % LANES;
      neighbours &= slots[i] == slots[first] + i - first;
    }
    return neighbours;
  }

  @Override
  public void add(TrainCounts counts, int step, double[] sum, int at) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      addBlocks(counts, step, sum, at + lane, lane);
    }
    rest.add(counts, step, sum, at);
  }

  private void addBlocks(TrainCounts counts, int step, double[] sum, int at, int lane) {
    int[] row = counts.row(step);
    int shift = counts.shift(step);
    int mask = counts.mask();
    for (int block = 0; block < slots.length; block++) {
      int slot = at + slots[block];
      DoubleVector count =
          (DoubleVector)
              IntVector.fromArray(INTS, row, block * LANES + lane)
                  .lanewise(VectorOperators.LSHR, shift)
                  .and(mask)
                  .convertShape(VectorOperators.I2D, SPECIES, 0);
      count
          .mul(DoubleVector.fromArray(SPECIES, weights, block * weightsPerBlock + lane))
          .add(DoubleVector.fromArray(SPECIES, sum, slot))
          .intoArray(sum, slot);
    }
  }
}
