package org.baya.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.array.SegmentColumn;
import org.baya.catalog.Catalog;
import org.baya.connect.ColumnEdges;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Motivation: building 40 million synapses a second on two cores leaves 50 ns a synapse for
 * everything; choosing the pair must be a small part of it. This measures the reading of all edges
 * of a rule between {@value #NODES} sources and as many targets, about {@value #DEGREE} edges a
 * row, on one thread; no values, nothing stored.
 *
 * <p>One operation is the whole rule; {@code nsPerEdge} divides by its edges.
 */
public class RuleBenchmark extends PerElement {
  /** Nodes on either side. */
  static final int NODES = 10_000;

  /** Edges of a row, about. */
  static final int DEGREE = 1_000;

  /** Rule, flags switched off, separated by blanks. */
  @Param({
    "all_to_all",
    "fixed_indegree",
    "fixed_indegree allow_multapses",
    "fixed_outdegree",
    "fixed_outdegree allow_multapses",
    "fixed_total_number",
    "fixed_total_number allow_multapses",
    "pairwise_bernoulli",
    "pairwise_poisson"
  })
  String rule = "fixed_indegree";

  private EdgeList edges =
      new ColumnEdges(
          Map.of(
              "source",
              SegmentColumn.of("none", new int[0]),
              "target",
              SegmentColumn.of("none", new int[0])),
          "none");
  private int[] parts = {};
  private final int[] sources = new int[EdgeList.BLOCK];
  private final int[] targets = new int[EdgeList.BLOCK];

  /** Edges of one reading. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Edges {
    /** Edges read in the iteration. */
    public long edges;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void reset() {
      edges = 0;
    }
  }

  /** Makes the rule. */
  @Setup
  public void prepare() {
    String[] words = rule.split(" ", -1);
    ConnectionRule found = Catalog.standard().rule(words[0], "benchmark");
    Map<String, double[]> options = new HashMap<>();
    for (Parameter option : found.parameters()) {
      double value =
          switch (option.name()) {
            case "indegree", "outdegree" -> DEGREE;
            case "N" -> (double) DEGREE * NODES;
            case "p", "pairwise_avg_num_conns" -> (double) DEGREE / NODES;
            default -> option.standard().getFirst();
          };
      boolean off = words.length > 1 && option.name().equals(words[1]);
      options.put(option.name(), new double[] {off ? 0 : value});
    }
    edges =
        found.edges(
            ConnectionRule.Request.plain(NODES, NODES, false, new Parameters(options), SEED, 1));
    parts = IntStream.range(0, edges.parts()).toArray();
  }

  /** Reads all edges. */
  @Benchmark
  public long read(Edges counter) {
    EdgeList.Reader reader = edges.reader();
    reader.seek(parts, 0, parts.length);
    long sum = 0;
    for (int n = reader.next(); n > 0; n = reader.next()) {
      reader.sources(sources);
      reader.targets(targets);
      sum += sources[0] + targets[n - 1];
      counter.edges += n;
    }
    return sum;
  }
}
