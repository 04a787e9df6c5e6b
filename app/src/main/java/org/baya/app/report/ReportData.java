package org.baya.app.report;

import java.util.List;
import org.baya.io.text.JsonWriter;

/**
 * The page's data as JSON: {@code run} is the content of {@code summary.json}; {@code groups},
 * {@code rates} and {@code histograms} are what the charts and the table show; {@code raster} says
 * what the arrays of {@link SpikeBlock} hold.
 */
final class ReportData {
  private ReportData() {}

  /**
   * The data.
   *
   * @param summary content of {@code summary.json}
   */
  static String json(
      RunSummary run,
      List<SpikeTable> tables,
      NodeLayout layout,
      SpikeStatistics statistics,
      SpikeSample sample,
      String summary) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("run").raw(summary);
    json.name("realTimeFactor").value(run.realTimeFactor());
    json.name("updates").value(run.updates());
    groups(json, run, tables, layout, statistics);
    rates(json, layout, statistics.rates());
    json.name("histograms").beginObject();
    histogram(json, "rate", statistics.neuronRates());
    histogram(json, "interval", statistics.intervals());
    histogram(json, "cv", statistics.cvs());
    json.endObject();
    raster(json, layout, sample);
    return json.endObject().toString();
  }

  private static void groups(
      JsonWriter json,
      RunSummary run,
      List<SpikeTable> tables,
      NodeLayout layout,
      SpikeStatistics statistics) {
    GroupStatistics[] lines = statistics.groups(tables);
    json.name("groups").beginArray();
    for (int g = 0; g < lines.length; g++) {
      GroupStatistics line = lines[g];
      json.beginObject();
      json.name("name").value(layout.groupName(g));
      json.name("colour")
          .value("#" + Integer.toHexString(1 << 24 | Palette.colour(g)).substring(1));
      json.name("neurons").value(line.neurons());
      json.name("spikes").value(line.spikes());
      json.name("silent").value(line.silent());
      json.name("rate").value(Activity.rateHz(line.spikes(), line.neurons(), run.durationMs()));
      json.name("highest").value(Activity.rateHz(line.most(), 1, run.durationMs()));
      json.name("reference").value(layout.referenceRateHz(g));
      json.name("cv").value(line.meanCv());
      json.name("top").value(layout.bandTop(g));
      json.name("firstRow").value(layout.firstRow(g));
      json.endObject();
    }
    json.endArray();
  }

  private static void rates(JsonWriter json, NodeLayout layout, RateBins bins) {
    json.name("rates").beginObject();
    json.name("bin").value(bins.binMs());
    json.name("all").value(rounded(bins.totalRatesHz(layout.nodes())));
    json.name("groups").beginArray();
    for (int g = 0; g < layout.groups(); g++) {
      json.value(rounded(bins.ratesHz(g, layout.groupSize(g))));
    }
    json.endArray().endObject();
  }

  /** To a hundredth of a hertz: what a chart can show. */
  private static double[] rounded(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = Double.isFinite(values[i]) ? Math.rint(values[i] * 100) / 100 : Double.NaN;
    }
    return result;
  }

  private static void histogram(JsonWriter json, String name, Histogram histogram) {
    json.name(name).beginObject();
    json.name("edges").value(histogram.edges());
    json.name("counts").value(histogram.counts());
    json.name("above").value(histogram.above());
    json.endObject();
  }

  private static void raster(JsonWriter json, NodeLayout layout, SpikeSample sample) {
    json.name("raster").beginObject();
    json.name("shown").value(sample.count());
    json.name("total").value(sample.total());
    json.name("tick").value(sample.tickMs());
    json.name("neurons").value(layout.nodes());
    json.endObject();
  }
}
