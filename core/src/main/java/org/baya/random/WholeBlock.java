package org.baya.random;

/** The streams of a purpose whose blocks are its own: a block gives the first two numbers. */
final class WholeBlock extends StreamBlock {
  private final Threefry threefry;

  WholeBlock(long seed, Purpose purpose, int capacity) {
    super(new RandomStream(seed, purpose), new int[capacity], new int[capacity]);
    threefry = new Threefry(seed, purpose.code());
  }

  @Override
  void makeFirst(long[] entities, int n, int step) {
    threefry.fill(entities, 0, n, step, 0, w0, w1, w2, w3);
  }

  @Override
  void makeSecond(long[] entities, int step, int[] rows, int n) {}

  @Override
  RandomStream begin(RandomStream stream, long entity, int step, int i) {
    return stream.at(entity, step, w0[i], w1[i], w2[i], w3[i]);
  }
}
