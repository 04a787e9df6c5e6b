package org.baya.io.v1;

import java.util.List;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * The recurrent edges, by target and then by source, no cell to itself and no pair twice.
 * Immutable.
 *
 * <p>Held as blocks of consecutive targets with 8 bytes per edge; delays and receptor ports follow
 * from the source's population and the target's type.
 */
public final class V1Recurrent {
  private static final Purpose SYNAPSES = Purpose.of("v1 recurrent synapses");

  /**
   * Targets per block: about 280,000 edges in the core, enough to outweigh a task's cost and few
   * enough to spread.
   */
  private static final int BLOCK = 1024;

  private final List<RecurrentBlock> blocks;

  private V1Recurrent(List<RecurrentBlock> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /** Connects the cells; the result does not depend on the number of threads. */
  public static V1Recurrent connect(V1Parameters parameters, V1Cells cells, V1Settings settings) {
    RecurrentRules rules = new RecurrentRules(parameters, cells, settings.seed());
    RecurrentWeights weights = new RecurrentWeights(parameters, cells, settings.gains());
    return new V1Recurrent(
        BlockTasks.run(
            cells.count(),
            BLOCK,
            settings.threads(),
            (from, to) -> block(cells, rules, weights, settings.seed(), from, to)));
  }

  /** Number of edges. */
  public long edges() {
    return blocks.stream().mapToLong(RecurrentBlock::edges).sum();
  }

  List<RecurrentBlock> blocks() {
    return blocks;
  }

  private static RecurrentBlock block(
      V1Cells cells, RecurrentRules rules, RecurrentWeights weights, long seed, int from, int to) {
    RecurrentTargets rows = new RecurrentTargets(cells, rules, from, to);
    int[] rowStart = rows.rowStart();
    int[] sources = rows.sources();
    float[] scaled = new float[sources.length];
    RandomStream synapseStream = new RandomStream(seed, SYNAPSES);
    for (int target = from; target < to; target++) {
      weights.draw(
          target,
          synapseStream.at(target, 0),
          sources,
          rowStart[target - from],
          rowStart[target - from + 1],
          scaled);
    }
    return new RecurrentBlock(from, rowStart, sources, scaled);
  }
}
