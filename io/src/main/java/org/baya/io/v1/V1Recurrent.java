package org.baya.io.v1;

import java.util.Arrays;
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
  private static final Purpose SOURCES = Purpose.of("v1 recurrent sources");
  private static final Purpose SYNAPSES = Purpose.of("v1 recurrent synapses");

  /**
   * Targets per block: about 70,000 edges in the core, enough to outweigh a task's cost and few
   * enough to spread.
   */
  private static final int BLOCK = 256;

  private final List<RecurrentBlock> blocks;

  private V1Recurrent(List<RecurrentBlock> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /** Connects the cells; the result does not depend on the number of threads. */
  public static V1Recurrent connect(V1Parameters parameters, V1Cells cells, V1Settings settings) {
    RecurrentRules rules = new RecurrentRules(parameters, cells, settings.radiusUm());
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
    RandomStream sourceStream = new RandomStream(seed, SOURCES);
    RandomStream synapseStream = new RandomStream(seed, SYNAPSES);
    RecurrentRow row = new RecurrentRow(cells, rules, sourceStream);
    int[] rowStart = new int[to - from + 1];
    int[] sources = new int[1024];
    float[] scaled = new float[1024];
    int m = 0;
    for (int target = from; target < to; target++) {
      sourceStream.at(target, 0);
      row.draw(target);
      int end = m + row.count();
      if (end > sources.length) {
        sources = Arrays.copyOf(sources, Math.max(end, sources.length * 2));
        scaled = Arrays.copyOf(scaled, sources.length);
      }
      System.arraycopy(row.sources(), 0, sources, m, row.count());
      weights.draw(target, synapseStream.at(target, 0), sources, m, end, scaled);
      m = end;
      rowStart[target - from + 1] = m;
    }
    return new RecurrentBlock(from, rowStart, Arrays.copyOf(sources, m), Arrays.copyOf(scaled, m));
  }
}
