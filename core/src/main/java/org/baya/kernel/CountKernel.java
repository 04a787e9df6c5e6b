package org.baya.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.Dynamics;

/**
 * Vector twin of {@link CountDelivery#PLAIN} for synapses onto blocks of neighbouring slots, as
 * all_to_all makes them.
 */
final class CountKernel implements CountDelivery {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.length() * Integer.SIZE));

  @Override
  public void add(int n, int[] counts, char[] slots, double[] weights, double[] sum, int at) {
    int end = n - n % Dynamics.LANES;
    for (int i = 0; i < end; i += SPECIES.length()) {
      int slot = at + slots[i];
      DoubleVector count =
          (DoubleVector)
              IntVector.fromArray(INTS, counts, i).convertShape(VectorOperators.I2D, SPECIES, 0);
      count
          .mul(DoubleVector.fromArray(SPECIES, weights, i))
          .add(DoubleVector.fromArray(SPECIES, sum, slot))
          .intoArray(sum, slot);
    }
    CountDelivery.rest(end, n, counts, slots, weights, sum, at);
  }
}
