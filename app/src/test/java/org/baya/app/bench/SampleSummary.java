package org.baya.app.bench;

/** What a run of the V1 core could have written. */
final class SampleSummary {
  /** With the word RESOLUTION in place of the step [ms]. */
  static final String TEXT =
      """
      {
        "name": "v1", "neurons": 51978, "synapses": 15810422, "bytes_per_synapse": null,
        "threads": 2, "resolution_ms": RESOLUTION, "duration_ms": 1000,
        "load_s": 0.3, "build_s": 0.5, "setup_s": 0.9, "simulate_s": 0.65, "total_s": 1.9,
        "phases_s": {"deliver": 0.2, "update": 0.4, "exchange": 0.02, "record": 0.01, "wait": 0.02},
        "spikes": 338000, "synaptic_events": 100000000, "spike_checksum": "00ff", "peak_memory_bytes": 9.0E8
      }
      """;

  private SampleSummary() {}
}
