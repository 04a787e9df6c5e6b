package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/** Every pair gets a Poisson number of edges, whose mean may be a formula of the pair. */
public final class PairwisePoisson implements ConnectionRule {
  private static final Parameter MEAN =
      Parameter.required(
          "pairwise_avg_num_conns",
          "",
          Range.NON_NEGATIVE,
          "mean number of edges of a pair, or a formula of source and target; may be above 1");
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES =
      Parameter.flag("allow_multapses", true, "must be true");
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "pairwise_poisson";
  }

  @Override
  public String summary() {
    return "a Poisson number of edges for every pair";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(MEAN, ALLOW_AUTAPSES, ALLOW_MULTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public Over over(Parameter option) {
    return option.equals(MEAN) ? Over.PAIR : Over.NONE;
  }

  @Override
  public boolean symmetric(Parameters options) {
    return options.flag(MAKE_SYMMETRIC);
  }

  @Override
  public Driver driver() {
    return Driver.CHOICE;
  }

  @Override
  public EdgeList edges(Request request) {
    if (!request.flag(ALLOW_MULTAPSES)) {
      throw new InvalidInputException(
          request.place(),
          "pairwise_poisson gives pairs 2 edges and more; with allow_multapses: false use pairwise_bernoulli");
    }
    return PoissonRows.of(
        request,
        MEAN,
        Reach.of(request, request.flag(ALLOW_AUTAPSES), request.flag(MAKE_SYMMETRIC)));
  }
}
