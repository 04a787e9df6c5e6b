package org.baya.compiled;

import java.util.Arrays;
import org.baya.model.Dynamics;
import org.baya.model.ode.Workspace;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * The neurons of one kind in one shard, in blocks of {@link Dynamics#LANES} neurons with their
 * variables interleaved:
 *
 * <pre>
 *   state         [block][variable][lane]
 *   coefficients  [set][coefficient][lane]      blocks of neurons with equal parameters share a set
 *   input slots   [block][slot][lane]           from slot firstSlot of the shard on
 *   node          [block][lane]
 *   current       [receptor][block][lane]       receptor 0 the membrane, then those with a filter
 * </pre>
 *
 * <p>Lanes after the last neuron repeat its parameters and have node -1.
 */
public final class Slab {
  /** Most steps that a kernel advances a block by at once. */
  public static final int MAX_STEPS = 16;

  /** Most blocks between two {@link #cuts}. */
  public static final int MAX_ALIKE = 24;

  private final Dynamics dynamics;
  private final int firstSlot;
  private final double[] state;
  private final double[] coefficients;
  private final int[] coefficientOffset;
  private final int[] cuts;
  private final int[] node;
  private final double[] current;
  private int currentsPerBlock;
  private double[] sums;
  private int sumsPerBlock;
  private final RandomStream random;
  private final double[] scratch;
  private final int[] places;

  /**
   * A slab over these arrays; none is copied.
   *
   * @param firstSlot first input slot within the shard
   * @param coefficientOffset per block, where its set begins in {@code coefficients}
   * @param node global node number by lane, -1 for padding
   * @param seed of the random numbers that the neurons draw
   */
  public Slab(
      Dynamics dynamics,
      int firstSlot,
      double[] state,
      double[] coefficients,
      int[] coefficientOffset,
      int[] node,
      long seed) {
    this.dynamics = dynamics;
    this.firstSlot = firstSlot;
    this.state = state;
    this.coefficients = coefficients;
    this.coefficientOffset = coefficientOffset;
    this.cuts = cuts(coefficientOffset);
    this.node = node;
    this.current = new double[node.length * (1 + dynamics.filteredCurrents())];
    this.sums = new double[dynamics.states() * Dynamics.LANES];
    this.random = new RandomStream(seed, Purpose.NOISE);
    this.places = new int[Workspace.BLOCKS * Dynamics.LANES];
    this.scratch = new double[Math.max((3 * MAX_STEPS + 6) * Dynamics.LANES, dynamics.scratch())];
  }

  private static int[] cuts(int[] offset) {
    int[] cuts = new int[offset.length + 1];
    int n = 0;
    for (int block = 1; block < offset.length; block++) {
      if (offset[block] != offset[block - 1] || block - cuts[n] == MAX_ALIKE) {
        cuts[++n] = block;
      }
    }
    if (offset.length > 0) {
      cuts[++n] = offset.length;
    }
    return Arrays.copyOf(cuts, n + 1);
  }

  /** How its neurons advance. */
  public Dynamics dynamics() {
    return dynamics;
  }

  /** Number of blocks. */
  public int blocks() {
    return coefficientOffset.length;
  }

  /** Number of lanes, padding included. */
  public int lanes() {
    return node.length;
  }

  /** First input slot within the shard. */
  public int firstSlot() {
    return firstSlot;
  }

  /** Number of input slots, padding included. */
  public int slots() {
    return lanes() * dynamics.slots();
  }

  /** The state; advancing modifies it. */
  public double[] state() {
    return state;
  }

  /** The coefficient sets. */
  public double[] coefficients() {
    return coefficients;
  }

  /** Per block, where its set begins in {@link #coefficients()}. */
  public int[] coefficientOffset() {
    return coefficientOffset;
  }

  /**
   * Block numbers from 0 to the number of blocks, ascending: from each to the next, but for the
   * last, are at most {@link #MAX_ALIKE} blocks with one set of coefficients.
   */
  public int[] cuts() {
    return cuts;
  }

  /**
   * Stimulation current [pA] in the present step: of each lane, and behind these of each lane again
   * for each receptor where it is filtered. Kernels see the first {@link #lanes()} only.
   */
  public double[] current() {
    return current;
  }

  /** The same, for whoever sets it. */
  public double[] drive() {
    currentsPerBlock = Dynamics.LANES;
    return current;
  }

  /**
   * How far the currents of two blocks are apart: 0 as long as nobody has asked for {@link #drive},
   * so that all read the same zeros. A number, as kernels are compiled before they meet either
   * case.
   */
  public int currentsPerBlock() {
    return currentsPerBlock;
  }

  /**
   * Where vector kernels store state that nothing but a recording reads: sums of currents. Variable
   * v of a block is at {@code block * sumsPerBlock() + v * LANES}. As long as nobody has asked for
   * {@link #keepSums}, all blocks write to the same few cache lines.
   */
  public double[] sums() {
    return sums;
  }

  /** How far the sums of two blocks are apart; a number like {@link #currentsPerBlock}. */
  public int sumsPerBlock() {
    return sumsPerBlock;
  }

  /**
   * Has sums stored in the state from now on. In a neuron that is refractory then, they are old
   * until it no longer is.
   */
  public void keepSums() {
    sums = state;
    sumsPerBlock = dynamics.states() * Dynamics.LANES;
  }

  /** Global node number by lane, -1 for padding. */
  public int[] node() {
    return node;
  }

  /** The random numbers of the neurons, addressed by node and step. */
  public RandomStream random() {
    return random;
  }

  /**
   * Room for what a kernel computes ahead for the steps of one block: three values per step and
   * lane, and one more per lane, or what the dynamics ask for if that is more.
   */
  public double[] scratch() {
    return scratch;
  }

  /**
   * Room for what a kernel notes of some blocks: where the input of neurons lies that it advances
   * at their own pace, which of them spiked.
   */
  public int[] places() {
    return places;
  }

  /** Where the first state variable of {@code lane} lies. */
  public int stateIndex(int lane) {
    return lane / Dynamics.LANES * dynamics.states() * Dynamics.LANES + lane % Dynamics.LANES;
  }

  /** Where the first coefficient of {@code lane} lies. */
  public int coefficientIndex(int lane) {
    return coefficientOffset[lane / Dynamics.LANES] + lane % Dynamics.LANES;
  }
}
