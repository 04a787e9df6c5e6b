package org.baya.random;

/**
 * The streams of many entities at one step, for drawing in bulk: the first four words of each come
 * from one vectorised pass, which is several times faster than moving a {@link RandomStream} from
 * entity to entity. The values are the same.
 *
 * <p>Not safe for use by several threads.
 */
public final class StreamBlock {
  private final Threefry threefry;
  private final RandomStream stream;
  private final int[] w0;
  private final int[] w1;
  private final int[] w2;
  private final int[] w3;
  private final double[] uniforms;
  private final int[] marks;
  private long[] entities = {};
  private int step;
  private boolean ready;

  /**
   * Streams of a seed and a purpose.
   *
   * @param capacity the most entities at once
   */
  public StreamBlock(long seed, Purpose purpose, int capacity) {
    threefry = new Threefry(seed, purpose.code());
    stream = new RandomStream(seed, purpose);
    w0 = new int[capacity];
    w1 = new int[capacity];
    w2 = new int[capacity];
    w3 = new int[capacity];
    uniforms = new double[capacity];
    marks = new int[capacity];
  }

  /**
   * Prepares the streams of n entities.
   *
   * @param entities length at least n; must not change as long as {@link #at} is used
   */
  public void load(long[] entities, int n, int step) {
    threefry.fill(entities, 0, n, step, 0, w0, w1, w2, w3);
    this.entities = entities;
    this.step = step;
    ready = true;
  }

  /**
   * As {@link #load}, where only a few of the entities will draw: words are made when they are
   * asked for.
   */
  public void place(long[] entities, int step) {
    this.entities = entities;
    this.step = step;
    ready = false;
  }

  /**
   * The stream of entity {@code i}, at its first number: equal to {@code new RandomStream(seed,
   * purpose).at(entities[i], step)}.
   *
   * @param i below the n that was loaded
   */
  public RandomStream at(int i) {
    return ready
        ? stream.at(entities[i], step, w0[i], w1[i], w2[i], w3[i])
        : stream.at(entities[i], step);
  }

  /**
   * What {@link RandomStream#nextDouble()} gives first for each of the n entities that were loaded:
   * 53 bits of the first two words. Valid until the next call.
   */
  double[] uniforms(int n) {
    uniforms(w0, w1, n, uniforms);
    return uniforms;
  }

  private static void uniforms(int[] high, int[] low, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] =
          (Integer.toUnsignedLong(high[i]) << 21 | Integer.toUnsignedLong(low[i]) >>> 11)
              * 0x1.0p-53;
    }
  }

  /** The second word of each entity that was loaded; its lower 11 bits are in no uniform. */
  int[] secondWords() {
    return w1;
  }

  /** What {@link RandomStream#nextLong()} gives entity i first (0) or second (1). */
  long bits(int i, int draw) {
    return draw == 0
        ? (long) w0[i] << 32 | Integer.toUnsignedLong(w1[i])
        : (long) w2[i] << 32 | Integer.toUnsignedLong(w3[i]);
  }

  /** Room for a list of entities; whoever fills loops may use it. */
  int[] marks() {
    return marks;
  }
}
