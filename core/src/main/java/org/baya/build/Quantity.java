package org.baya.build;

import org.baya.expression.Expression;
import org.baya.random.Purpose;

/** How a value of every edge is found. */
sealed interface Quantity {

  /** Whether it draws random numbers. */
  default boolean isRandom() {
    return false;
  }

  /** The same number for all edges. */
  record Fixed(double value) implements Quantity {}

  /** A column of the edge list as it is. */
  record Read(String column) implements Quantity {}

  /** A formula, evaluated for every edge. */
  record Computed(Expression expression, Purpose purpose) implements Quantity {
    @Override
    public boolean isRandom() {
      return expression.isRandom();
    }
  }
}
