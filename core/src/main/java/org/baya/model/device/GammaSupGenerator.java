package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.SpikeProcess;
import org.baya.model.Stimulus;
import org.baya.random.Binomial;
import org.baya.random.Hypergeometric;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/**
 * Superposition of independent gamma processes of integer shape: every synapse gets its own,
 * independent superposition of {@code n_proc} processes.
 *
 * <p>An interval of a gamma process of shape k is a sum of k exponential ones, so a process walks
 * through k phases, leaves each with probability {@code rate k h} in a step (h the resolution), and
 * has a spike when it leaves the last. Each process begins in a random phase, that is in
 * equilibrium.
 *
 * <p>Implementation overview: a train keeps how many of its processes are in each phase. All leave
 * with the same probability, so the numbers of steps until any does are geometric, and a train
 * sleeps that long; how many then move on is binomial but not 0, and which ones is hypergeometric.
 * The time this takes follows the number of moves, not of steps.
 *
 * <p>Mean rate of a train: {@code n_proc rate}. Coefficient of variation of the intervals of one
 * process: {@code 1 / sqrt(k)}, but for the width of a step.
 *
 * <p>Reference: Deger M, Helias M, Boucsein C, Rotter S (2012) Statistical properties of
 * superimposed stationary spike trains. J Comput Neurosci 32. doi:10.1007/s10827-011-0362-8
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse; there the processes are
 * spread evenly over the phases at the beginning.
 */
public final class GammaSupGenerator implements DeviceModel {
  private static final Parameter RATE =
      Parameter.scalar("rate", "spikes/s", 0, Range.NON_NEGATIVE, "mean rate of each process");
  private static final Parameter SHAPE =
      Parameter.scalar(
          "gamma_shape", "", 1, new Range(1, true, 1000, true, true), "shape k of the intervals");
  private static final Parameter PROCESSES =
      Parameter.scalar(
          "n_proc",
          "",
          1,
          new Range(1, true, Integer.MAX_VALUE, true, true),
          "number of superimposed processes");

  @Override
  public String name() {
    return "gamma_sup_generator";
  }

  @Override
  public String summary() {
    return "superpositions of gamma processes, an independent one per synapse";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(RATE, SHAPE, PROCESSES));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    int phases = (int) p.value(SHAPE);
    double leave = p.value(RATE) * phases * node.grid().resolutionMs() / 1000;
    if (leave > 1) {
      throw new InvalidInputException(
          "rate "
              + p.value(RATE)
              + " spikes/s times gamma_shape "
              + phases
              + " is "
              + leave
              + " in a step; allowed is at most 1 (a smaller resolution helps)");
    }
    return ActiveWindow.of(p)
        .trains(node.grid(), new Phases(phases, (int) p.value(PROCESSES), leave));
  }

  /**
   * A train's state is the number of steps that it will sleep, then the number of processes in each
   * phase.
   *
   * @param leave probability to leave a phase in a step
   */
  private record Phases(int phases, int processes, double leave) implements SpikeProcess {
    @Override
    public int states() {
      return 1 + phases;
    }

    @Override
    public void begin(RandomStream random, int[] state, int at) {
      int left = processes;
      for (int phase = 0; phase < phases; phase++) {
        int here =
            phase == phases - 1
                ? left
                : (int) Binomial.sample(random, left, 1.0 / (phases - phase));
        state[at + 1 + phase] = here;
        left -= here;
      }
      state[at] = sleep(random);
    }

    /** Steps without a move before the next step with one. */
    private int sleep(RandomStream random) {
      double steps = Math.log1p(-random.nextDouble()) / (processes * Math.log1p(-leave));
      return (int) Math.min(steps, Integer.MAX_VALUE);
    }

    @Override
    public boolean drawsRarely() {
      return true;
    }

    @Override
    public double common(long step, RandomStream random) {
      return leave;
    }

    @Override
    public boolean isSilent(double probability) {
      return probability == 0;
    }

    @Override
    public void counts(
        double probability, StreamBlock random, int from, int n, int[] state, int[] counts) {
      for (int i = 0; i < n; i++) {
        int at = (from + i) * states();
        int asleep = state[at];
        counts[i] = asleep > 0 ? 0 : advance(random.at(i), state, at);
        if (asleep > 0) {
          state[at] = asleep - 1;
        }
      }
    }

    /** A step with moves, from the last phase to the first, so that no process moves twice. */
    private int advance(RandomStream random, int[] state, int at) {
      int moving = (int) Binomial.positive(random, processes, leave);
      int others = processes;
      int spikes = 0;
      for (int phase = phases - 1; phase >= 0 && moving > 0; phase--) {
        int here = state[at + 1 + phase];
        others -= here;
        int leaving = (int) Hypergeometric.sample(random, here, others, moving);
        moving -= leaving;
        state[at + 1 + phase] -= leaving;
        if (phase == phases - 1) {
          spikes = leaving;
        } else {
          state[at + 2 + phase] += leaving;
        }
      }
      state[at + 1] += spikes;
      state[at] = sleep(random);
      return spikes;
    }
  }
}
