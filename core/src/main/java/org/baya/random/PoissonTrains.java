package org.baya.random;

import java.util.Objects;

/**
 * Independent Poisson counts of one mean for every (entity, step): the trains that a Poisson
 * generator sends, a train of its own to each target. A count depends only on (seed, purpose, mean,
 * entity, step).
 *
 * <p>Implementation overview: four steps share one block of {@link Threefry}; the count of step s
 * comes from word {@code s % 4} of the counter (entity, step {@code s / 4}, block 0) through a
 * {@link PoissonTable}, ties from the same word of block 1. So counts are made for groups of {@link
 * #STEPS} steps at once, and a caller that steps singly keeps a group until it is used up. From
 * mean 16 on, each count is drawn by {@link Poisson} from a stream of its own.
 *
 * <p>Not safe for use by several threads (it holds scratch arrays); give each its own with the same
 * arguments.
 */
public final class PoissonTrains {
  /** Steps per group: group g holds steps {@code 4g..4g+3}. */
  public static final int STEPS = 4;

  /** Entities at once; their words and counts stay in the first-level cache. */
  private static final int BLOCK = 512;

  private final double mean;
  private final PoissonTable table;
  private final Threefry threefry;
  private final RandomStream stream;
  private final int[] refinement = new int[STEPS];
  private final int[][] words = new int[STEPS][BLOCK];
  private final int[] block = new int[BLOCK];
  private final long[] entities = new long[BLOCK];

  /**
   * The trains of a mean.
   *
   * @param mean expected count of one step, from 0 to 1e9
   * @param purpose which generator, for example {@code Purpose.POISSON.at(2)}
   */
  public PoissonTrains(double mean, long seed, Purpose purpose) {
    Poisson.check(mean);
    this.mean = mean;
    table = new PoissonTable(mean < PoissonTable.MAX_MEAN ? mean : 0);
    threefry = new Threefry(seed, purpose.code());
    stream = new RandomStream(seed, purpose.at(0));
  }

  /** The count of one entity at one step; equal to what the other methods give, and slower. */
  public int count(long entity, int step) {
    if (mean >= PoissonTable.MAX_MEAN) {
      return (int) Poisson.sample(stream.at(entity, step), mean);
    }
    threefry.words(entity, step / STEPS, 0, refinement);
    int bits = refinement[step % STEPS];
    int count = table.count(bits);
    return count == PoissonTable.UNDECIDED ? refine(entity, step, bits) : count;
  }

  /**
   * The counts of n consecutive entities in one group of steps.
   *
   * @param counts {@link #STEPS} rows; row k receives the counts of step {@code 4 * group + k},
   *     that of entity {@code firstEntity + i} at index {@code at + i}
   */
  public void fill(long firstEntity, int n, int group, int[][] counts, int at) {
    for (int done = 0; done < n; done += BLOCK) {
      int size = Math.min(BLOCK, n - done);
      for (int i = 0; i < size; i++) {
        entities[i] = firstEntity + done + i;
      }
      fillBlock(size, group, counts, at + done);
    }
  }

  /**
   * The counts of n listed entities in one group of steps; like {@link #fill(long, int, int,
   * int[][], int)}.
   *
   * @param ids length at least {@code from + n}; entity of index i is {@code ids[from + i]}
   */
  public void fill(long[] ids, int from, int n, int group, int[][] counts, int at) {
    Objects.checkFromIndexSize(from, n, ids.length);
    for (int done = 0; done < n; done += BLOCK) {
      int size = Math.min(BLOCK, n - done);
      System.arraycopy(ids, from + done, entities, 0, size);
      fillBlock(size, group, counts, at + done);
    }
  }

  private void fillBlock(int n, int group, int[][] counts, int at) {
    if (mean >= PoissonTable.MAX_MEAN) {
      fillSingly(n, group, counts, at);
      return;
    }
    threefry.fill(entities, 0, n, group, 0, words[0], words[1], words[2], words[3]);
    for (int k = 0; k < STEPS; k++) {
      if (table.counts(n, words[k], block)) {
        decide(n, group * STEPS + k, words[k]);
      }
      System.arraycopy(block, 0, counts[k], at, n);
    }
  }

  private void fillSingly(int n, int group, int[][] counts, int at) {
    for (int k = 0; k < STEPS; k++) {
      for (int i = 0; i < n; i++) {
        counts[k][at + i] = count(entities[i], group * STEPS + k);
      }
    }
  }

  /** Replaces the undecided counts of one step. */
  private void decide(int n, int step, int[] bits) {
    for (int i = 0; i < n; i++) {
      if (block[i] == PoissonTable.UNDECIDED) {
        block[i] = refine(entities[i], step, bits[i]);
      }
    }
  }

  private int refine(long entity, int step, int bits) {
    threefry.words(entity, step / STEPS, 1, refinement);
    return table.count(bits, refinement[step % STEPS]);
  }
}
