package org.baya.io.nest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;
import org.baya.network.Recording;

/** The lines of the script that record what an experiment records. */
final class NestRecorders {
  /** What Baya can record and NEST cannot, by model. */
  private static final Map<String, Set<String>> NOT_RECORDABLE =
      Map.of("mat2_psc_exp", Set.of("I_syn_ex", "I_syn_in"));

  private final Map<String, String> modelOf;
  private final double delayMs;

  /**
   * Recorders.
   *
   * @param modelOf model of each population
   * @param delayMs of connections to them; it must not be smaller than those of the network, or
   *     NEST communicates more often
   */
  NestRecorders(Map<String, String> modelOf, double delayMs) {
    this.modelOf = modelOf;
    this.delayMs = delayMs;
  }

  /** The line for a recording. */
  String line(Recording recording) {
    return switch (recording) {
      case Recording.Spikes spikes ->
          "record_spikes("
              + Python.text(spikes.population())
              + ", "
              + delayMs
              + options(recording, window(spikes.window(), "start", "stop"));
      case Recording.Samples samples -> {
        requireRecordable(samples);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("interval", Double.toString(samples.everyMs()));
        if (samples.offsetMs() != 0) {
          options.put("offset", Double.toString(samples.offsetMs()));
        }
        options.putAll(window(samples.window(), "start", "stop"));
        List<String> variables = samples.variables().stream().map(Python::text).toList();
        yield "record_state("
            + Python.text(samples.population())
            + ", ["
            + String.join(", ", variables)
            + "], "
            + delayMs
            + options(recording, options);
      }
      case Recording.Correlation correlation -> {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("delta_tau", Double.toString(correlation.deltaTauMs()));
        options.put("tau_max", Double.toString(correlation.tauMaxMs()));
        options.putAll(window(correlation.window(), "Tstart", "Tstop"));
        yield "record_correlation("
            + Python.text(correlation.population())
            + ", "
            + Python.text(correlation.other())
            + ", "
            + delayMs
            + options(recording, options);
      }
    };
  }

  private void requireRecordable(Recording.Samples samples) {
    String model = modelOf.getOrDefault(samples.population(), "");
    for (String variable : samples.variables()) {
      if (NOT_RECORDABLE.getOrDefault(model, Set.of()).contains(variable)) {
        throw new InvalidInputException(
            "record." + variable, "NEST's " + model + " cannot record " + variable);
      }
    }
  }

  private static Map<String, String> window(Recording.Window window, String start, String stop) {
    Map<String, String> options = new LinkedHashMap<>();
    if (window.startMs() > 0) {
      options.put(start, Double.toString(window.startMs()));
    }
    if (window.stopMs() != Double.POSITIVE_INFINITY) {
      options.put(stop, Double.toString(window.stopMs()));
    }
    return options;
  }

  private static String options(Recording recording, Map<String, String> options) {
    List<String> all = new ArrayList<>();
    recording.ids().ifPresent(ids -> all.add("chosen=" + new TreeSet<>(ids)));
    options.forEach((key, value) -> all.add(key + "=" + value));
    return (all.isEmpty() ? "" : ", ") + String.join(", ", all) + ")";
  }
}
