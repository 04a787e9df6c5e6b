package org.baya.model.synapse;

import static org.baya.model.Parameter.initial;
import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.Range;
import org.baya.model.SourceSpike;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseDraws;
import org.baya.model.SynapseDynamics;
import org.baya.model.SynapseValue;
import org.baya.model.TimeGrid;
import org.baya.random.RandomStream;

/**
 * Short-term depression and facilitation by release sites that are full or empty.
 *
 * <pre>
 *   at a spike t after the last one (the first finds u and a as they were set):
 *   u = U + u (1 - U) exp(-t / tau_fac)                    u = U if tau_fac = 0
 *   each of the n - a empty sites is full again with probability 1 - exp(-t / tau_rec)
 *   then each of the a full sites releases with probability u and is empty afterwards
 * </pre>
 *
 * <p>The spike transmits weight * (sites that released); its mean over many sites is that of {@code
 * tsodyks2_synapse} with n times the weight.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and spike; a parrot_neuron
 * gets nothing through a weight of 0.
 *
 * <p>Reference: Fuhrmann et al. 2002, doi:10.1152/jn.00258.2001; Loebel et al. 2009,
 * doi:10.3389/neuro.10.027.2009.
 */
public final class QuantalStpSynapse implements PlasticModel {
  private static final Parameter U =
      scalar("U", "", 0.5, Ranges.SHARE, "probability that a full site releases, at rest");
  private static final Parameter TAU_REC =
      scalar("tau_rec", "ms", 800, Range.POSITIVE, "time constant of recovery");
  private static final Parameter TAU_FAC =
      scalar("tau_fac", "ms", 0, Range.NON_NEGATIVE, "time constant of facilitation; 0: none");
  private static final Parameter N = scalar("n", "", 1, Ranges.COUNT, "number of release sites");
  private static final Parameter A =
      initial("a", "", 1, Ranges.COUNT_OR_NONE, "full sites at the start");
  private static final Parameter UTILISATION =
      initial("u", "", 0.5, Ranges.SHARE, "probability that a full site releases, at the start");

  @Override
  public String name() {
    return "quantal_stp_synapse";
  }

  @Override
  public String summary() {
    return "short-term plasticity with stochastic release from n sites";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(U, TAU_REC, TAU_FAC, N, A, UTILISATION);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Sites(
        columns.weights(),
        columns.state(A),
        columns.state(UTILISATION),
        columns.value(U),
        columns.value(TAU_REC),
        columns.value(TAU_FAC),
        columns.value(N),
        columns.draws());
  }

  private record Sites(
      double[] weight,
      double[] full,
      double[] u,
      SynapseValue rest,
      SynapseValue tauRec,
      SynapseValue tauFac,
      SynapseValue sites,
      SynapseDraws draws)
      implements SynapseDynamics {
    @Override
    public String conflict(int i) {
      return full[i] <= sites.at(i)
          ? ""
          : "a is " + full[i] + "; allowed is up to n = " + sites.at(i);
    }

    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      RandomStream random = draws.at(i, spike);
      int available = (int) full[i];
      if (spike.number() > 0) {
        int steps = spike.elapsed();
        double left = tauFac.at(i) == 0 ? 0 : tauFac.decay(i, steps);
        u[i] = rest.at(i) + u[i] * (1 - rest.at(i)) * left;
        available += count((int) sites.at(i) - available, 1 - tauRec.decay(i, steps), random);
      }
      int released = count(available, u[i], random);
      full[i] = (double) available - released;
      return released * weight[i];
    }

    /** How many of {@code trials} succeed. */
    private static int count(int trials, double probability, RandomStream random) {
      int successes = 0;
      for (int trial = 0; trial < trials; trial++) {
        successes += random.nextDouble() < probability ? 1 : 0;
      }
      return successes;
    }

    @Override
    public boolean losesSpikes() {
      return true;
    }

    @Override
    public double weight(int i, int time) {
      return weight[i];
    }
  }
}
