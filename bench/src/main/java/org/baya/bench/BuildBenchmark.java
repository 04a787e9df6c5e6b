package org.baya.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Projection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: this is where the user's 20 minutes went. It measures {@link NetworkBuilder#build} of
 * 20,000 neurons and 2 million edges from int and float columns in memory, in the order of their
 * sources or shuffled, values taken as they are or by V1's formulas.
 *
 * <p>One operation is one synapse; neurons, 1 % of the synapses, are included.
 */
public class BuildBenchmark extends PerElement {
  /** Edges per invocation. */
  static final int EDGES = 2_000_000;

  private static final int NEURONS = 20_000;

  @Param({"sorted", "shuffled"})
  String order = "sorted";

  @Param({"columns", "formulas"})
  String values = "columns";

  @Param({"1", "2"})
  int threads = 1;

  private Network network = Network.of("none", 0.1);

  /** Draws the edges. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] source = random.ints(EDGES, 0, NEURONS).toArray();
    if (order.equals("sorted")) {
      Arrays.sort(source);
    }
    float[] weight = new float[EDGES];
    float[] delay = new float[EDGES];
    for (int i = 0; i < EDGES; i++) {
      weight[i] = (float) (0.01 + random.nextDouble());
      delay[i] = (float) (1 + 0.1 * random.nextInt(30));
    }
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    columns.put("source", ColumnSource.of(SegmentColumn.of("source", source)));
    columns.put(
        "target",
        ColumnSource.of(SegmentColumn.of("target", random.ints(EDGES, 0, NEURONS).toArray())));
    columns.put("weight", ColumnSource.of(SegmentColumn.of("weight", weight)));
    columns.put("delay", ColumnSource.of(SegmentColumn.of("delay", delay)));
    columns.put("receptor", ColumnSource.of(receptors(random)));
    Projection edges = Projection.of("edges", "cells", "cells", new Connectivity.Edges(columns));
    network =
        Network.of("edges", 0.1)
            .with(Cell.of("glif3_4").population(NEURONS))
            .with(values.equals("formulas") ? formulas(edges) : edges);
  }

  private static Column receptors(SplittableRandom random) {
    return SegmentColumn.of("receptor", random.ints(EDGES, 1, 5).toArray());
  }

  private static Projection formulas(Projection edges) {
    return edges
        .with("weight", "weight * (V_th[target] - E_L[target])")
        .with("delay", "max(delay, 1.0)")
        .dropping("abs(weight) < 1e-10");
  }

  /** Builds {@value #EDGES} synapses. */
  @Benchmark
  @OperationsPerInvocation(EDGES)
  public CompiledNetwork build() {
    return NetworkBuilder.build(network, threads).network();
  }
}
