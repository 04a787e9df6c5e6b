package org.baya.random;

import java.util.Objects;

/**
 * Independent Poisson counts of one mean for every (entity, step): the trains that a Poisson
 * generator sends, a train of its own to each target. A count depends only on (seed, purpose, mean,
 * entity, step).
 *
 * <p>Implementation overview: eight steps share one block of {@link Threefry}. The upper 16 of the
 * 64 bits that decide about step s, see {@link PoissonTable}, are the half {@code s % 2} (the low
 * one first) of word {@code s / 2 % 4} of the counter (entity, step {@code s / 8}, block 0); the
 * other 48 are the first bits of block {@code 1 + s % 8}. So counts are made for groups of {@link
 * #STEPS} steps at once, and a caller that steps singly keeps a group until it is used up. From
 * mean 16 on, each count is drawn by {@link Poisson} from a stream of its own.
 *
 * <p>Not safe for use by several threads (it holds scratch arrays); give each its own with the same
 * arguments.
 */
public final class PoissonTrains {
  /** Steps per group: group g holds steps {@code 8g..8g+7}. */
  public static final int STEPS = 8;

  private static final int WORDS = STEPS / 2;
  private static final int HALF = 0xFFFF;

  /** Entities at once; their words and counts stay in the first-level cache. */
  private static final int BLOCK = 512;

  private final double mean;
  private final PoissonTable table;
  private final Threefry threefry;
  private final RandomStream stream;
  private final int[] single = new int[WORDS];
  private final int[][] words = new int[WORDS][BLOCK];
  private final int[] numbers = new int[BLOCK];
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
    threefry.words(entity, step / STEPS, 0, single);
    return exact(entity, step, single[step % STEPS / 2]);
  }

  /**
   * The counts of n consecutive entities in one group of steps.
   *
   * @param counts {@link #STEPS} rows; row k receives the counts of step {@code 8 * group + k},
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
      half(words[k / 2], k % 2 * Short.SIZE, n, numbers);
      table.upperBits().count(n, numbers, block);
      if (isTied(block, n)) {
        decide(n, group * STEPS + k, words[k / 2]);
      }
      System.arraycopy(block, 0, counts[k], at, n);
    }
  }

  private static void half(int[] words, int shift, int n, int[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = words[i] >>> shift & HALF;
    }
  }

  private static boolean isTied(int[] counts, int n) {
    int all = 0;
    for (int i = 0; i < n; i++) {
      all |= counts[i];
    }
    return all >= ThresholdCount.TIE;
  }

  private void fillSingly(int n, int group, int[][] counts, int at) {
    for (int k = 0; k < STEPS; k++) {
      for (int i = 0; i < n; i++) {
        counts[k][at + i] = count(entities[i], group * STEPS + k);
      }
    }
  }

  /** Replaces the undecided counts of one step. */
  private void decide(int n, int step, int[] words) {
    for (int i = 0; i < n; i++) {
      if (block[i] >= ThresholdCount.TIE) {
        block[i] = exact(entities[i], step, words[i]);
      }
    }
  }

  /** The count from all 64 bits, of which the word that the step shares with another has 16. */
  private int exact(long entity, int step, int word) {
    long upper = step % 2 == 0 ? word & HALF : word >>> Short.SIZE;
    threefry.words(entity, step / STEPS, 1 + step % STEPS, single);
    return table.count(
        upper << (Long.SIZE - Short.SIZE)
            | Integer.toUnsignedLong(single[0]) << Short.SIZE
            | single[1] >>> Short.SIZE);
  }
}
