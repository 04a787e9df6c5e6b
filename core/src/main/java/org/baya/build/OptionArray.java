package org.baya.build;

import org.baya.connect.PairValue;

/**
 * An option of a rule that is given node by node.
 *
 * @param values of each node
 * @param bySource whether they belong to sources, not to targets
 */
record OptionArray(double[] values, boolean bySource) implements PairValue {
  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public double constant() {
    throw new IllegalStateException("given node by node");
  }

  @Override
  public Evaluator evaluator() {
    return (sources, targets, n, out) -> {
      int[] nodes = bySource ? sources : targets;
      for (int i = 0; i < n; i++) {
        out[i] = values[nodes[i]];
      }
    };
  }
}
