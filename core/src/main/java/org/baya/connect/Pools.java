package org.baya.connect;

import org.baya.error.InvalidInputException;
import org.baya.random.DistinctChoice;
import org.baya.random.RandomStream;

/**
 * The nodes of a third population that may join the connections onto each target: NEST's pools.
 * Immutable; safe for use by several threads.
 */
public final class Pools {
  /** Step of the random numbers that fill the pools. */
  private static final int FILLING = 1;

  private static final long MOST_PLACES = 1L << 28;

  private final int size;
  private final int targetsPerNode;
  private final int[] members;

  private Pools(int size, int targetsPerNode, int[] members) {
    this.size = size;
    this.targetsPerNode = targetsPerNode;
    this.members = members;
  }

  /**
   * Every target has a pool of {@code size} different nodes, drawn uniformly.
   *
   * @param third nodes of the third population
   * @param place for messages
   */
  public static Pools random(int targets, int third, int size, RandomStream stream, String place) {
    check(third, size, place);
    if (size == third) {
      return new Pools(size, 0, new int[0]);
    }
    if ((long) targets * size > MOST_PLACES) {
      throw new InvalidInputException(
          place,
          "random pools of "
              + size
              + " nodes for "
              + targets
              + " targets have "
              + (long) targets * size
              + " places; allowed are "
              + MOST_PLACES
              + ", or pool_size = "
              + third
              + " (all nodes)");
    }
    int[] members = new int[targets * size];
    int[] pool = new int[size];
    DistinctChoice choice = new DistinctChoice();
    for (int target = 0; target < targets; target++) {
      choice.choose(
          stream.at(target, FILLING, DistinctChoice.words(third, size)), third, size, pool);
      System.arraycopy(pool, 0, members, target * size, size);
    }
    return new Pools(size, 0, members);
  }

  /**
   * Pools of neighbouring nodes: each target its own {@code size} nodes, or with size 1 each node
   * as many neighbouring targets.
   *
   * @throws InvalidInputException unless the numbers of nodes fit
   */
  public static Pools block(int targets, int third, int size, String place) {
    check(third, size, place);
    if (size == 1 && targets % third == 0) {
      return new Pools(1, Math.max(1, targets / third), new int[0]);
    }
    if ((long) targets * size != third) {
      throw new InvalidInputException(
          place,
          "block pools of "
              + size
              + " nodes need "
              + (long) targets * size
              + " nodes for "
              + targets
              + " targets; there are "
              + third
              + (size == 1 ? ", and they do not divide the targets evenly" : ""));
    }
    return new Pools(size, 1, new int[0]);
  }

  private static void check(int third, int size, String place) {
    if (size < 1 || size > third) {
      throw new InvalidInputException(
          place,
          "pool_size = "
              + size
              + "; allowed is 1 to the "
              + third
              + " nodes of the third population");
    }
  }

  /** Nodes of a pool. */
  public int size() {
    return size;
  }

  /** Node {@code i} of the pool of a target. */
  int node(int target, int i) {
    if (members.length > 0) {
      return members[target * size + i];
    }
    return targetsPerNode == 0 ? i : target / targetsPerNode * size + i;
  }
}
