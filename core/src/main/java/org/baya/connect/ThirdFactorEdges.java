package org.baya.connect;

import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/**
 * Edges that a third population adds to those of a primary projection (NEST's
 * third_factor_bernoulli_with_pool): each primary edge gets, with a probability, one node of its
 * target's pool, to which its source connects and which connects to its target. Both lists, read
 * with one purpose, choose the same nodes.
 */
public final class ThirdFactorEdges extends DerivedEdges {
  private final boolean in;
  private final PairValue probability;
  private final Pools pools;
  private final long seed;
  private final Purpose purpose;
  private final String place;

  /**
   * Edges of a third factor.
   *
   * @param primary edges from sources to targets
   * @param in whether these are the edges from the sources to the third population, not those from
   *     there to the targets
   * @param probability that a primary edge gets a node, by its source and target
   * @param place for messages
   */
  public ThirdFactorEdges(
      EdgeList primary,
      boolean in,
      PairValue probability,
      Pools pools,
      long seed,
      Purpose purpose,
      String place) {
    super(primary);
    this.in = in;
    this.probability = probability;
    this.pools = pools;
    this.seed = seed;
    this.purpose = purpose;
    this.place = place;
  }

  @Override
  public Order order() {
    return base().order() == (in ? Order.BY_SOURCE : Order.BY_TARGET) ? base().order() : Order.NONE;
  }

  @Override
  public Reader reader() {
    return new ThirdReader();
  }

  private final class ThirdReader extends DerivedReader {
    private final StreamBlock streams = StreamBlock.of(seed, purpose, BLOCK);
    private final PairValue.Evaluator evaluator = probability.evaluator();
    private final double[] chances = new double[BLOCK];

    @Override
    int derive(int[] sources, int[] targets, long[] numbers, int n, int[] kept) {
      evaluator.evaluate(sources, targets, n, chances);
      streams.load(numbers, n, 0);
      int made = 0;
      for (int i = 0; i < n; i++) {
        if (!(chances[i] >= 0 && chances[i] <= 1)) {
          throw new InvalidInputException(
              place,
              "p of the edge from "
                  + sources[i]
                  + " to "
                  + targets[i]
                  + " = "
                  + chances[i]
                  + "; allowed is >= 0 and <= 1");
        }
        RandomStream stream = streams.at(i);
        if (stream.nextDouble() < chances[i]) {
          int node = pools.node(targets[i], stream.nextInt(pools.size()));
          sources[made] = in ? sources[i] : node;
          targets[made] = in ? node : targets[i];
          kept[made++] = i;
        }
      }
      return made;
    }
  }
}
