package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import org.baya.compiled.Slab;
import org.baya.compiled.WaveInput;
import org.baya.random.Normal;
import org.baya.random.RandomStream;

/** The present values of one changing current in a shard. */
final class WaveSource {
  private final WaveInput input;
  private final RandomStream random;
  private final double[] values;
  private final long firstStep;
  private final long endStep;
  private boolean acting;

  WaveSource(WaveInput input, long seed) {
    this.input = input;
    random = new RandomStream(seed, input.purpose());
    values = new double[input.arrivals().size()];
    firstStep = input.firstStep() + input.lagSteps();
    endStep =
        input.endStep() == Long.MAX_VALUE ? Long.MAX_VALUE : input.endStep() + input.lagSteps();
  }

  /** Moves on to {@code step}; returns whether the current changed. */
  boolean update(int step) {
    if (step < firstStep || step >= endStep) {
      if (!acting) {
        return false;
      }
      acting = false;
      Arrays.fill(values, 0);
      return true;
    }
    acting = true;
    if ((step - firstStep) % input.process().holdSteps() != 0) {
      return false;
    }
    draw(step - input.lagSteps(), (int) ((step - firstStep) / input.process().holdSteps()));
    return true;
  }

  private void draw(int sent, int interval) {
    final double[] weights = input.arrivals().weights();
    final long[] entities = input.arrivals().entities();
    double mean = input.process().mean(sent);
    double deviation = input.process().deviation(sent);
    for (int i = 0; i < values.length; i++) {
      double z = deviation == 0 ? 0 : Normal.standard(random.at(entities[i], interval));
      values[i] = weights[i] * (mean + deviation * z);
    }
  }

  /** Adds the present values to the currents of their neurons. */
  void add(List<Slab> slabs) {
    for (int i = 0; i < values.length; i++) {
      slabs.get(input.slabs()[i]).current()[input.places()[i]] += values[i];
    }
  }

  /** First step after {@code step} in which the current changes; the largest number if none. */
  int nextStep(int step) {
    if (step < firstStep) {
      return (int) Math.min(firstStep, Integer.MAX_VALUE);
    }
    if (step >= endStep) {
      return Integer.MAX_VALUE;
    }
    int hold = input.process().holdSteps();
    long next = firstStep + ((step - firstStep) / hold + 1) * hold;
    return (int) Math.min(Math.min(next, endStep), Integer.MAX_VALUE);
  }
}
