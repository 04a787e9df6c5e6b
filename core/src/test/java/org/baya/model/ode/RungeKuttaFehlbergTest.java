package org.baya.model.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.compiled.Slab;
import org.baya.compiled.SpikeList;
import org.baya.error.InvalidInputException;
import org.baya.kernel.Kernels;
import org.baya.kernel.NeuronKernel;
import org.baya.kernel.TestSlab;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.TimeGrid;
import org.baya.model.neuron.AeifCondExp;
import org.baya.model.neuron.AeifPscExp;
import org.baya.model.neuron.IafCondBeta;
import org.baya.model.neuron.IafCondExp;
import org.junit.jupiter.api.Test;

class RungeKuttaFehlbergTest {
  private static final double H = 0.1;

  private static Slab slab(NeuronModel model, Map<String, Double> settings, double resolutionMs) {
    Map<String, double[]> values = new HashMap<>(RandomParameters.standard(model));
    settings.forEach((name, value) -> values.put(name, new double[] {value}));
    Parameters parameters = new Parameters(values);
    return TestSlab.of(model.dynamics(parameters), List.of(parameters), new TimeGrid(resolutionMs));
  }

  private static SpikeList advance(NeuronKernel kernel, Slab slab, int steps) {
    SpikeList spikes = new SpikeList(16);
    kernel.advance(slab, new double[slab.slots() * steps], 0, slab.slots(), 0, steps, spikes);
    return spikes;
  }

  /** Without synapses the membrane is linear: V = E_L + I / g_L (1 - exp(-t g_L / C_m)). */
  @Test
  void shouldFollowTheAnalyticSolution() {
    for (double h : new double[] {0.1, 1, 5}) {
      Slab slab = slab(new IafCondExp(), Map.of("I_e", 200.0), h);
      for (int n = 1; n <= 10; n++) {
        advance(Kernels.fastest(slab.dynamics()), slab, 1);
        double expected = -70 + 200 / 16.6667 * -Math.expm1(-n * h * 16.6667 / 250);
        assertThat(slab.state()[0]).as("after %s ms", n * h).isCloseTo(expected, within(1e-3));
      }
    }
  }

  @Test
  void shouldPeakAtTheWeight() {
    Map<String, Double> times =
        Map.of("tau_rise_ex", 1.0, "tau_decay_ex", 5.0, "tau_rise_in", 2.0, "tau_decay_in", 2.0);
    Slab slab = slab(new IafCondBeta(), times, 0.01);
    double[] input = new double[slab.slots()];
    double[] peaks = new double[2];
    input[0] = 3;
    input[8] = -4;
    for (int n = 0; n < 1000; n++) {
      Kernels.plain().advance(slab, input, 0, slab.slots(), n, 1, new SpikeList(16));
      peaks[0] = Math.max(peaks[0], slab.state()[2 * 8]);
      peaks[1] = Math.max(peaks[1], slab.state()[4 * 8]);
    }
    assertThat(peaks[0]).isCloseTo(3, within(1e-3));
    assertThat(peaks[1]).isCloseTo(4, within(1e-3));
  }

  /** Without refractory time a strong current makes spikes faster than steps. */
  @Test
  void shouldSpikeSeveralTimesInAStep() {
    for (boolean plain : new boolean[] {true, false}) {
      Slab slab = slab(new AeifPscExp(), Map.of("I_e", 1e6), H);
      NeuronKernel kernel = plain ? Kernels.plain() : Kernels.fastest(slab.dynamics());
      assertThat(advance(kernel, slab, 1).size()).isGreaterThan(3);
      Slab held = slab(new AeifPscExp(), Map.of("I_e", 1e6, "t_ref", 0.3), H);
      SpikeList spikes = advance(kernel, held, 9);
      int[] steps =
          Arrays.stream(spikes.keys(), 0, spikes.size()).mapToInt(SpikeList::step).toArray();
      assertThat(steps).containsExactly(0, 4, 8);
    }
  }

  /** The solver ends although no step is small enough; the engine tells, see FiniteCheck. */
  @Test
  void shouldEndTheStepOfANeuronWithoutState() {
    for (boolean plain : new boolean[] {true, false}) {
      for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        // An infinite potential is a spike.
        for (int variable = value > 0 ? 1 : 0; variable < 4; variable++) {
          Slab slab = slab(new AeifCondExp(), Map.of(), H);
          slab.state()[variable * 8] = value;
          advance(plain ? Kernels.plain() : Kernels.fastest(slab.dynamics()), slab, 3);
          assertThat(Arrays.stream(slab.state()).allMatch(Double::isFinite)).isFalse();
        }
      }
    }
  }

  @Test
  void shouldRefuseResetsFromWhichSpikesNeverEnd() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> slab(new AeifCondExp(), Map.of("V_th", -81.0), H))
        .withMessageContaining("V_reset = -60.0 mV lies more than 10.0 Delta_T above V_th = -81.0");
    assertThat(slab(new AeifCondExp(), Map.of("V_th", -81.0, "t_ref", 0.1), H)).isNotNull();
  }
}
