package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.random.RandomStream;
import org.baya.random.Threefry;

/**
 * The first words of a block of nodes at some steps, as numbers in [0, 1): vector twin of {@link
 * org.baya.random.RandomStream#atStep} and {@link Threefry#words}, one node per lane. A uniform
 * random number is at least this and less than 2^-32 larger.
 */
final class UniformKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  /** A vector holds some nodes, each in two groups of steps that share words. */
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());

  private static final int GROUPS_AT_ONCE = 2;

  /** Of each element of a vector: which of the nodes, in which of the groups. */
  private static final int[] NODE = new int[INTS.length()];

  private static final int[] GROUP = new int[INTS.length()];

  static {
    for (int i = 0; i < INTS.length(); i++) {
      NODE[i] = i / GROUPS_AT_ONCE;
      GROUP[i] = i % GROUPS_AT_ONCE;
    }
  }

  /** Bits of 2^20: with a word in the low half of the fraction, 2^20 + word / 2^32. */
  private static final long BASE_BITS = 0x4130_0000_0000_0000L;

  private static final double BASE = 0x1p20;
  private static final long LOW = 0xFFFF_FFFFL;

  /** Injections of the key before the last one. */
  private static final int INJECTIONS = 5;

  private UniformKernel() {}

  /**
   * Fills {@code out[at + k * LANES + lane]} with the first word by 2^32 of node {@code node[first
   * + lane]} at step {@code SHARING * group + k}, for nodes that are not negative.
   *
   * @param groups number of groups of {@link RandomStream#SHARING} steps
   */
  static void fill(
      Threefry threefry, int[] node, int first, int group, int groups, double[] out, int at) {
    for (int lane = 0; lane < LANES; lane += SPECIES.length()) {
      fillVector(threefry, node, first + lane, group, groups, out, at + lane);
    }
  }

  private static void fillVector(
      Threefry threefry, int[] node, int first, int group, int groups, double[] out, int at) {
    IntVector nodes = IntVector.fromArray(INTS, node, first, NODE, 0);
    IntVector groupOf = IntVector.fromArray(INTS, GROUP, 0);
    for (int k = 0; k < groups; k += GROUPS_AT_ONCE) {
      IntVector x0 = nodes.add(threefry.injected(0, 0));
      IntVector x1 = IntVector.broadcast(INTS, threefry.injected(0, 1));
      IntVector x2 = groupOf.add(group + k + threefry.injected(0, 2));
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
      int to = at + k * RandomStream.SHARING * LANES;
      x0.reinterpretAsDoubles().intoArray(out, to);
      x1.reinterpretAsDoubles().intoArray(out, to + LANES);
      x2.reinterpretAsDoubles().intoArray(out, to + 2 * LANES);
      x3.reinterpretAsDoubles().intoArray(out, to + 3 * LANES);
      spread(out, to, k + 1 < groups);
    }
  }

  /**
   * Makes numbers of words. A method of its own between arrays, as the compiler would box the
   * vectors of a longer one.
   *
   * @param both whether the second group is wanted too, in the rows after those of the first
   */
  private static void spread(double[] out, int at, boolean both) {
    int rows = RandomStream.SHARING * LANES;
    if (both) {
      for (int i = at; i < at + rows; i += LANES) {
        DoubleVector.fromArray(SPECIES, out, i)
            .reinterpretAsLongs()
            .lanewise(VectorOperators.LSHR, Integer.SIZE)
            .or(BASE_BITS)
            .reinterpretAsDoubles()
            .sub(BASE)
            .intoArray(out, i + rows);
      }
    }
    for (int i = at; i < at + rows; i += LANES) {
      DoubleVector.fromArray(SPECIES, out, i)
          .reinterpretAsLongs()
          .and(LOW)
          .or(BASE_BITS)
          .reinterpretAsDoubles()
          .sub(BASE)
          .intoArray(out, i);
    }
  }
}
