package org.baya.model;

/**
 * A current that changes all the time, one value for each synapse: {@code mean(t) + deviation(t) *
 * z} with an independent standard normal z for each synapse and interval. Implementations are
 * records without mutable state; nodes whose processes are equal are evaluated together.
 */
public interface CurrentProcess {

  /** Length of an interval [steps]: for so long a value stays. */
  int holdSteps();

  /** Whether each synapse has its own values. */
  default boolean isIndividual() {
    return false;
  }

  /** Mean [pA] in the interval that begins with {@code step}. */
  double mean(long step);

  /** Standard deviation [pA] in the interval that begins with {@code step}; 0 draws nothing. */
  double deviation(long step);
}
