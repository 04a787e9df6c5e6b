package org.baya.random;

import java.util.Optional;

/**
 * The random numbers of one address (seed, purpose, entity, step), drawn in order: words 0..3 of
 * block 0 of {@link Threefry}, then block 1 and so on, 2^34 words of 32 bits in all. One stream
 * object is moved from address to address, so drawing allocates nothing. A purpose may have its
 * first two words elsewhere, see {@link Purpose.Half}.
 *
 * <pre>{@code
 * RandomStream stream = new RandomStream(seed, Purpose.WEIGHT.at(projection));
 * double weight = stream.at(edge, 0).nextDouble();
 * }</pre>
 *
 * <p>Not safe for use by several threads; give each its own with the same seed and purpose.
 */
public final class RandomStream {
  private static final int WORDS = 4;
  private static final int HALF = WORDS / 2;

  /** So many steps share a block, see {@link #atStep}. */
  public static final int SHARING = WORDS;

  /** Blocks of one stretch: its words stay in the nearest cache. */
  private static final int MOST_BLOCKS = 256;

  /** Blocks that one vector instruction works on; a rest one by one would take as long as all. */
  private static final int VECTOR = 16;

  private final Threefry threefry;
  private final Optional<Threefry> halved;
  private final int firstOfHalf;
  private int[] words = new int[WORDS];
  private int[][] planes = {};
  private long entity;
  private int step;
  private int block;
  private int next;
  private int limit;
  private long expected;

  /** The streams of a seed and a purpose code, at entity 0 and step 0. */
  public RandomStream(long seed, long purpose) {
    this(seed, purpose, Optional.empty());
  }

  /** The streams of a seed and a purpose, at entity 0 and step 0. */
  public RandomStream(long seed, Purpose purpose) {
    this(seed, purpose.code(), purpose.half());
  }

  private RandomStream(long seed, long purpose, Optional<Purpose.Half> half) {
    threefry = new Threefry(seed, purpose);
    halved = half.map(Purpose.Half::code).map(code -> new Threefry(seed, code));
    firstOfHalf = half.map(Purpose.Half::number).orElse(0) * HALF;
  }

  /** What its words come from. */
  public Threefry threefry() {
    return threefry;
  }

  /** Moves to the first number of (entity, step). */
  public RandomStream at(long entity, int step) {
    return at(entity, step, 0L);
  }

  /**
   * Moves to the first number of (entity, step) where many will be drawn: words are made in long
   * stretches, several times faster than one after the other. The numbers are the same.
   *
   * @param expected about how many words will be drawn
   */
  public RandomStream at(long entity, int step, long expected) {
    this.entity = entity;
    this.step = step;
    this.expected = expected;
    block = 0;
    next = 0;
    limit = 0;
    if (halved.isPresent()) {
      halved.get().words(entity, step, 0, words);
      begin(words[firstOfHalf], words[firstOfHalf + 1]);
    }
    return this;
  }

  private void begin(int w0, int w1) {
    words[HALF] = w0;
    words[HALF + 1] = w1;
    next = HALF;
    limit = WORDS;
  }

  /**
   * Moves to the numbers of (entity, step) of something that asks for one number at most steps: the
   * first word is one of block 0 of {@code step / }{@value #SHARING}, whose other words are those
   * of the steps beside it, so that {@value #SHARING} steps need one block. The next words are
   * those from block 1 of (entity, step) on.
   */
  public RandomStream atStep(long entity, int step) {
    at(entity, step);
    threefry.words(entity, step / SHARING, 0, words);
    words[WORDS - 1] = words[step % SHARING];
    block = 1;
    next = WORDS - 1;
    limit = WORDS;
    return this;
  }

  /** As {@link #at(long, int)}, with the words of block 0 already known. */
  RandomStream at(long entity, int step, int w0, int w1, int w2, int w3) {
    this.entity = entity;
    this.step = step;
    words[0] = w0;
    words[1] = w1;
    words[2] = w2;
    words[3] = w3;
    expected = 0;
    block = 1;
    next = 0;
    limit = WORDS;
    return this;
  }

  /** As {@link #at(long, int)}, with the first two words, half of a block, already known. */
  RandomStream at(long entity, int step, int w0, int w1) {
    this.entity = entity;
    this.step = step;
    expected = 0;
    block = 0;
    begin(w0, w1);
    return this;
  }

  /** 32 random bits. */
  public int nextInt() {
    if (next == limit) {
      refill();
    }
    return words[next++];
  }

  private void refill() {
    next = 0;
    if (expected <= WORDS) {
      threefry.words(entity, step, block++, words);
      limit = WORDS;
      return;
    }
    int blocks = (int) Math.min(MOST_BLOCKS, (expected / WORDS + VECTOR) / VECTOR * VECTOR);
    if (planes.length == 0) {
      planes = new int[WORDS][MOST_BLOCKS];
      words = new int[WORDS * MOST_BLOCKS];
    }
    threefry.fillBlocks(entity, step, block, blocks, planes[0], planes[1], planes[2], planes[3]);
    for (int w = 0; w < WORDS; w++) {
      interleave(planes[w], blocks, w, words);
    }
    block += blocks;
    expected = Math.max(0, expected - (long) WORDS * blocks);
    limit = WORDS * blocks;
  }

  private static void interleave(int[] plane, int n, int offset, int[] words) {
    for (int i = 0; i < n; i++) {
      words[WORDS * i + offset] = plane[i];
    }
  }

  /** 64 random bits; the first word drawn is the high one. */
  public long nextLong() {
    long high = nextInt();
    return (high << 32) | Integer.toUnsignedLong(nextInt());
  }

  /** Uniform in [0, 1): a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in (0, 1): an odd multiple of 2^-53, so never 0 and never 1. */
  public double nextOpenDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** Uniform in [0, 1): a multiple of 2^-24. */
  public float nextFloat() {
    return (nextInt() >>> 8) * 0x1.0p-24f;
  }

  /**
   * Uniform in {@code 0..bound-1} without bias (D. Lemire: Fast random integer generation in an
   * interval, ACM TOMACS 29, 2019, <a
   * href="https://doi.org/10.1145/3230636">doi:10.1145/3230636</a>).
   *
   * @param bound at least 1
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be at least 1, not " + bound);
    }
    long product = Integer.toUnsignedLong(nextInt()) * bound;
    if (Integer.compareUnsigned((int) product, bound) < 0) {
      int threshold = Integer.remainderUnsigned(-bound, bound);
      while (Integer.compareUnsigned((int) product, threshold) < 0) {
        product = Integer.toUnsignedLong(nextInt()) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * The next n numbers of {@link #nextInt(int)}.
   *
   * @param bound at least 1
   * @param out length at least n
   */
  public void nextInts(int bound, int n, int[] out) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be at least 1, not " + bound);
    }
    int threshold = Integer.remainderUnsigned(-bound, bound);
    for (int filled = 0; filled < n; ) {
      if (next == limit) {
        refill();
      }
      int size = Math.min(limit - next, n - filled);
      filled += scale(words, next, size, bound, Integer.toUnsignedLong(threshold), out, filled);
      next += size;
    }
  }

  /** Without a branch; returns how many words gave a number. */
  private static int scale(
      int[] words, int from, int n, long bound, long threshold, int[] out, int at) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long product = Integer.toUnsignedLong(words[from + i]) * bound;
      out[at + kept] = (int) (product >>> 32);
      kept += (product & 0xFFFFFFFFL) >= threshold ? 1 : 0;
    }
    return kept;
  }

  /**
   * Uniform in {@code 0..bound-1} without bias; like {@link #nextInt(int)} but with 64-bit words.
   *
   * @param bound at least 1
   */
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be at least 1, not " + bound);
    }
    long bits = nextLong();
    if (Long.compareUnsigned(bits * bound, bound) < 0) {
      long threshold = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(bits * bound, threshold) < 0) {
        bits = nextLong();
      }
    }
    return Math.unsignedMultiplyHigh(bits, bound);
  }
}
