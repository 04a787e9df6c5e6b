package org.baya.connect;

import java.util.Set;

/** Edges that a rule makes from their numbers; they have no columns. */
public abstract class RuleEdges implements EdgeList {
  private final String place;
  private final long size;

  /**
   * Edges of a rule.
   *
   * @param place for error messages
   * @param size number of edges
   */
  protected RuleEdges(String place, long size) {
    this.place = place;
    this.size = size;
  }

  @Override
  public final long size() {
    return size;
  }

  @Override
  public final Set<String> columns() {
    return Set.of();
  }

  @Override
  public final String place(String column) {
    return place;
  }
}
