package org.baya.io.v1;

import java.util.Optional;
import org.baya.connect.PairValue;
import org.baya.space.DisplacementBound;

/** The probability of a connection from one population to another, by cells. */
final class RecurrentProbability implements PairValue {
  private final V1Cells cells;
  private final V1Connection rule;
  private final int firstSource;
  private final int firstTarget;

  RecurrentProbability(V1Cells cells, V1Connection rule, int firstSource, int firstTarget) {
    this.cells = cells;
    this.rule = rule;
    this.firstSource = firstSource;
    this.firstTarget = firstTarget;
  }

  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public double constant() {
    throw new IllegalStateException("falls with distance");
  }

  @Override
  public double most() {
    return rule.bound(0);
  }

  @Override
  public Optional<DisplacementBound> bound() {
    double perSquare = 1 / (rule.sigmaUm() * rule.sigmaUm());
    return Optional.of(
        new DisplacementBound() {
          @Override
          public boolean isRadial() {
            return true;
          }

          @Override
          public double most(double[] low, double[] high, double nearest, double farthest) {
            return rule.bound(nearest * nearest * perSquare);
          }
        });
  }

  @Override
  public Evaluator evaluator() {
    final double perSquare = 1 / (rule.sigmaUm() * rule.sigmaUm());
    final float[] x = cells.x();
    final float[] z = cells.z();
    final double[] tuning = cells.tuning();
    return (sources, targets, n, out) -> {
      for (int i = 0; i < n; i++) {
        int source = firstSource + sources[i];
        int target = firstTarget + targets[i];
        double dx = (double) x[source] - x[target];
        double dz = (double) z[source] - z[target];
        double angle = V1Cells.orientationDifference(tuning[source], tuning[target]);
        out[i] = rule.probability((dx * dx + dz * dz) * perSquare, angle);
      }
    };
  }
}
