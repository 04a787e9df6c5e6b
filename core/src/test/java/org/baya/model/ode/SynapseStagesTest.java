package org.baya.model.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.RungeKuttaFehlberg.*;

import org.baya.catalog.Catalog;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.TimeGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The polynomials against the method as its tableau says it, stage after stage. */
class SynapseStagesTest {
  private static final double H = 0.05;
  private static final double[][] TABLEAU = {
    {},
    {B21},
    {B31, B32},
    {B41, B42, B43},
    {B51, B52, B53, B54},
    {B61, B62, B63, B64, B65},
    {C1, 0, C3, C4, C5, C6}
  };
  private static final double[] ERROR = {E1, 0, E3, E4, E5, E6};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iaf_cond_exp",
        "iaf_cond_beta",
        "hh_psc_alpha",
        "aeif_psc_exp",
        "aeif_cond_alpha"
      })
  void shouldBeTheStagesOfTheMethod(String name) {
    NeuronModel model = (NeuronModel) Catalog.standard().model(name, "here");
    Parameters parameters = new Parameters(RandomParameters.standard(model));
    AdaptiveNeuron neuron = (AdaptiveNeuron) model.dynamics(parameters);
    Synapses synapses = neuron.synapses();
    double[] k = new double[neuron.coefficients()];
    neuron.prepare(parameters, new TimeGrid(0.1), k);
    int variables = synapses.ports() * synapses.perPort();
    double[] y = new double[variables];
    for (int i = 0; i < variables; i++) {
      y[i] = 10 + 7 * i;
    }
    double[] w = attempt(neuron, k, y);

    double[][] slopes = new double[TABLEAU.length - 1][];
    double[] stage = y;
    double worst = 0;
    for (int j = 0; j < TABLEAU.length; j++) {
      stage = advance(y, slopes, TABLEAU[j]);
      expectEffect(neuron, k, stage, w, j);
      if (j < slopes.length) {
        slopes[j] = slopes(synapses, neuron.portCoefficients(), k, stage);
      }
    }
    double[] error = advance(new double[variables], slopes, ERROR);
    double[] after = slopes(synapses, neuron.portCoefficients(), k, stage);
    for (int i = 0; i < variables; i++) {
      int at = (Workspace.Y + neuron.membrane().variables() + i) * LANES;
      assertThat(w[at]).as("variable %d", i).isCloseTo(stage[i], within(1e-13 * y[variables - 1]));
      double allowed = 1;
      if (neuron.membrane().judgedByRates()) {
        allowed =
            k[AdaptiveNeuron.TOLERANCE] + k[AdaptiveNeuron.RATE_TOLERANCE] * Math.abs(H * after[i]);
      }
      worst = Math.max(worst, Math.abs(error[i]) / allowed);
    }
    assertThat(w[Workspace.LARGEST * LANES] / w[Workspace.ALLOWED * LANES])
        .isPositive()
        .isCloseTo(worst, within(1e-6 * worst));
  }

  private static double[] attempt(AdaptiveNeuron neuron, double[] coefficients, double[] y) {
    double[] k = new double[coefficients.length * LANES];
    for (int i = 0; i < coefficients.length; i++) {
      k[i * LANES] = coefficients[i];
    }
    double[] state = new double[neuron.states() * LANES];
    for (int i = 0; i < y.length; i++) {
      state[(neuron.membrane().variables() + i) * LANES] = y[i];
    }
    double[] w = new double[Workspace.length(neuron)];
    w[Workspace.CURRENT * LANES] = 3;
    w[Workspace.ALLOWED * LANES] = 1;
    SynapseStages.attempt(neuron, state, 0, k, 0, H, w, 0);
    return w;
  }

  private static double[] advance(double[] y, double[][] slopes, double[] weights) {
    double[] next = y.clone();
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < y.length; i++) {
        next[i] += H * weights[j] * slopes[j][i];
      }
    }
    return next;
  }

  private static double[] slopes(Synapses synapses, int first, double[] k, double[] y) {
    double[] slopes = new double[y.length];
    for (int port = 0; port < synapses.ports(); port++) {
      int own = first + port * Synapses.PER_PORT;
      int i = port * synapses.perPort();
      slopes[i] = -k[own + Synapses.DECAY] * y[i];
      if (synapses.rising()) {
        slopes[i + 1] = y[i] - k[own + Synapses.RISE] * y[i + 1];
      }
    }
    return slopes;
  }

  private static void expectEffect(
      AdaptiveNeuron neuron, double[] k, double[] y, double[] w, int stage) {
    Synapses synapses = neuron.synapses();
    double pull = 3;
    double slope = -k[AdaptiveNeuron.LEAK];
    double size = 1;
    for (int port = 0; port < synapses.ports(); port++) {
      double g = y[(port + 1) * synapses.perPort() - 1];
      double e = k[neuron.portCoefficients() + port * Synapses.PER_PORT + Synapses.PULL];
      pull += e * g;
      slope -= synapses.conductances() ? g : 0;
      size += Math.abs(e * g) + g;
    }
    assertThat(w[(Workspace.PULLS + stage) * LANES])
        .as("pull at stage %d", stage + 1)
        .isCloseTo(pull, within(1e-13 * size));
    assertThat(w[(Workspace.SLOPES + stage) * LANES])
        .as("slope at stage %d", stage + 1)
        .isCloseTo(slope, within(1e-13 * size));
  }
}
