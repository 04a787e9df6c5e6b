package org.baya.app.report;

import java.util.Arrays;
import java.util.List;
import org.baya.app.analysis.EvenSample;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;

/**
 * The spikes that the page shows: all of them, or one drawn at random from each run of successive
 * spikes, so that density over time is kept and no regular pattern arises. Ordered by time. The
 * draw is a hash of the index: the same spikes give the same page.
 *
 * @param tickMs unit of {@code ticks}
 * @param ticks time of each spike in units of {@code tickMs}, ascending
 * @param nodes of each spike, counted as in {@link NodeLayout}
 * @param total number of spikes of which these are a sample
 */
record SpikeSample(double tickMs, int[] ticks, int[] nodes, long total) {

  static SpikeSample of(
      List<SpikeTable> tables,
      NodeLayout layout,
      double durationMs,
      double resolutionMs,
      int limit) {
    long total = 0;
    for (SpikeTable table : tables) {
      total += table.times().count();
    }
    double least = durationMs / 1e9;
    double tickMs = Math.max(resolutionMs > 0 ? resolutionMs : 0.1, least);
    int kept = (int) Math.min(total, limit);
    long[] keys = new long[kept];
    int at = 0;
    long seen = 0;
    for (int t = 0; t < tables.size(); t++) {
      SpikeTimes times = tables.get(t).times();
      int[] nodes = tables.get(t).nodes();
      // The picks of this table: those runs of the whole list that begin in it.
      long end = seen + times.count();
      while (at < kept) {
        long pick = EvenSample.pick(at, kept, total);
        if (pick >= end) {
          break;
        }
        int i = (int) (pick - seen);
        long tick = Math.max(0, Math.round(times.timeMs(i) / tickMs));
        keys[at++] = tick << 32 | layout.firstNode(t) + nodes[i];
      }
      seen = end;
    }
    if (tables.size() > 1) {
      Arrays.sort(keys);
    }
    return unpack(tickMs, keys, total);
  }

  private static SpikeSample unpack(double tickMs, long[] keys, long total) {
    int[] ticks = new int[keys.length];
    int[] nodes = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      ticks[i] = (int) (keys[i] >>> 32);
      nodes[i] = (int) keys[i];
    }
    return new SpikeSample(tickMs, ticks, nodes, total);
  }

  /** Number of spikes shown. */
  int count() {
    return ticks.length;
  }
}
