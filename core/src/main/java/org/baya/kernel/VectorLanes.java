package org.baya.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.baya.compiled.SpikeList;
import org.baya.model.Dynamics;

/** The vector shape of the kernels: the machine's preferred one, at most a block wide. */
final class VectorLanes {
  /** Doubles per vector; a block of {@link Dynamics#LANES} lanes is one or several vectors. */
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= Dynamics.LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  private VectorLanes() {}

  /** Appends the spikes of the lanes whose bit is set. */
  static void addSpikes(long bits, int step, int[] node, int lane, SpikeList spikes) {
    for (long left = bits; left != 0; left &= left - 1) {
      int id = node[lane + Long.numberOfTrailingZeros(left)];
      if (id >= 0) {
        spikes.add(step, id);
      }
    }
  }
}
