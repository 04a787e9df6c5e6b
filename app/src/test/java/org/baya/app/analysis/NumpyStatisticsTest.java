package org.baya.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baya.readme.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statistics by their definitions in NumPy; skipped where there is none. */
class NumpyStatisticsTest {
  private static final int NEURONS = 60;
  private static final Period PERIOD = new Period(100, 1101);

  private static final String SCRIPT =
      """
      import numpy as np
      times, nodes = np.loadtxt("spikes.txt", unpack=True)
      start, stop, n = 100.0, 1101.0, 60
      keep = (times > start + 1e-6) & (times <= stop + 1e-6)
      times, nodes = times[keep], nodes[keep].astype(int)
      trains = [times[nodes == i] for i in range(n)]
      rates = np.array([len(t) * 1000 / (stop - start) for t in trains])
      cvs = np.array([np.std(np.diff(t)) / np.mean(np.diff(t)) for t in trains if len(t) > 2])
      def counts(width):
          # bins that contain their right edge
          edges = start + 1e-6 + width * np.arange(int((stop - start) / width) + 1)
          return np.array([np.histogram(t, edges)[0] for t in trains])
      c = counts(2.0)
      fired = c[c.var(axis=1) > 0]
      r = np.corrcoef(fired)[np.tril_indices(len(fired), -1)]
      total = counts(3.0).sum(axis=0)
      for v in (rates, cvs, r):
          print(len(v), repr(float(v.mean())), repr(float(v.std())), *(repr(float(q)) for q in np.quantile(v, (0.25, 0.5, 0.75))))
      print(repr(float(total.var() / total.mean())))
      """;

  @TempDir Path directory;

  @Test
  void shouldAgreeWithNumpy() throws IOException, InterruptedException {
    Python python = Python.with("import numpy", directory);
    SpikeTable table = bursting();
    PopulationStatistics own = SpikeAnalysis.of(List.of(table), List.of(PERIOD)).getFirst();

    List<String> lines = python.lines(SCRIPT);
    assertThat(lines).hasSize(4);
    assertSame(own.ratesHz(), lines.get(0));
    assertSame(own.cvs(), lines.get(1));
    assertSame(own.correlations(), lines.get(2));
    assertThat(own.synchrony()).isCloseTo(Double.parseDouble(lines.get(3)), within(1e-12));
    assertThat(own.silent()).as("silent neurons are among them").isPositive();
  }

  private static void assertSame(Distribution own, String line) {
    double[] numpy = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(own.count()).isEqualTo((int) numpy[0]);
    double[] values = {
      own.mean(), own.sd(), own.quantile(0.25), own.quantile(0.5), own.quantile(0.75)
    };
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).as("figure %d of %s", i, line).isCloseTo(numpy[i + 1], within(1e-9));
    }
  }

  /** Neurons of very different rates with common bursts, also written as text. */
  private SpikeTable bursting() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    int most = 12_001;
    int[] steps = new int[20_000];
    int[] nodes = new int[20_000];
    int n = 0;
    StringBuilder text = new StringBuilder();
    for (int step = 1; step < most; step++) {
      double common = step % 400 < 30 ? 4 : 1;
      for (int node = 1; node < NEURONS; node++) {
        if (random.nextDouble() < 3e-5 * node * common) {
          steps[n] = step;
          nodes[n++] = node;
          text.append(step * 0.1).append(' ').append(node).append('\n');
        }
      }
    }
    Files.writeString(directory.resolve("spikes.txt"), text);
    return SpikeTable.of("p", NEURONS, new SpikeTimes.OfSteps(steps, n, 0.1), nodes);
  }
}
