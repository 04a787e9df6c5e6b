package org.baya.io.v1;

/**
 * The rule that connects one pair of classes. The probability of a connection over the lateral
 * distance d between cells whose tuning angles differ by dphi, folded into 0..90 degrees, is
 *
 * <pre>
 *   p = min(1, A exp(-(d / sigma)^2) (intercept + slope dphi))
 *   A = min(1, A_literature / ((sigma / R0)^2 (1 - exp(-(R0 / sigma)^2))))
 * </pre>
 *
 * so that the mean over a disc of radius R0 is the probability found in slices. With B the ratio of
 * the probability at 90 degrees to that at 0, intercept = 2 / (1 + B) and slope = (B - 1) intercept
 * / 90; 1 and 0 for pairs without orientation tuning.
 *
 * @param amplitude A, in (0, 1]
 * @param sigmaUm sigma [um]
 * @param tuningIntercept factor at equal tuning
 * @param tuningSlope change of the factor per degree
 * @param synapsesLow least number of synapses per connection
 * @param synapsesHigh one more than the largest number
 */
public record V1Connection(
    double amplitude,
    double sigmaUm,
    double tuningIntercept,
    double tuningSlope,
    int synapsesLow,
    int synapsesHigh) {

  /** The untuned rule of a pair whose probability within {@code r0Um} is {@code literature}. */
  static V1Connection untuned(
      double literature, double r0Um, double sigmaUm, int synapsesLow, int synapsesHigh) {
    double ratio = (sigmaUm / r0Um) * (sigmaUm / r0Um);
    double amplitude = Math.min(1.0, literature / (ratio * -Math.expm1(-1.0 / ratio)));
    return new V1Connection(amplitude, sigmaUm, 1.0, 0.0, synapsesLow, synapsesHigh);
  }

  /**
   * This rule with probabilities that change linearly to {@code ratio} times that of equally tuned
   * cells, same mean.
   */
  V1Connection tuned(double ratio) {
    double intercept = 2.0 / (1.0 + ratio);
    return new V1Connection(
        amplitude, sigmaUm, intercept, (ratio - 1.0) * intercept / 90.0, synapsesLow, synapsesHigh);
  }

  /**
   * The probability of a connection.
   *
   * @param scaledSquare (d / sigma)^2
   * @param angleDeg dphi in 0..90
   */
  double probability(double scaledSquare, double angleDeg) {
    return Math.min(
        1.0, amplitude * Math.exp(-scaledSquare) * (tuningIntercept + tuningSlope * angleDeg));
  }

  /** The largest probability over all tunings at {@code scaledSquare} = (d / sigma)^2. */
  double bound(double scaledSquare) {
    double factor = Math.max(tuningIntercept, tuningIntercept + 90.0 * tuningSlope);
    return Math.min(1.0, amplitude * Math.exp(-scaledSquare) * factor);
  }
}
