package org.baya.app.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.Period;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeAnalysis;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;

/**
 * A run that never took place: populations and rates of the V1 core, gamma-like trains with a
 * common slow modulation.
 */
final class SyntheticRun {
  static final List<String> NAMES =
      List.of(
          "i1Htr3a",
          "e23Cux2",
          "i23Htr3a",
          "i23Pvalb",
          "i23Sst",
          "e4Nr5a1",
          "e4Rorb",
          "e4Scnn1a",
          "e4other",
          "i4Htr3a",
          "i4Pvalb",
          "i4Sst",
          "e5Rbp4",
          "e5noRbp4",
          "i5Htr3a",
          "i5Pvalb",
          "i5Sst",
          "e6Ntsr1",
          "i6Htr3a",
          "i6Pvalb",
          "i6Sst");
  private static final int[] SIZES = {
    999, 12689, 1107, 640, 464, 1248, 2605, 3072, 3329, 270, 963, 553, 6010, 1559, 117, 613, 555,
    12882, 192, 1052, 1059
  };
  private static final double[] RATES = {
    3.1, 3.4, 5.0, 12.9, 8.4, 5.1, 6.0, 7.8, 6.3, 5.0, 19.2, 7.0, 9.9, 15.0, 1.1, 21.0, 2.3, 9.2,
    3.3, 17.0, 6.1
  };
  private static final double[] PUBLISHED = {
    2.87, 1.43, 2.99, 6.87, 5.75, 1.57, 1.24, 1.84, 1.88, 1.67, 7.76, 1.92, 2.15, 3.65, 0.37, 4.64,
    0.65, 2.76, 2.45, 5.76, 2.41
  };

  private SyntheticRun() {}

  /** About 340,000 spikes per second of 52,000 neurons at a resolution of 0.1 ms. */
  static SpikeTable v1(double durationMs, double rateFactor, long seed) {
    int size = Arrays.stream(SIZES).sum();
    int[] groupOf = new int[size];
    int node = 0;
    for (int g = 0; g < SIZES.length; g++) {
      for (int i = 0; i < SIZES[g]; i++) {
        groupOf[node++] = g;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = new long[1024];
    int n = 0;
    for (node = 0; node < size; node++) {
      // Log-normal rates with the population's mean.
      double rate = rateFactor * RATES[groupOf[node]] * Math.exp(random.nextGaussian() - 0.5);
      double t = random.nextExponential() * 1000 / rate;
      while (t < durationMs) {
        if (n == keys.length) {
          keys = Arrays.copyOf(keys, 2 * n);
        }
        keys[n++] = Math.max(1, Math.round(t * 10)) << 32 | node;
        double now = rate * (1 + 0.5 * Math.sin(t / 80) + (t > 500 && t < 540 ? 2.5 : 0));
        t +=
            3
                + (random.nextExponential() + random.nextExponential())
                    / 2
                    * 1000
                    / Math.max(now, 0.2);
      }
    }
    Arrays.sort(keys, 0, n);
    int[] steps = new int[n];
    int[] nodes = new int[n];
    for (int i = 0; i < n; i++) {
      steps[i] = (int) (keys[i] >>> 32);
      nodes[i] = (int) keys[i];
    }
    double[] references = PUBLISHED.clone();
    references[4] = Double.NaN;
    return new SpikeTable(
        "v1",
        size,
        new SpikeTimes.OfSteps(steps, n, 0.1),
        nodes,
        new Grouping(groupOf, NAMES, references));
  }

  /** The statistics of a whole run. */
  static List<PopulationStatistics> statistics(List<SpikeTable> tables, double durationMs) {
    Period all = new Period(0, durationMs);
    return SpikeAnalysis.of(tables, tables.stream().map(table -> all).toList());
  }

  static RunSummary summary(String name, List<SpikeTable> tables, double durationMs) {
    long neurons = tables.stream().mapToLong(SpikeTable::size).sum();
    Activity activity = Activity.of(tables, durationMs, 98_765_432L, 0xFEDC_BA98_7654_3210L);
    Map<String, Long> recurrent = new LinkedHashMap<>();
    recurrent.put("edges read", 14_436_907L);
    recurrent.put("dropped", 12_345L);
    recurrent.put("delay clamped", 51_200L);
    Map<String, Long> input = new LinkedHashMap<>();
    input.put("edges read", 1_387_002L);
    input.put("dropped", 0L);
    NetworkCounts network =
        new NetworkCounts(
            neurons,
            15_811_564,
            12_345,
            9.87,
            0x0123456789abcdefL,
            List.of(
                new ProjectionCounts("recurrent", "v1", "v1", 14_424_562, recurrent),
                new ProjectionCounts("lgn", "lgn", "v1", 1_387_002, input)));
    Map<String, Double> phases = new LinkedHashMap<>();
    phases.put("deliver", 0.361);
    phases.put("update", 0.402);
    phases.put("exchange", 0.021);
    phases.put("record", 0.017);
    return new RunSummary(
        name,
        "0.1.0",
        List.of(
            "baya", "run", "examples/v1/v1.yaml", "--threads", "2", "--set", "name=the first run"),
        1,
        2,
        0.1,
        durationMs,
        0,
        network,
        new Timing(0.31, 0.52, 1.02, 0.84, 2.11, phases),
        activity,
        statistics(tables, durationMs),
        new Machine(
            "Intel(R) Xeon(R) Processor @ 2.90GHz",
            2,
            "25.0.1+8-LTS (Eclipse Adoptium)",
            912_345_678L));
  }
}
