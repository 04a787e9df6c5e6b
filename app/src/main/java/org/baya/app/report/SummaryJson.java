package org.baya.app.report;

import org.baya.io.text.JsonWriter;

/** The content of {@code summary.json}: the flat keys that tools read, then details. */
final class SummaryJson {
  private SummaryJson() {}

  static String of(RunSummary run) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("name").value(run.name());
    json.name("version").value(run.version());
    network(json, run.network());
    json.name("threads").value(run.threads());
    json.name("seed").value(run.seed());
    json.name("resolution_ms").value(run.resolutionMs());
    json.name("duration_ms").value(run.durationMs());
    json.name("transient_ms").value(run.transientMs());
    timing(json, run);
    activity(json, run.activity());
    json.name("statistics");
    StatisticsJson.write(json, run.statistics());
    machine(json, run);
    projections(json, run.network());
    return json.endObject().toString();
  }

  private static void network(JsonWriter json, NetworkCounts network) {
    json.name("neurons").value(network.neurons());
    json.name("synapses").value(network.synapses());
    json.name("dropped_synapses").value(network.droppedSynapses());
    json.name("bytes_per_synapse").value(network.bytesPerSynapse());
    json.name("network_fingerprint").value(hex(network.fingerprint()));
  }

  private static void timing(JsonWriter json, RunSummary run) {
    Timing timing = run.timing();
    json.name("load_s").value(timing.loadS());
    json.name("build_s").value(timing.buildS());
    json.name("setup_s").value(timing.setupS());
    json.name("simulate_s").value(timing.simulateS());
    json.name("total_s").value(timing.totalS());
    json.name("real_time_factor").value(run.realTimeFactor());
    json.name("phases_s").value(timing.phasesS());
  }

  private static void activity(JsonWriter json, Activity activity) {
    json.name("spikes").value(activity.spikes());
    json.name("mean_rate_hz").value(activity.meanRateHz());
    json.name("rates_hz").value(activity.ratesHz());
    json.name("synaptic_events").value(activity.synapticEvents());
    json.name("spike_checksum").value(hex(activity.spikeChecksum()));
  }

  /** A string: 64 bits do not survive readers that take every number for a double. */
  private static String hex(long bits) {
    String hex = Long.toHexString(bits);
    return "0".repeat(16 - hex.length()) + hex;
  }

  private static void machine(JsonWriter json, RunSummary run) {
    Machine machine = run.machine();
    json.name("peak_memory_bytes")
        .value(machine.peakMemoryBytes() < 0 ? Double.NaN : machine.peakMemoryBytes());
    json.name("cpu").value(machine.cpu());
    json.name("cores").value(machine.cores());
    json.name("java").value(machine.java());
    json.name("command").value(run.command());
  }

  private static void projections(JsonWriter json, NetworkCounts network) {
    json.name("projections").beginArray();
    for (ProjectionCounts projection : network.projections()) {
      json.beginObject();
      json.name("name").value(projection.name());
      json.name("source").value(projection.source());
      json.name("target").value(projection.target());
      json.name("synapses").value(projection.synapses());
      json.name("counts").value(projection.counts());
      json.endObject();
    }
    json.endArray();
  }
}
