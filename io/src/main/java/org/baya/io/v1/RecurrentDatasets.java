package org.baya.io.v1;

import java.util.Arrays;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Writes the recurrent edges block by block, so that the columns that follow from others never
 * exist as a whole.
 */
final class RecurrentDatasets {
  private static final String SOURCES = "/recurrent/sources";
  private static final String TARGETS = "/recurrent/targets";
  private static final String WEIGHTS = "/recurrent/weights";
  private static final String DELAYS = "/recurrent/delays";
  private static final String RECEPTORS = "/recurrent/receptor_types";

  private final V1Cells cells;
  private final Hdf5Writer writer;
  private final List<RecurrentBlock> blocks;
  private final long[] firstEdge;
  private final float[][] delays;
  private final int[][] receptors;

  RecurrentDatasets(V1Network network, Hdf5Writer writer) {
    this.cells = network.cells();
    this.writer = writer;
    this.blocks = network.recurrent().blocks();
    this.firstEdge = new long[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      firstEdge[i + 1] = firstEdge[i] + blocks.get(i).edges();
    }
    V1Parameters parameters = network.parameters();
    int populations = parameters.populationList().size();
    int types = parameters.typeList().size();
    this.delays = new float[types][populations];
    this.receptors = new int[types][populations];
    for (int type = 0; type < types; type++) {
      for (int source = 0; source < populations; source++) {
        delays[type][source] =
            parameters.edgeType(source, type).map(edge -> (float) edge.delayMs()).orElse(0.0f);
        receptors[type][source] =
            parameters.edgeType(source, type).map(edge -> edge.port() - 1).orElse(0);
      }
    }
  }

  /** Declares the datasets of {@code edges} edges. */
  static void declare(FilePlan plan, long edges) {
    plan.declared(SOURCES, ElementType.INT32, edges)
        .declared(TARGETS, ElementType.INT32, edges)
        .declared(WEIGHTS, ElementType.FLOAT32, edges)
        .declared(DELAYS, ElementType.FLOAT32, edges)
        .declared(RECEPTORS, ElementType.INT32, edges);
  }

  /** Writes all blocks, several at a time. */
  void write(int threads) {
    BlockTasks.run(blocks.size(), 1, threads, (from, to) -> writeBlock(from));
  }

  /** Writes one block; returns the number of its edges. */
  private int writeBlock(int index) {
    RecurrentBlock block = blocks.get(index);
    int[] targets = new int[block.edges()];
    float[] delay = new float[block.edges()];
    int[] receptor = new int[block.edges()];
    for (int row = 0; row < block.targets(); row++) {
      int target = block.firstTarget() + row;
      int type = cells.types()[target];
      Arrays.fill(targets, block.rowStart()[row], block.rowStart()[row + 1], target);
      for (int edge = block.rowStart()[row]; edge < block.rowStart()[row + 1]; edge++) {
        int source = cells.populations()[block.sources()[edge]];
        delay[edge] = delays[type][source];
        receptor[edge] = receptors[type][source];
      }
    }
    long first = firstEdge[index];
    writer.dataset(SOURCES).write(first, Elements.of(block.sources()));
    writer.dataset(TARGETS).write(first, Elements.of(targets));
    writer.dataset(WEIGHTS).write(first, Elements.of(block.weights()));
    writer.dataset(DELAYS).write(first, Elements.of(delay));
    writer.dataset(RECEPTORS).write(first, Elements.of(receptor));
    return block.edges();
  }
}
