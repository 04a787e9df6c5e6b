package org.baya.model.synapse;

import static org.baya.model.Parameter.scalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Range;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseValue;

/**
 * Weights between 0 and Wmax whose changes depend on how far they are from either bound: what
 * {@code stdp_synapse} and its nearest-neighbour variants share.
 *
 * <pre>
 *   facilitate(k):  w / Wmax += lambda (1 - w / Wmax)^mu_plus k           at most 1
 *   depress(k):     w / Wmax -= alpha lambda (w / Wmax)^mu_minus k        at least 0
 * </pre>
 *
 * <p>Reference: Guetig, Aharonov, Rotter and Sompolinsky 2003,
 * doi:10.1523/JNEUROSCI.23-09-03697.2003.
 */
record BoundedWeight(
    double[] weight,
    SynapseValue rate,
    SynapseValue asymmetry,
    SynapseValue muPlus,
    SynapseValue muMinus,
    SynapseValue largest) {
  private static final Parameter LAMBDA =
      scalar("lambda", "", 0.01, Range.FINITE, "step size, relative to Wmax");
  private static final Parameter ALPHA =
      scalar("alpha", "", 1, Range.FINITE, "depression relative to facilitation");
  private static final Parameter MU_PLUS =
      scalar("mu_plus", "", 1, Range.FINITE, "exponent of facilitation; 0: weight does not matter");
  private static final Parameter MU_MINUS =
      scalar("mu_minus", "", 1, Range.FINITE, "exponent of depression; 0: weight does not matter");
  private static final Parameter W_MAX =
      scalar("Wmax", "unit of weight", 100, Range.FINITE, "bound of the weight, of the same sign");

  /** These parameters between others. */
  static List<Parameter> parameters(Parameter first, Parameter... last) {
    List<Parameter> all = new ArrayList<>(List.of(first, LAMBDA, ALPHA, MU_PLUS, MU_MINUS, W_MAX));
    all.addAll(Arrays.asList(last));
    return List.copyOf(all);
  }

  static BoundedWeight of(SynapseColumns columns) {
    return new BoundedWeight(
        columns.weights(),
        columns.value(LAMBDA),
        columns.value(ALPHA),
        columns.value(MU_PLUS),
        columns.value(MU_MINUS),
        columns.value(W_MAX));
  }

  void facilitate(int i, double k) {
    double bound = largest.at(i);
    double share = weight[i] / bound;
    double next = share + rate.at(i) * power(1 - share, muPlus.at(i)) * k;
    weight[i] = next < 1 ? next * bound : bound;
  }

  void depress(int i, double k) {
    double bound = largest.at(i);
    double share = weight[i] / bound;
    double next = share - asymmetry.at(i) * rate.at(i) * power(share, muMinus.at(i)) * k;
    weight[i] = next > 0 ? next * bound : 0;
  }

  /** The usual exponents cost nothing; the results are those of pow. */
  private static double power(double base, double exponent) {
    return exponent == 1 ? base : exponent == 0 ? 1 : Math.pow(base, exponent);
  }

  String conflict(int i) {
    return largest.at(i) == 0
        ? "Wmax is 0; allowed is any other finite number"
        : conflict(weight[i], largest.at(i));
  }

  /** Weight and bound need one sign; 0 counts as positive. */
  static String conflict(double weight, double bound) {
    return weight >= 0 == bound >= 0
        ? ""
        : "weight is " + weight + "; allowed is the sign of Wmax = " + bound;
  }
}
