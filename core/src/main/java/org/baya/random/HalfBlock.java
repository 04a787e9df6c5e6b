package org.baya.random;

/** The streams of a purpose that has half a block: all numbers after the first are its own. */
final class HalfBlock extends StreamBlock {
  private final Threefry own;
  private final HalvedBlocks halved;

  /** Where second numbers are made; few purposes ever ask for one. */
  private long[] chosen = {};

  private int[][] words = {};

  HalfBlock(long seed, Purpose purpose, HalvedBlocks halved, int number) {
    super(new RandomStream(seed, purpose), halved.high(number), halved.low(number));
    own = new Threefry(seed, purpose.code());
    this.halved = halved;
  }

  @Override
  void makeFirst(long[] entities, int n, int step) {
    halved.load(entities, n, step);
  }

  @Override
  void makeSecond(long[] entities, int step, int[] rows, int n) {
    if (n == 0) {
      return;
    }
    if (chosen.length == 0) {
      chosen = new long[w0.length];
      words = new int[Threefry.WORDS][w0.length];
    }
    for (int k = 0; k < n; k++) {
      chosen[k] = entities[rows[k]];
    }
    own.fill(chosen, 0, n, step, 0, words[0], words[1], words[2], words[3]);
    for (int k = 0; k < n; k++) {
      w2[rows[k]] = words[0][k];
      w3[rows[k]] = words[1][k];
    }
  }

  @Override
  RandomStream begin(RandomStream stream, long entity, int step, int i) {
    return stream.at(entity, step, w0[i], w1[i]);
  }
}
