package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;

/** {@code exp(-d^2 / (2 sigma^2))} where the metric d is below a cutoff, 0 elsewhere. */
final class Gaussian extends ValueSet {
  private final double sigma;
  private final double cutoff;
  private final ValueSet metric;
  private final Mask support;

  Gaussian(double sigma, double cutoff, ValueSet metric) {
    if (!(sigma > 0)) {
      throw new InvalidInputException("gaussian: sigma is " + sigma + "; allowed is above 0");
    }
    if (!(cutoff >= 0)) {
      throw new InvalidInputException("gaussian: cutoff is " + cutoff + "; allowed is 0 or more");
    }
    this.sigma = sigma;
    this.cutoff = cutoff;
    this.metric = metric;
    support = Mask.below(cutoff, metric);
  }

  @Override
  Values values(Scene scene) {
    Values distances = metric.values(scene);
    double factor = -1 / (2 * sigma * sigma);
    return () -> {
      Values.Evaluator evaluator = distances.evaluator();
      return (pairs, n, out) -> {
        evaluator.evaluate(pairs, n, out);
        for (int k = 0; k < n; k++) {
          double d = out[k];
          out[k] = d < cutoff ? Math.exp(d * d * factor) : d >= cutoff ? 0 : Double.NaN;
        }
      };
    };
  }

  @Override
  double upperBound() {
    return 1;
  }

  @Override
  Mask support() {
    return support;
  }

  @Override
  boolean isRandom() {
    return metric.isRandom();
  }

  @Override
  String text(Wording of) {
    return "(gaussian(" + sigma + ", " + cutoff + ") * " + of.apply(metric) + ")";
  }
}
