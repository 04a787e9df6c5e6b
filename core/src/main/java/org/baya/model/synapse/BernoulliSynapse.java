package org.baya.model.synapse;

import static org.baya.model.Parameter.scalar;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.SourceSpike;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseDraws;
import org.baya.model.SynapseDynamics;
import org.baya.model.SynapseValue;
import org.baya.model.TimeGrid;

/**
 * Synapse that transmits each spike with probability p_transmit, independently of all others.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and spike; a parrot_neuron
 * gets nothing through a weight of 0.
 *
 * <p>Reference: Lefort, Tomm, Sarria and Petersen 2009, doi:10.1016/j.neuron.2008.12.020; Teramae,
 * Tsubo and Fukai 2012, doi:10.1038/srep00485.
 */
public final class BernoulliSynapse implements PlasticModel {
  private static final Parameter P_TRANSMIT =
      scalar("p_transmit", "", 1, Ranges.SHARE, "probability that a spike is transmitted");

  @Override
  public String name() {
    return "bernoulli_synapse";
  }

  @Override
  public String summary() {
    return "constant weight, each spike transmitted with a probability";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(P_TRANSMIT);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public SynapseDynamics dynamics(SynapseColumns columns, TimeGrid grid) {
    return new Gate(columns.weights(), columns.value(P_TRANSMIT), columns.draws());
  }

  private record Gate(double[] weight, SynapseValue probability, SynapseDraws draws)
      implements SynapseDynamics {
    @Override
    public double sourceSpike(int i, SourceSpike spike) {
      return draws.at(i, spike).nextDouble() < probability.at(i) ? weight[i] : 0;
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
