package org.baya.connect.rule;

import java.util.List;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/**
 * Every pair of different nodes is connected in both directions with probability {@code p}, in none
 * otherwise. Within one population each unordered pair has one chance (NEST gives it two, one from
 * either end).
 */
public final class SymmetricPairwiseBernoulli implements ConnectionRule {
  private static final Parameter P =
      Parameter.required(
          "p",
          "",
          new Range(0, true, 1, false),
          "probability of a pair, or a formula of source and target");
  private static final Parameter ALLOW_AUTAPSES =
      Parameter.flag("allow_autapses", false, "must be false");
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();
  private static final Parameter MAKE_SYMMETRIC =
      Parameter.flag("make_symmetric", true, "must be true");

  @Override
  public String name() {
    return "symmetric_pairwise_bernoulli";
  }

  @Override
  public String summary() {
    return "every pair in both directions with a probability, independently";
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
    return true;
  }

  @Override
  public EdgeList edges(Request request) {
    require(request, ALLOW_AUTAPSES, "allow_autapses: false (it has 0 of them)");
    require(request, MAKE_SYMMETRIC, "make_symmetric: true (all or 0 of both directions)");
    return BernoulliRows.of(request, P, Reach.of(request, false, true));
  }

  private void require(Request request, Parameter flag, String wanted) {
    if (request.flag(flag) != (flag.standard().getFirst() != 0)) {
      throw new InvalidInputException(request.place(), name() + " needs " + wanted);
    }
  }
}
