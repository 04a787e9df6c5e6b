package org.baya.io.v1;

/**
 * Factors on the published weights.
 *
 * @param excitatory on recurrent weights of excitatory sources
 * @param inhibitory on recurrent weights of inhibitory sources
 * @param background on background weights
 * @param lgn on thalamic weights
 */
public record V1Gains(double excitatory, double inhibitory, double background, double lgn) {

  /** The factors that bring the core's mean rates near the published ones (6.6 Hz overall). */
  public static V1Gains core() {
    return new V1Gains(0.5, 1.0, 2.0, 8.0);
  }
}
