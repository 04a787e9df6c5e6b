package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Every pair is connected with probability {@code p}, which may be a formula of the pair; never
 * more than once.
 */
public final class PairwiseBernoulli implements ConnectionRule {
  private static final Parameter P =
      Parameter.required(
          "p", "", Range.between(0, 1), "probability of a pair, or a formula of source and target");
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "pairwise_bernoulli";
  }

  @Override
  public String summary() {
    return "every pair with a probability, independently";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(P, ALLOW_AUTAPSES, ALLOW_MULTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public Over over(Parameter option) {
    return option.equals(P) ? Over.PAIR : Over.NONE;
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
  public boolean usesPlaces() {
    return true;
  }

  @Override
  public EdgeList edges(Request request) {
    return BernoulliRows.of(
        request, P, Reach.of(request, request.flag(ALLOW_AUTAPSES), request.flag(MAKE_SYMMETRIC)));
  }
}
