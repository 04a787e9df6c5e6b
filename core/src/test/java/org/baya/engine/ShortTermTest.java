package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.baya.random.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short-term plasticity against its differential equations and its probabilities. */
class ShortTermTest {
  private static final double[] TIMES = {10, 14, 30, 30.1, 80, 150};
  private static final int MANY = 20_000;

  /** The equations in small steps, by the midpoint rule. */
  @ParameterizedTest
  @CsvSource({"3, 0, 800, 0.5", "3, 120, 60, 0.2", "25, 40, 25, 0.6", "25, 40, 25.000001, 0.6"})
  void shouldIntegrateTheResourcesOfTsodyks(
      double tauPsc, double tauFac, double tauRec, double u0) {
    double[][] sent =
        new SynapseBench(
                "tsodyks_synapse",
                Map.of("tau_psc", tauPsc, "tau_fac", tauFac, "tau_rec", tauRec, "U", u0),
                1,
                TIMES)
            .sent(200);
    double x = 1;
    double y = 0;
    double u = 0;
    double h = 1e-4;
    double last = 0;
    for (int spike = 0; spike < TIMES.length; spike++) {
      long steps = Math.round((TIMES[spike] - last) / h);
      for (long step = 0; step < steps; step++) {
        double middleY = y - h / 2 * y / tauPsc;
        double middleZ = 1 - x - y + h / 2 * (y / tauPsc - (1 - x - y) / tauRec);
        y -= h * middleY / tauPsc;
        x += h * middleZ / tauRec;
      }
      u = tauFac == 0 ? 0 : u * Math.exp(-(TIMES[spike] - last) / tauFac);
      u += u0 * (1 - u);
      double release = u * x;
      assertThat(sent[spike][0]).isCloseTo(release, Offset.offset(1e-7));
      x -= release;
      y += release;
      last = TIMES[spike];
    }
  }

  @Test
  void shouldTransmitEachSpikeWithItsProbability() {
    double[][] sent =
        new SynapseBench("bernoulli_synapse", Map.of("p_transmit", 0.3), MANY, TIMES).sent(200);
    for (double[] spike : sent) {
      assertThat(Arrays.stream(spike)).allMatch(w -> w == 0 || w == 1);
      assertThat(Math.abs(Arrays.stream(spike).sum() - 0.3 * MANY))
          .isLessThan(Statistics.LIMIT * Math.sqrt(0.3 * 0.7 * MANY));
    }
    assertThat(sent[2]).as("close spikes are independent").isNotEqualTo(sent[3]);
    double both = 0;
    for (int i = 0; i < MANY; i++) {
      both += sent[2][i] * sent[3][i];
    }
    assertThat(Math.abs(both - 0.09 * MANY))
        .isLessThan(Statistics.LIMIT * Math.sqrt(0.09 * 0.91 * MANY));
  }

  @Test
  void shouldAlwaysTransmitWithProbabilityOne() {
    double[][] sent = new SynapseBench("bernoulli_synapse", Map.of(), 10, TIMES).sent(200);
    assertThat(Arrays.stream(sent).flatMapToDouble(Arrays::stream)).containsOnly(1.0);
  }

  /** The first release is binomial; later ones have the mean of tsodyks2_synapse. */
  @Test
  void shouldReleaseQuantaWithTheMeanOfTsodyks2() {
    Map<String, Double> common = Map.of("U", 0.4, "u", 0.4, "tau_rec", 60.0, "tau_fac", 30.0);
    Map<String, Double> quantal = new HashMap<>(common);
    quantal.put("n", 5.0);
    quantal.put("a", 5.0);
    double[][] sent = new SynapseBench("quantal_stp_synapse", quantal, MANY, TIMES).sent(200);
    double[][] mean = new SynapseBench("tsodyks2_synapse", common, 1, TIMES).sent(200);
    for (int spike = 0; spike < TIMES.length; spike++) {
      double average = Arrays.stream(sent[spike]).average().orElseThrow();
      double square = Arrays.stream(sent[spike]).map(w -> w * w).average().orElseThrow();
      double error = Math.sqrt((square - average * average) / MANY);
      assertThat(Math.abs(average - 5 * mean[spike][0])).isLessThan(Statistics.LIMIT * error);
    }
    long[] counts = new long[6];
    double[] expected = new double[6];
    double[] choose = {1, 5, 10, 10, 5, 1};
    for (int k = 0; k < 6; k++) {
      expected[k] = MANY * choose[k] * Math.pow(0.4, k) * Math.pow(0.6, 5 - k);
    }
    Arrays.stream(sent[0]).forEach(w -> counts[(int) w]++);
    assertThat(Math.abs(Statistics.chiSquareScore(counts, expected))).isLessThan(Statistics.LIMIT);
  }
}
