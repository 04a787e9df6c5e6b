package org.baya.engine;

/** Receives the samples of a {@link Sampler} as the run goes on. */
@FunctionalInterface
public interface SampleListener {

  /**
   * One sample of all nodes and variables.
   *
   * @param timeMs time of the sample
   * @param values {@code [variable][node]}, flat; valid during the call only
   */
  void sample(double timeMs, double[] values);
}
