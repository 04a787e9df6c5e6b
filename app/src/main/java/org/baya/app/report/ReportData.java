package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.PopulationStatistics;
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
      NodeLayout layout,
      SpikeStatistics statistics,
      SpikeSample sample,
      String summary) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("run").raw(summary);
    json.name("realTimeFactor").value(run.realTimeFactor());
    json.name("updates").value(run.updates());
    StatisticsHistograms histograms = new StatisticsHistograms(run.statistics());
    groups(json, run.statistics(), layout, statistics.rates(), histograms);
    rates(json, layout, statistics.rates());
    json.name("histograms").beginObject();
    histogram(json, "rate", histograms.rates().getLast());
    histogram(json, "interval", statistics.intervals());
    histogram(json, "cv", histograms.cvs().getLast());
    histogram(json, "correlation", histograms.correlations().getLast());
    json.endObject();
    raster(json, layout, sample);
    return json.endObject().toString();
  }

  private static void groups(
      JsonWriter json,
      List<PopulationStatistics> statistics,
      NodeLayout layout,
      RateBins rates,
      StatisticsHistograms histograms) {
    json.name("groups").beginArray();
    for (int g = 0; g < layout.groups(); g++) {
      PopulationStatistics line = statistics.get(g);
      json.beginObject();
      json.name("name").value(layout.groupName(g));
      json.name("colour")
          .value("#" + Integer.toHexString(1 << 24 | Palette.colour(g)).substring(1));
      json.name("neurons").value(line.neurons());
      json.name("spikes").value(rates.spikes(g));
      json.name("silent").value(line.silent());
      json.name("rate").value(line.ratesHz().mean());
      json.name("highest").value(line.ratesHz().quantile(1));
      json.name("reference").value(layout.referenceRateHz(g));
      json.name("cv").value(line.cvs().mean());
      json.name("correlation").value(line.correlations().mean());
      json.name("correlationSd").value(line.correlations().sd());
      json.name("synchrony").value(line.synchrony());
      json.name("rateBars").value(histograms.rates().get(g).counts());
      json.name("cvBars").value(histograms.cvs().get(g).counts());
      json.name("correlationBars").value(histograms.correlations().get(g).counts());
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
    json.name("below").value(histogram.below());
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
