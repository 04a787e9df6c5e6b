package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.Distribution;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeAnalysis;
import org.baya.io.text.JsonWriter;

/** The block {@code statistics} of {@code summary.json}. */
public final class StatisticsJson {
  private StatisticsJson() {}

  /** Writes the statistics of all groups that have neurons as an object. */
  public static void write(JsonWriter json, List<PopulationStatistics> groups) {
    json.beginObject();
    json.name("correlation_bin_ms").value(SpikeAnalysis.CORRELATION_BIN_MS);
    json.name("correlation_neurons").value(SpikeAnalysis.CORRELATED_NEURONS);
    json.name("synchrony_bin_ms").value(SpikeAnalysis.SYNCHRONY_BIN_MS);
    json.name("synchrony_neurons").value(SpikeAnalysis.SYNCHRONY_NEURONS);
    json.name("populations").beginObject();
    for (PopulationStatistics group : groups) {
      if (group.neurons() > 0) {
        json.name(group.name());
        write(json, group);
      }
    }
    json.endObject().endObject();
  }

  private static void write(JsonWriter json, PopulationStatistics group) {
    json.beginObject();
    json.name("from_ms").value(group.period().fromMs());
    json.name("to_ms").value(group.period().toMs());
    json.name("neurons").value(group.neurons());
    json.name("spikes").value(group.spikes());
    json.name("silent").value(group.silent());
    distribution(json, "rate_hz", group.ratesHz());
    distribution(json, "cv_isi", group.cvs());
    distribution(json, "correlation", group.correlations());
    json.name("synchrony").value(group.synchrony());
    json.endObject();
  }

  private static void distribution(JsonWriter json, String name, Distribution values) {
    json.name(name).beginObject();
    json.name("count").value(values.count());
    json.name("mean").value(values.mean());
    json.name("sd").value(values.sd());
    json.name("quartiles")
        .value(new double[] {values.quantile(0.25), values.quantile(0.5), values.quantile(0.75)});
    json.endObject();
  }
}
