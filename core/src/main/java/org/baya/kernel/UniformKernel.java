package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.random.Threefry;

/**
 * The first uniform number of a block of nodes at some steps: vector twin of {@link Threefry#words}
 * and {@link org.baya.random.RandomStream#nextDouble}, one node per lane.
 */
final class UniformKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, SPECIES.vectorShape());

  /** A vector holds a block of nodes, at one step or at two. */
  private static final VectorSpecies<Integer> INTS =
      SPECIES.length() == LANES ? IntVector.SPECIES_512 : IntVector.SPECIES_256;

  private static final int STEPS_AT_ONCE = INTS.length() / LANES;

  /** Of each element of a vector: which node of the block, at which of the steps. */
  private static final int[] NODE = new int[INTS.length()];

  private static final int[] STEP = new int[INTS.length()];

  static {
    for (int i = 0; i < INTS.length(); i++) {
      NODE[i] = i % LANES;
      STEP[i] = i / LANES;
    }
  }

  /** Injections of the key before the last one. */
  private static final int INJECTIONS = 5;

  /** How many bits of a uniform number come from the second word. */
  private static final int LOW_BITS = 21;

  private UniformKernel() {}

  /**
   * Fills {@code out[at + k * LANES + lane]} with the first number of node {@code node[first +
   * lane]} at step {@code step + k}, for nodes that are not negative.
   */
  static void fill(
      Threefry threefry, int[] node, int first, int step, int steps, double[] out, int at) {
    IntVector nodes = IntVector.fromArray(INTS, node, first, NODE, 0);
    IntVector stepOf = IntVector.fromArray(INTS, STEP, 0);
    for (int k = 0; k < steps; k += STEPS_AT_ONCE) {
      IntVector x0 = nodes.add(threefry.injected(0, 0));
      IntVector x1 = IntVector.broadcast(INTS, threefry.injected(0, 1));
      IntVector x2 = stepOf.add(step + k + threefry.injected(0, 2));
      IntVector x3 = IntVector.broadcast(INTS, threefry.injected(0, 3));
      for (int i = 1; i <= INJECTIONS; i++) {
        x0 = x0.add(x1);
        x2 = x2.add(x3);
        x1 = x1.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x0);
        x3 = x3.lanewise(VectorOperators.ROL, 26).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x2 = x2.add(x1);
        x3 = x3.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x0);
        x1 = x1.lanewise(VectorOperators.ROL, 21).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x1);
        x2 = x2.add(x3);
        x1 = x1.lanewise(VectorOperators.ROL, 13).lanewise(VectorOperators.XOR, x0);
        x3 = x3.lanewise(VectorOperators.ROL, 27).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x2 = x2.add(x1);
        x3 = x3.lanewise(VectorOperators.ROL, 23).lanewise(VectorOperators.XOR, x0);
        x1 = x1.lanewise(VectorOperators.ROL, 5).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(threefry.injected(i, 0));
        x1 = x1.add(threefry.injected(i, 1));
        x2 = x2.add(threefry.injected(i, 2));
        x3 = x3.add(threefry.injected(i, 3));
        if (i++ == INJECTIONS) {
          break;
        }
        x0 = x0.add(x1);
        x2 = x2.add(x3);
        x1 = x1.lanewise(VectorOperators.ROL, 6).lanewise(VectorOperators.XOR, x0);
        x3 = x3.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x2 = x2.add(x1);
        x3 = x3.lanewise(VectorOperators.ROL, 17).lanewise(VectorOperators.XOR, x0);
        x1 = x1.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x1);
        x2 = x2.add(x3);
        x1 = x1.lanewise(VectorOperators.ROL, 25).lanewise(VectorOperators.XOR, x0);
        x3 = x3.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x2 = x2.add(x1);
        x3 = x3.lanewise(VectorOperators.ROL, 18).lanewise(VectorOperators.XOR, x0);
        x1 = x1.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(threefry.injected(i, 0));
        x1 = x1.add(threefry.injected(i, 1));
        x2 = x2.add(threefry.injected(i, 2));
        x3 = x3.add(threefry.injected(i, 3));
      }
      int parts = Math.min(STEPS_AT_ONCE, steps - k) * LANES / SPECIES.length();
      for (int part = 0; part < parts; part++) {
        LongVector high =
            (LongVector) x0.convertShape(VectorOperators.ZERO_EXTEND_I2L, LONGS, part);
        LongVector low = (LongVector) x1.convertShape(VectorOperators.ZERO_EXTEND_I2L, LONGS, part);
        LongVector bits =
            high.lanewise(VectorOperators.LSHL, LOW_BITS)
                .lanewise(
                    VectorOperators.OR,
                    low.lanewise(VectorOperators.LSHR, Integer.SIZE - LOW_BITS));
        ((DoubleVector) bits.convertShape(VectorOperators.L2D, SPECIES, 0))
            .mul(0x1.0p-53)
            .intoArray(out, at + k * LANES + part * SPECIES.length());
      }
    }
  }
}
