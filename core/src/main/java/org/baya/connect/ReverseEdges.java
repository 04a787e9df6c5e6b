package org.baya.connect;

/**
 * The edges of another list turned round. Within one population an edge from a node to itself is
 * its own reverse and left out.
 */
public final class ReverseEdges extends DerivedEdges {
  private final boolean same;

  /**
   * Reverse edges.
   *
   * @param same whether both ends lie in one population
   */
  public ReverseEdges(EdgeList base, boolean same) {
    super(base);
    this.same = same;
  }

  @Override
  public Order order() {
    return switch (base().order()) {
      case BY_SOURCE -> Order.BY_TARGET;
      case BY_TARGET -> Order.BY_SOURCE;
      case NONE -> Order.NONE;
    };
  }

  @Override
  public long size() {
    return same ? super.size() : base().size();
  }

  @Override
  public Reader reader() {
    return new DerivedReader() {
      @Override
      int derive(int[] sources, int[] targets, long[] numbers, int n, int[] kept) {
        int made = 0;
        for (int i = 0; i < n; i++) {
          int source = sources[i];
          int target = targets[i];
          sources[made] = target;
          targets[made] = source;
          kept[made] = i;
          made += same && source == target ? 0 : 1;
        }
        return made;
      }
    };
  }
}
