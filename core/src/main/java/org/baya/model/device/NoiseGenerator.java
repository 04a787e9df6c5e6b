package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.CurrentProcess;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Signal;
import org.baya.model.Stimulus;

/**
 * Gaussian white noise current between start and stop, constant for intervals of {@code dt}:
 *
 * <pre>
 * I(t) = mean + sqrt(std^2 + std_mod^2 sin(2 pi frequency t_j + phase)) N_j
 *        for t_j &lt; t &lt;= t_j + dt
 * </pre>
 *
 * <p>with independent standard normal N_j; the first interval begins with start, and the
 * oscillation is evaluated where the first step of an interval ends. Every synapse gets its own
 * noise.
 *
 * <p>The effect on a potential depends on dt: a membrane of time constant tau and capacitance C
 * has, for std_mod = 0, the stationary variance {@code (std tau / C)^2 (1 - x) / (1 + x)} with
 * {@code x = exp(-dt / tau)} at the ends of the intervals.
 *
 * <p>A multimeter's sample of {@code I} at t is sent in the step that ends at t, if {@code origin +
 * start <= t < origin + stop}, and else 0. As in NEST it is the mean over all targets of the node,
 * before weights and delays, held for dt, and 0 of a node without targets: with one target it is
 * the target's current, with n targets its standard deviation is smaller by sqrt(n). It is the same
 * for any number of threads.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and interval; the default of
 * dt is 1 ms, there ten steps; there noise cannot be recorded by more than one thread.
 */
public final class NoiseGenerator implements DeviceModel {
  private static final Parameter MEAN =
      Parameter.scalar("mean", "pA", 0, Range.FINITE, "mean of the current");
  private static final Parameter STD =
      Parameter.scalar("std", "pA", 0, Range.NON_NEGATIVE, "standard deviation of the current");
  private static final Parameter DT =
      Parameter.scalar(
          "dt", "ms", 1, Range.POSITIVE, "interval between changes, a multiple of the resolution");
  private static final Parameter STD_MOD =
      Parameter.scalar("std_mod", "pA", 0, Range.NON_NEGATIVE, "modulation of std; at most std");

  @Override
  public String name() {
    return "noise_generator";
  }

  @Override
  public String summary() {
    return "Gaussian white noise current, independent for each synapse";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(MEAN, STD, DT, STD_MOD));
    all.addAll(Oscillation.PARAMETERS);
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public boolean sendsCurrent() {
    return true;
  }

  @Override
  public List<Signal> signals() {
    return List.of(
        new Signal(
            "I",
            "pA",
            "mean of what the node sends to its targets, before weights and delays; 0 without any"));
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    double std = p.value(STD);
    double modulation = p.value(STD_MOD);
    if (modulation > std) {
      throw new InvalidInputException(
          "std_mod is " + modulation + " pA; allowed is at most std, " + std + " pA");
    }
    long steps = node.grid().stepsExact(p.value(DT));
    if (steps < 1 || steps > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          "dt is "
              + p.value(DT)
              + " ms; allowed are multiples of the resolution "
              + node.grid().resolutionMs()
              + " ms");
    }
    return ActiveWindow.of(p)
        .waveform(
            node.grid(),
            new Noise(
                p.value(MEAN),
                std * std,
                modulation * modulation,
                Oscillation.of(p, node.grid()),
                (int) steps));
  }

  private record Noise(
      double mean, double variance, double modulation, Oscillation oscillation, int holdSteps)
      implements CurrentProcess {
    @Override
    public boolean isIndividual() {
      return true;
    }

    @Override
    public double mean(long step) {
      return mean;
    }

    @Override
    public double deviation(long step) {
      return Math.sqrt(Math.max(0, variance + modulation * oscillation.at(step)));
    }
  }
}
