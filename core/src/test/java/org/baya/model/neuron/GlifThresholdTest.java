package org.baya.model.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.kernel.Kernels;
import org.baya.kernel.NeuronKernel;
import org.baya.kernel.TestSlab;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.TimeGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The voltage-dependent threshold of GLIF5 at, near and far from th_voltage_decay = g / C_m, where
 * its two rates coincide.
 */
class GlifThresholdTest {
  private static final TimeGrid GRID = new TimeGrid(0.1);
  private static final double LEAK = 9.43 / 58.72;
  private static final double INDEX = 0.02;
  private static final double CURRENT = 100;
  private static final double START = -12;
  private static final int STEPS = 600;

  /**
   * Parts of a step in the reference: enough for 1e-12 at the fastest rate, a few 1e-15 at the
   * others.
   */
  private static final int PARTS = 100;

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1, 1 + 3e-16, 1 - 1e-15, 1 + 1e-12, 1 - 1e-9, 1 + 1e-6, 1 - 1e-3, 1.2, 0.5, 0.01, 1e-6, 10,
        60
      })
  void shouldFollowThePotentialAtAnyRatioOfRates(double ratio) {
    double[] expected = reference(ratio * LEAK);
    for (NeuronKernel kernel :
        List.of(Kernels.plain(), Kernels.fastest(neuron(1, -51.68).dynamics()))) {
      Slab slab = neuron(ratio * LEAK, 1e6);
      Arrays.fill(slab.drive(), CURRENT);
      for (int step = 0; step < STEPS; step++) {
        assertThat(advance(kernel, slab, step, 1)).isZero();
        assertThat(TestSlab.state(slab, 0)[GlifPscDynamics.TH_VOLTAGE])
            .as("threshold after step %d by %s", step, kernel.getClass().getSimpleName())
            .isCloseTo(expected[step], within(1e-12));
      }
    }
  }

  @Test
  void shouldSpikeWhereTheRatesCoincideAsItDoesBesideThem() {
    for (NeuronKernel kernel :
        List.of(Kernels.plain(), Kernels.fastest(neuron(1, -51.68).dynamics()))) {
      int[] spikes = new int[2];
      for (int i = 0; i < 2; i++) {
        Slab slab = neuron(LEAK * (1 + i * 1e-5), -51.68);
        Arrays.fill(slab.drive(), 5 * CURRENT);
        for (int step = 0; step < STEPS; step += 10) {
          spikes[i] += advance(kernel, slab, step, 10);
        }
      }
      assertThat(spikes[0]).isEqualTo(spikes[1]).isGreaterThan(3);
    }
  }

  private static int advance(NeuronKernel kernel, Slab slab, int step, int steps) {
    SpikeList spikes = new SpikeList(16);
    kernel.advance(slab, new double[steps * slab.slots()], 0, slab.slots(), step, steps, spikes);
    return spikes.size();
  }

  /** A neuron without after-spike currents at the start. */
  private static Slab neuron(double decay, double threshold) {
    GlifPsc model = new GlifPsc();
    Map<String, double[]> values = RandomParameters.standard(model);
    for (String flag :
        List.of("spike_dependent_threshold", "after_spike_currents", "adapting_threshold")) {
      values.put(flag, new double[] {1});
    }
    values.put("th_voltage_decay", new double[] {decay});
    values.put("th_voltage_index", new double[] {INDEX});
    values.put("V_th", new double[] {threshold});
    values.put("V_m", new double[] {values.get("E_L")[0] + START});
    Parameters parameters = new Parameters(values);
    return TestSlab.of(model.dynamics(parameters), List.of(parameters), GRID);
  }

  /** The threshold after each step by the classical Runge-Kutta method. */
  private static double[] reference(double decay) {
    double[] thresholds = new double[STEPS];
    double h = GRID.resolutionMs() / PARTS;
    double u = START;
    double threshold = 0;
    for (int n = 0; n < STEPS * PARTS; n++) {
      double u1 = potentialRate(u);
      double t1 = INDEX * u - decay * threshold;
      double u2 = potentialRate(u + h / 2 * u1);
      double t2 = INDEX * (u + h / 2 * u1) - decay * (threshold + h / 2 * t1);
      double u3 = potentialRate(u + h / 2 * u2);
      double t3 = INDEX * (u + h / 2 * u2) - decay * (threshold + h / 2 * t2);
      double u4 = potentialRate(u + h * u3);
      double t4 = INDEX * (u + h * u3) - decay * (threshold + h * t3);
      u += h / 6 * (u1 + 2 * u2 + 2 * u3 + u4);
      threshold += h / 6 * (t1 + 2 * t2 + 2 * t3 + t4);
      thresholds[n / PARTS] = threshold;
    }
    return thresholds;
  }

  private static double potentialRate(double u) {
    return -LEAK * u + CURRENT / 58.72;
  }
}
