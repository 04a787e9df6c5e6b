package org.baya.random;

/**
 * Independent Poisson counts of one mean for every (entity, step): the trains that a Poisson
 * generator sends, a train of its own to each target. A count depends only on (seed, purpose, mean,
 * entity, step).
 *
 * <p>Implementation overview: eight steps share one block of {@link Threefry}. The 15 bits that
 * decide about step s, see {@link PoissonTable}, are the upper ones of the half {@code s % 2} (the
 * low one first) of word {@code s / 2 % 4} of the counter (entity, step {@code s / 8}, block 0); if
 * they leave it open, the first 64 bits of block {@code 1 + s % 8} decide. So counts are made for
 * groups of {@link #STEPS} steps at once, and a caller that steps singly keeps a group until it is
 * used up. From mean 16 on, each count is drawn by {@link Poisson} from a stream of its own.
 *
 * <p>Not safe for use by several threads (it holds scratch arrays); give each its own with the same
 * arguments.
 */
public final class PoissonTrains {
  /** Steps per group: group g holds steps {@code 8g..8g+7}. */
  public static final int STEPS = 8;

  private static final int WORDS = 4;

  /** Entities at once; their words and counts stay in the first-level cache. */
  private static final int BLOCK = 512;

  private final double mean;
  private final PoissonTable table;
  private final Threefry threefry;
  private final RandomStream stream;
  private final int[] single = new int[WORDS];
  private final int[][] words = new int[WORDS][BLOCK];
  private final int[] spread = new int[BLOCK];
  private final int[] low = new int[BLOCK];
  private final int[] high = new int[BLOCK];

  /**
   * The trains of a mean.
   *
   * @param mean expected count of one step, from 0 to 1e9
   * @param purpose which generator, for example {@code Purpose.POISSON.at(2)}
   */
  public PoissonTrains(double mean, long seed, Purpose purpose) {
    this(mean, seed, purpose, new PoissonTables());
  }

  /** As {@link #PoissonTrains(double, long, Purpose)}, with tables that others use as well. */
  public PoissonTrains(double mean, long seed, Purpose purpose, PoissonTables tables) {
    Poisson.check(mean);
    this.mean = mean;
    table = tables.of(mean < PoissonTable.MAX_MEAN ? mean : 0);
    threefry = new Threefry(seed, purpose.code());
    stream = new RandomStream(seed, purpose.at(0));
  }

  /** Memory for the counts of n entities. */
  public TrainCounts counts(int n) {
    return isTabled() ? TrainCounts.packed(n) : TrainCounts.whole(n);
  }

  private boolean isTabled() {
    return mean < PoissonTable.MAX_MEAN;
  }

  /** The count of one entity at one step; equal to what {@link #fill} gives, and slower. */
  public int count(long entity, int step) {
    if (!isTabled()) {
      return (int) Poisson.sample(stream.at(entity, step), mean);
    }
    threefry.words(entity, step / STEPS, 0, single);
    int count = table.owned().count(single[step / 2 % WORDS], step % 2);
    return count == table.owned().size() ? remainder(entity, step) : count;
  }

  /**
   * The counts of n listed entities in one group of steps.
   *
   * @param ids length at least n
   * @param counts from {@link #counts}, for at least n targets; receives those of entity {@code
   *     ids[i]} as target i
   */
  public void fill(long[] ids, int n, int group, TrainCounts counts) {
    if (!isTabled()) {
      fillSingly(ids, n, group, counts);
      return;
    }
    for (int from = 0; from < n; from += BLOCK) {
      int size = Math.min(BLOCK, n - from);
      threefry.fill(ids, from, size, group, 0, words[0], words[1], words[2], words[3]);
      for (int word = 0; word < WORDS; word += 2) {
        fillRow(ids, from, size, group * STEPS + 2 * word, counts);
      }
    }
  }

  private void fillSingly(long[] ids, int n, int group, TrainCounts counts) {
    for (int step = group * STEPS; step < (group + 1) * STEPS; step++) {
      for (int i = 0; i < n; i++) {
        counts.set(i, step, count(ids[i], step));
      }
    }
  }

  /** Four steps, from two words. */
  private void fillRow(long[] ids, int from, int n, int step, TrainCounts counts) {
    int word = step / 2 % WORDS;
    ThresholdCount owned = table.owned();
    owned.count(n, words[word], spread, low);
    owned.count(n, words[word + 1], spread, high);
    pack(n, low, high, spread);
    System.arraycopy(spread, 0, counts.row(step), from, n);
    decide(ids, from, n, step, low, counts);
    decide(ids, from, n, step + 2, high, counts);
  }

  private static void pack(int n, int[] low, int[] high, int[] packed) {
    for (int i = 0; i < n; i++) {
      packed[i] = low[i] | high[i] << Byte.SIZE;
    }
  }

  /** Replaces the undecided counts of the two steps of a word. */
  private void decide(long[] ids, int from, int n, int step, int[] word, TrainCounts counts) {
    ThresholdCount owned = table.owned();
    if (!owned.reachesAll(n, word)) {
      return;
    }
    for (int i = 0; i < n; i++) {
      if (owned.reachesAll(word[i])) {
        decide(ids, from + i, step, counts);
        decide(ids, from + i, step + 1, counts);
      }
    }
  }

  private void decide(long[] ids, int target, int step, TrainCounts counts) {
    if (counts.get(target, step) == table.owned().size()) {
      counts.set(target, step, remainder(ids[target], step));
    }
  }

  private int remainder(long entity, int step) {
    threefry.words(entity, step / STEPS, 1 + step % STEPS, single);
    return table.remainder((long) single[0] << Integer.SIZE | Integer.toUnsignedLong(single[1]));
  }
}
