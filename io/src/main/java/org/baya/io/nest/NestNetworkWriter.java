package org.baya.io.nest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baya.build.NetworkEdges;
import org.baya.build.NetworkFingerprint;
import org.baya.build.NetworkNodes;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.file.PendingFile;
import org.baya.model.PlasticModel;
import org.baya.network.Network;
import org.baya.network.Recording;
import org.baya.network.Store;
import org.baya.network.WeightRecording;

/**
 * Writes an experiment for NEST 3.9.
 *
 * <pre>
 * run_nest.py     creates, connects and records, a line for each population, projection, recorder
 * baya_nest.py    what these lines call
 * arrays/nodes/POPULATION/PARAMETER.npy   what differs between nodes
 * arrays/edges/PROJECTION/COLUMN.npy      source, target (from 0), and what differs between edges
 * </pre>
 */
public final class NestNetworkWriter {
  private static final String HELPERS = "baya_nest.py";
  private static final String SCRIPT = "run_nest.py";

  private final Experiment experiment;
  private final Network network;
  private final Path directory;
  private final ArrayFiles files;
  private final List<String> lines = new ArrayList<>();

  private NestNetworkWriter(Experiment experiment, Path directory) {
    this.experiment = experiment;
    // NEST stores every synapse; the fingerprint that it is compared with is of stored ones.
    this.network = experiment.network().storedIn(Store.MEMORY);
    this.directory = directory;
    this.files = new ArrayFiles(directory.resolve("arrays"));
  }

  /**
   * What was written.
   *
   * @param script to be run
   * @param nodes number of nodes
   * @param edges number of connections
   * @param fingerprint of the network, see {@link NetworkFingerprint}
   */
  public record Written(Path script, long nodes, long edges, long fingerprint) {}

  /**
   * Writes the files into {@code directory}, which is made, in place of older ones.
   *
   * @param threads that check the network
   * @throws InvalidInputException if the experiment is wrong or has something that NEST lacks
   */
  public static Written write(Experiment experiment, Path directory, int threads) {
    return new NestNetworkWriter(experiment, directory).write(threads);
  }

  private Written write(int threads) {
    NetworkPlan plan = NetworkPlan.of(network, experiment.durationMs(), threads);
    long nodeCount = 0;
    long edgeCount = 0;
    long stored = 0;
    double smallestDelayMs = Double.POSITIVE_INFINITY;
    try (NetworkEdges all = NetworkEdges.open(network)) {
      Set<String> plasticTargets = new HashSet<>();
      List<NestEdges> projections = new ArrayList<>();
      for (int i = 0; i < all.projections().size(); i++) {
        projections.add(new NestEdges(all.projections().get(i), i, files));
        if (all.projections().get(i).synapse() instanceof PlasticModel) {
          plasticTargets.add(all.projections().get(i).to());
        }
      }
      List<NetworkNodes.Nodes> populations = NetworkNodes.of(network).populations();
      lines.add("# Nodes");
      for (int i = 0; i < populations.size(); i++) {
        NetworkNodes.Nodes nodes = populations.get(i);
        boolean plastic = plasticTargets.contains(nodes.description().name());
        lines.addAll(
            new NestNodes(nodes, plastic, files)
                .write((int) nodeCount, all.stimuli(i), all.grid()));
        nodeCount += nodes.size();
      }
      lines.add("");
      lines.add("# Connections");
      for (NestEdges projection : projections) {
        lines.addAll(projection.write(isRecorded(projection, WeightRecording.Moment.EACH_SPIKE)));
        smallestDelayMs = Math.min(smallestDelayMs, projection.smallestDelayMs());
        edgeCount += projection.count();
        stored += projection.projection().isStored() ? projection.count() : 0;
      }
      addRecorders(projections, smallestDelayMs);
    }
    PythonFile.write(directory.resolve(HELPERS), resource());
    PythonFile.write(directory.resolve(SCRIPT), script(plan.fingerprint(), stored));
    return new Written(directory.resolve(SCRIPT), nodeCount, edgeCount, plan.fingerprint());
  }

  private boolean isRecorded(NestEdges projection, WeightRecording.Moment moment) {
    String name = projection.projection().name();
    return network.weightRecordings().stream()
        .anyMatch(r -> r.moment() == moment && r.projection().equals(name));
  }

  private void addRecorders(List<NestEdges> projections, double smallestDelayMs) {
    lines.add("");
    lines.add("# What is recorded");
    double delayMs =
        Double.isInfinite(smallestDelayMs) ? Math.max(1, network.resolutionMs()) : smallestDelayMs;
    Map<String, String> modelOf = new HashMap<>();
    network.populations().forEach(p -> modelOf.put(p.name(), p.model()));
    NestRecorders recorders = new NestRecorders(modelOf, delayMs);
    for (Recording recording : network.recordings()) {
      lines.add(recorders.line(recording));
    }
    for (NestEdges projection : projections) {
      if (isRecorded(projection, WeightRecording.Moment.END) && projection.count() > 0) {
        lines.add(
            "final_weights.append("
                + Python.texts(
                    List.of(
                        projection.projection().name(),
                        projection.projection().from(),
                        projection.projection().to(),
                        projection.model()))
                + ")");
      }
    }
  }

  private String script(long fingerprint, long stored) {
    StringBuilder text = new StringBuilder("#!/usr/bin/env python3\n");
    text.append("\"\"\"Network '").append(network.name().replace("\"", "'"));
    text.append("' for NEST 3.9, written by Baya.\n\n");
    text.append("    python3 run_nest.py            builds, simulates, writes nest_*.npz\n");
    text.append("    python3 run_nest.py --check    builds and compares with Baya's network\n");
    text.append("    python3 run_nest.py --threads 4 --duration 100 --out results\n\"\"\"\n\n");
    text.append("from baya_nest import *\n\n\ndef build():\n");
    for (String line : lines) {
      text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
    }
    long seed = Math.max(1, network.seed() & Integer.MAX_VALUE);
    text.append("\n\nif __name__ == \"__main__\":\n    raise SystemExit(\n        main(\n");
    text.append("            build,\n            duration=").append(experiment.durationMs());
    text.append(",\n            resolution=").append(network.resolutionMs());
    text.append(",\n            seed=").append(seed).append(",\n            expected=0x");
    text.append(NetworkFingerprint.text(fingerprint)).append(",\n            expected_edges=");
    return text.append(stored).append(",\n        )\n    )\n").toString();
  }

  private static String resource() {
    try (InputStream stream = NestNetworkWriter.class.getResourceAsStream(HELPERS)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + HELPERS + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text that appears whole or not at all. */
  private static final class PythonFile {
    static void write(Path path, String text) {
      try (PendingFile file = PendingFile.create(path)) {
        file.write(0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        file.commit();
      }
    }
  }
}
