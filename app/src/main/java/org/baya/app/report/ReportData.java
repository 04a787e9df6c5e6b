package org.baya.app.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/**
 * The page's data as JSON: {@code run} is the content of {@code summary.json}; {@code groups}, {@code rates} and {@code histograms} are
 * what the charts and the table show; {@code raster} holds the spikes as little-endian arrays in base64: {@code ticks} u16 or u32,
 * {@code rows} u16 or u32, and {@code nodes} (the population's own index of each spike's neuron) u16 or u32.
 */
final class ReportData {
  private ReportData() {}

  static String json(
      RunSummary run, List<SpikeTable> tables, NodeLayout layout, SpikeStatistics statistics, SpikeSample sample, String summary) {
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
      JsonWriter json, RunSummary run, List<SpikeTable> tables, NodeLayout layout, SpikeStatistics statistics) {
    GroupStatistics[] lines = statistics.groups(tables);
    json.name("groups").beginArray();
    for (int g = 0; g < lines.length; g++) {
      GroupStatistics line = lines[g];
      json.beginObject();
      json.name("name").value(layout.groupName(g));
      json.name("colour").value("#" + Integer.toHexString(1 << 24 | Palette.colour(g)).substring(1));
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
    int count = sample.count();
    int[] rows = new int[count];
    int[] own = new int[count];
    for (int i = 0; i < count; i++) {
      int node = sample.nodes()[i];
      rows[i] = layout.rowOf(node);
      own[i] = node - layout.firstNode(layout.tableOf(node));
    }
    json.name("raster").beginObject();
    json.name("shown").value(count);
    json.name("total").value(sample.total());
    json.name("tick").value(sample.tickMs());
    json.name("neurons").value(layout.nodes());
    array(json, "ticks", sample.ticks());
    array(json, "rows", rows);
    array(json, "nodes", own);
    json.endObject();
  }

  private static void array(JsonWriter json, String name, int[] values) {
    int largest = 0;
    for (int value : values) {
      largest = Math.max(largest, value);
    }
    int bytes = largest <= 0xFFFF ? 2 : 4;
    ByteBuffer buffer = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (bytes == 2) {
        buffer.putShort((short) value);
      } else {
        buffer.putInt(value);
      }
    }
    json.name(name).beginObject();
    json.name("bytes").value(bytes);
    json.name("base64").value(Base64.getEncoder().encodeToString(buffer.array()));
    json.endObject();
  }
}
