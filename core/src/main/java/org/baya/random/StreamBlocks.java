package org.baya.random;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes the {@link StreamBlock}s that one thread uses together; those with half a block share it.
 */
public final class StreamBlocks {
  private final long seed;
  private final int capacity;
  private final Map<Long, HalvedBlocks> halved = new HashMap<>();

  /**
   * Blocks of a seed.
   *
   * @param capacity the most entities at once
   */
  public StreamBlocks(long seed, int capacity) {
    this.seed = seed;
    this.capacity = capacity;
  }

  /** The streams of a purpose. */
  public StreamBlock of(Purpose purpose) {
    return purpose
        .half()
        .<StreamBlock>map(half -> half(purpose, half))
        .orElseGet(() -> new WholeBlock(seed, purpose, capacity));
  }

  private HalfBlock half(Purpose purpose, Purpose.Half half) {
    HalvedBlocks blocks =
        halved.computeIfAbsent(half.code(), code -> new HalvedBlocks(seed, code, capacity));
    return new HalfBlock(seed, purpose, blocks, half.number());
  }
}
