package org.baya.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;

/**
 * One way to connect {@value #NODES} neurons with {@value #EDGES} synapses or about as many.
 *
 * @param name as the table shows it
 * @param required synapses per second on two cores
 * @param network makes the description, arrays included
 */
record ConnectCase(String name, double required, Supplier<Network> network) {
  /** Neurons. */
  static final int NODES = 10_000;

  /** Synapses. */
  static final int EDGES = 10_000_000;

  private static final double CONSTANT = 40e6;
  private static final double NORMAL = 25e6;
  private static final double ARRAYS = 100e6;
  private static final double DENSITY = (double) EDGES / NODES / NODES;

  /** Delays [steps] of the arrays whose delays differ. */
  private static final int DELAYS = 30;

  private static final double RESOLUTION_MS = 0.1;

  /** All cases. */
  static List<ConnectCase> all() {
    return List.of(
        constant("fixed_indegree", "indegree", EDGES / NODES),
        constant("fixed_outdegree", "outdegree", EDGES / NODES),
        constant("fixed_total_number", "N", EDGES),
        constant("pairwise_bernoulli", "p", DENSITY),
        normal("fixed_indegree", "indegree", EDGES / NODES),
        normal("fixed_outdegree", "outdegree", EDGES / NODES),
        normal("fixed_total_number", "N", EDGES),
        normal("pairwise_bernoulli", "p", DENSITY),
        arrays("arrays by source", ConnectCase::bySource),
        arrays("arrays by target", ConnectCase::byTarget),
        arrays("arrays in no order", ConnectCase::inNoOrder),
        arrays("arrays by source, 30 delays", () -> bySource().with("delay", delays())),
        arrays("arrays in no order, 30 delays", () -> inNoOrder().with("delay", delays())),
        arrays("sparse matrix, CSR", () -> Connectivity.csr(pointers(), nodes(1), weights())),
        arrays("sparse matrix, CSC", () -> Connectivity.csc(pointers(), nodes(1), weights())));
  }

  private static ConnectCase constant(String rule, String option, double value) {
    return new ConnectCase(
        rule, CONSTANT, () -> network(projection(rule(rule, option, value)).with("weight", 20.0)));
  }

  private static ConnectCase normal(String rule, String option, double value) {
    return new ConnectCase(
        rule + ", normal values",
        NORMAL,
        () ->
            network(
                projection(rule(rule, option, value))
                    .with("weight", "normal(87.8, 8.78)")
                    .with("delay", "redrawn(normal(1.5, 0.75), 0.1, 100)")));
  }

  private static ConnectCase arrays(String name, Supplier<Connectivity> edges) {
    return new ConnectCase(name, ARRAYS, () -> network(projection(edges.get())));
  }

  private static Connectivity rule(String name, String option, double value) {
    return new Connectivity.Rule(name, Map.of(option, Value.of(value)));
  }

  private static Projection projection(Connectivity edges) {
    return Projection.of("edges", "cells", "cells", edges);
  }

  private static Network network(Projection projection) {
    return Network.of("connect", RESOLUTION_MS)
        .with(Population.of("cells", "iaf_psc_exp", NODES))
        .with(projection);
  }

  private static Connectivity.Edges bySource() {
    return Connectivity.edges(inOrder(), nodes(1)).with("weight", weights());
  }

  private static Connectivity.Edges byTarget() {
    return Connectivity.edges(nodes(1), inOrder()).with("weight", weights());
  }

  private static Connectivity.Edges inNoOrder() {
    return Connectivity.edges(nodes(1), nodes(2)).with("weight", weights());
  }

  private static int[] nodes(long seed) {
    return new SplittableRandom(seed).ints(EDGES, 0, NODES).toArray();
  }

  private static int[] inOrder() {
    int[] nodes = new int[EDGES];
    Arrays.setAll(nodes, edge -> (int) ((long) edge * NODES / EDGES));
    return nodes;
  }

  private static long[] pointers() {
    long[] pointers = new long[NODES + 1];
    Arrays.setAll(pointers, row -> (long) row * EDGES / NODES);
    return pointers;
  }

  private static double[] weights() {
    return new SplittableRandom(3).doubles(EDGES, 1, 100).toArray();
  }

  private static double[] delays() {
    SplittableRandom random = new SplittableRandom(4);
    double[] delays = new double[EDGES];
    Arrays.setAll(delays, edge -> (1 + random.nextInt(DELAYS)) * RESOLUTION_MS);
    return delays;
  }
}
