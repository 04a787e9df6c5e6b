package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.baya.build.NetworkFingerprint;
import org.baya.build.NetworkPlan;
import org.baya.io.experiment.Experiment;
import org.baya.io.text.JsonWriter;

/**
 * A plan as text or as JSON.
 *
 * @param threads it was made for
 */
record PlanTable(Experiment experiment, NetworkPlan plan, int threads) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        experiment.network().name()
            + ": "
            + Units.count(plan.neurons())
            + " neurons, "
            + Units.count(plan.synapses())
            + " synapses");
    lines.add("");
    lines.addAll(populations());
    lines.add("");
    lines.addAll(projections());
    lines.add("");
    lines.add(
        "memory about "
            + Units.bytes((double) plan.memory().totalBytes())
            + ", of which synapses "
            + Units.bytes((double) plan.memory().synapseBytes())
            + "; the heap may grow to "
            + Units.bytes((double) heapBytes()));
    lines.add(
        String.format(
            Locale.ROOT,
            "time about %s to build and %s to simulate %s ms at %s Hz",
            Units.seconds(plan.buildSeconds()),
            Units.seconds(plan.simulateSeconds()),
            Units.plain(experiment.durationMs()),
            Units.plain(NetworkPlan.ASSUMED_RATE_HZ)));
    lines.add(
        threads
            + (threads == 1 ? " thread, " : " threads, ")
            + plan.shards()
            + (plan.shards() == 1 ? " shard, " : " shards, ")
            + "windows of "
            + plan.windowSteps()
            + (plan.windowSteps() == 1 ? " step" : " steps"));
    lines.add("fingerprint " + NetworkFingerprint.text(plan.fingerprint()));
    return lines;
  }

  private List<String> populations() {
    TextTable table = new TextTable(2, "population", "model", "nodes");
    for (NetworkPlan.PopulationPlan population : plan.populations()) {
      table.add(population.name(), population.model(), Units.count(population.size()));
    }
    return table.lines();
  }

  private List<String> projections() {
    TextTable table = new TextTable(2, "projection", "from -> to", "edges", "dropped");
    for (NetworkPlan.ProjectionPlan projection : plan.projections()) {
      table.add(
          projection.name(),
          projection.from() + " -> " + projection.to(),
          Units.count(projection.edges()),
          Units.count(projection.dropped()));
    }
    return table.lines();
  }

  private static long heapBytes() {
    return Runtime.getRuntime().maxMemory();
  }

  /** One object, a line a member. */
  String json() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("name").value(experiment.network().name());
    json.name("neurons").value(plan.neurons());
    json.name("synapses").value(plan.synapses());
    json.name("dropped_synapses")
        .value(plan.projections().stream().mapToLong(NetworkPlan.ProjectionPlan::dropped).sum());
    json.name("network_fingerprint").value(NetworkFingerprint.text(plan.fingerprint()));
    json.name("threads").value(threads);
    json.name("memory_bytes").value(plan.memory().totalBytes());
    json.name("synapse_bytes").value(plan.memory().synapseBytes());
    json.name("heap_bytes").value(heapBytes());
    json.name("build_s").value(plan.buildSeconds());
    json.name("simulate_s").value(plan.simulateSeconds());
    json.name("assumed_rate_hz").value(NetworkPlan.ASSUMED_RATE_HZ);
    json.name("projections").beginArray();
    for (NetworkPlan.ProjectionPlan projection : plan.projections()) {
      json.beginObject();
      json.name("name").value(projection.name());
      json.name("source").value(projection.from());
      json.name("target").value(projection.to());
      json.name("edges").value(projection.edges());
      json.name("dropped").value(projection.dropped());
      json.endObject();
    }
    return json.endArray().endObject().toString();
  }
}
