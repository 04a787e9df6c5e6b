package org.baya.app.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.app.analysis.SpikeTable;

/**
 * What the network did.
 *
 * @param ratesHz mean rate [Hz] of each population or type, in order
 * @param synapticEvents spikes times the synapses that each of them reached
 * @param spikeChecksum independent of the order of the spikes
 */
public record Activity(
    long spikes,
    double meanRateHz,
    Map<String, Double> ratesHz,
    long synapticEvents,
    long spikeChecksum) {

  /** Copies the rates, keeping their order. */
  public Activity {
    ratesHz = Collections.unmodifiableMap(new LinkedHashMap<>(ratesHz));
  }

  /**
   * Counts spikes and rates of {@code tables} over {@code durationMs}. A rate is NaN where there is
   * no neuron or no time.
   */
  public static Activity of(
      List<SpikeTable> tables, double durationMs, long synapticEvents, long spikeChecksum) {
    NodeLayout layout = NodeLayout.of(tables);
    long[] spikes = new long[layout.groups()];
    long all = 0;
    for (int t = 0; t < tables.size(); t++) {
      SpikeTable table = tables.get(t);
      int[] nodes = table.nodes();
      int[] groupOf = table.groups().groupOf();
      int firstGroup = layout.firstGroup(t);
      int count = table.times().count();
      for (int i = 0; i < count; i++) {
        spikes[firstGroup + groupOf[nodes[i]]]++;
      }
      all += count;
    }
    Map<String, Double> rates = new LinkedHashMap<>();
    for (int g = 0; g < spikes.length; g++) {
      rates.put(layout.groupName(g), rateHz(spikes[g], layout.groupSize(g), durationMs));
    }
    return new Activity(
        all, rateHz(all, layout.nodes(), durationMs), rates, synapticEvents, spikeChecksum);
  }

  /** Mean rate [Hz]; NaN where there is no neuron or no time. */
  public static double rateHz(long spikes, long neurons, double durationMs) {
    return neurons > 0 && durationMs > 0 ? spikes * 1000.0 / (neurons * durationMs) : Double.NaN;
  }
}
