package org.baya.model.device;

import java.util.ArrayList;
import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.SpikeProcess;
import org.baya.model.Stimulus;
import org.baya.random.Binomial;
import org.baya.random.Poisson;
import org.baya.random.RandomStream;
import org.baya.random.StreamBlock;

/**
 * Correlated Poisson trains by the multiple interaction process: a node has one Poisson process,
 * the mother; each of its spikes is copied into the train of each synapse with probability {@code
 * p_copy}, independently.
 *
 * <p>Mean rate of a train: {@code p_copy rate}; correlation of the counts of two trains: {@code
 * p_copy}. All projections of a node have the same mother.
 *
 * <p>Differences from NEST: other random numbers, addressed by node, synapse and step.
 *
 * <p>Reference: Kuhn A, Aertsen A, Rotter S (2003) Higher-order statistics of input ensembles and
 * the response of simple model neurons. Neural Comput 15(1). doi:10.1162/089976603321043702
 */
public final class MipGenerator implements DeviceModel {
  private static final Parameter RATE =
      Parameter.scalar(
          "rate", "spikes/s", 0, Range.NON_NEGATIVE, "mean rate of the mother process");
  private static final Parameter COPY =
      Parameter.scalar(
          "p_copy", "", 1, Range.between(0, 1), "probability that a spike is copied into a train");

  @Override
  public String name() {
    return "mip_generator";
  }

  @Override
  public String summary() {
    return "correlated Poisson trains: copies of one mother process";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(RATE, COPY));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    double mean = p.value(RATE) * node.grid().resolutionMs() / 1000;
    Poisson.check(mean);
    return ActiveWindow.of(p).trains(node.grid(), new Copies(mean, p.value(COPY)));
  }

  private record Copies(double mean, double copy) implements SpikeProcess {
    @Override
    public boolean isShared() {
      return true;
    }

    @Override
    public double common(long step, RandomStream random) {
      return mean == 0 ? 0 : Poisson.sample(random, mean);
    }

    @Override
    public boolean isSilent(double spikes) {
      return spikes == 0;
    }

    @Override
    public void counts(
        double spikes, StreamBlock random, int from, int n, int[] state, int[] counts) {
      for (int i = 0; i < n; i++) {
        counts[i] = (int) Binomial.sample(random.at(i), spikes, copy);
      }
    }
  }
}
