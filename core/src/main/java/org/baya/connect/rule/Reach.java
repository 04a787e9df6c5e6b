package org.baya.connect.rule;

import org.baya.connect.ConnectionRule.Request;

/** Which nodes of the other side the row of a node may reach. */
enum Reach {
  /** All. */
  ALL,
  /** All but the node itself. */
  OTHERS,
  /** The node itself and those after it: half of all pairs, when the other half are reverses. */
  FROM_SELF,
  /** Those after the node. */
  AFTER_SELF;

  /** The reach of a rule that draws ordered pairs. */
  static Reach of(Request request, boolean autapses) {
    return request.same() && !autapses ? OTHERS : ALL;
  }

  /** The reach of a rule that draws pairs of which each comes in both directions if symmetric. */
  static Reach of(Request request, boolean autapses, boolean symmetric) {
    if (!request.same() || !symmetric) {
      return of(request, autapses);
    }
    return autapses ? FROM_SELF : AFTER_SELF;
  }

  /** Whether a row may reach a node. */
  boolean contains(int row, int node) {
    return switch (this) {
      case ALL -> true;
      case OTHERS -> node != row;
      case FROM_SELF -> node >= row;
      case AFTER_SELF -> node > row;
    };
  }
}
