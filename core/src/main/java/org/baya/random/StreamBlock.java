package org.baya.random;

/**
 * The streams of many entities at one step, for drawing in bulk: the first words of each come from
 * one vectorised pass, which is several times faster than moving a {@link RandomStream} from entity
 * to entity. The values are the same.
 *
 * <p>Purposes that have half a block each ({@link Purpose.Half}) share that pass where one {@link
 * StreamBlocks} makes them.
 *
 * <p>Not safe for use by several threads.
 */
public abstract sealed class StreamBlock permits WholeBlock, HalfBlock {
  /** The first number of each stream: its high and its low word. */
  final int[] w0;

  final int[] w1;

  /** The second number. */
  final int[] w2;

  final int[] w3;

  private final RandomStream stream;
  private final double[] uniforms;
  private long[] entities = {};
  private int step;
  private boolean ready;

  /**
   * Streams of a seed and a purpose.
   *
   * @param capacity the most entities at once
   */
  public static StreamBlock of(long seed, Purpose purpose, int capacity) {
    return new StreamBlocks(seed, capacity).of(purpose);
  }

  /** Streams whose first numbers lie in arrays of whoever makes them. */
  StreamBlock(RandomStream stream, int[] w0, int[] w1) {
    int capacity = w0.length;
    this.stream = stream;
    this.w0 = w0;
    this.w1 = w1;
    w2 = new int[capacity];
    w3 = new int[capacity];
    uniforms = new double[capacity];
  }

  /**
   * Prepares the streams of n entities.
   *
   * @param entities length at least n; must not change as long as {@link #at} is used
   */
  public final void load(long[] entities, int n, int step) {
    makeFirst(entities, n, step);
    this.entities = entities;
    this.step = step;
    ready = true;
  }

  /**
   * As {@link #load}, where only a few of the entities will draw: words are made when they are
   * asked for.
   */
  public final void place(long[] entities, int step) {
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
  public final RandomStream at(int i) {
    return ready ? begin(stream, entities[i], step, i) : stream.at(entities[i], step);
  }

  /** Makes the first numbers of n entities, and the second where they come with them. */
  abstract void makeFirst(long[] entities, int n, int step);

  /** Makes the second numbers of the entities of some rows, if they are not there. */
  abstract void makeSecond(long[] entities, int step, int[] rows, int n);

  /** Moves a stream to the entity of row {@code i}, some of whose words are here. */
  abstract RandomStream begin(RandomStream stream, long entity, int step, int i);

  /**
   * What {@link RandomStream#nextDouble()} gives first for each of the n entities that were loaded:
   * 53 bits of the first two words. Valid until the next call.
   */
  final double[] uniforms(int n) {
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
  final int[] secondWords() {
    return w1;
  }

  /**
   * Has {@link #bits} give the second number of the entities of some rows.
   *
   * @param rows numbers of entities that were loaded
   */
  final void loadSecond(int[] rows, int n) {
    makeSecond(entities, step, rows, n);
  }

  /**
   * What {@link RandomStream#nextLong()} gives entity i first (0) or second (1), the latter after
   * {@link #loadSecond}.
   */
  final long bits(int i, int draw) {
    return draw == 0
        ? (long) w0[i] << 32 | Integer.toUnsignedLong(w1[i])
        : (long) w2[i] << 32 | Integer.toUnsignedLong(w3[i]);
  }
}
