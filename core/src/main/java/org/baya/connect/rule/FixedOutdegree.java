package org.baya.connect.rule;

import java.util.List;
import java.util.Optional;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.EdgeList.Order;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;

/** Every source gets {@code outdegree} targets, drawn uniformly. The rows are those of sources. */
public final class FixedOutdegree implements ConnectionRule {
  private static final Parameter OUTDEGREE =
      Parameter.required(
          "outdegree",
          "",
          Range.COUNT,
          "targets per source, a whole number, or a formula for each source, rounded");
  private static final Parameter ALLOW_AUTAPSES = ConnectionRule.allowAutapses();
  private static final Parameter ALLOW_MULTAPSES = ConnectionRule.allowMultapses();
  private static final Parameter MAKE_SYMMETRIC = ConnectionRule.makeSymmetric();

  @Override
  public String name() {
    return "fixed_outdegree";
  }

  @Override
  public String summary() {
    return "a fixed number of targets for every source, drawn uniformly";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(OUTDEGREE, ALLOW_AUTAPSES, ALLOW_MULTAPSES, MAKE_SYMMETRIC);
  }

  @Override
  public Over over(Parameter option) {
    return option.equals(OUTDEGREE) ? Over.SOURCE : Over.NONE;
  }

  @Override
  public boolean symmetric(Parameters options) {
    return options.flag(MAKE_SYMMETRIC);
  }

  @Override
  public Driver driver() {
    return Driver.SOURCE;
  }

  @Override
  public EdgeList edges(Request request) {
    return DegreeRows.of(
        request,
        Order.BY_SOURCE,
        OUTDEGREE,
        request.flag(ALLOW_AUTAPSES),
        request.flag(ALLOW_MULTAPSES),
        request.flag(MAKE_SYMMETRIC));
  }

  @Override
  public Optional<ArrayForm> arrays(Request request) {
    return Optional.of(DegreeRows.arrays(request, edges(request), OUTDEGREE, request.sources()));
  }
}
