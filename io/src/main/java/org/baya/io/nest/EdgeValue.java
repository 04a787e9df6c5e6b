package org.baya.io.nest;

import org.baya.array.ElementType;
import org.baya.build.ProjectionEdges;

/** One value of every edge of a projection, and whether it is the same for all. */
final class EdgeValue {
  private static final int WEIGHT = -3;
  private static final int DELAY = -2;
  private static final int RECEPTOR = -1;

  private final String name;
  private final int parameter;
  private final NestValue.Kind kind;
  private final boolean zero;
  private double[] numbers = {};
  private boolean any;
  private boolean same = true;
  private double first;
  private double smallest = Double.POSITIVE_INFINITY;

  private EdgeValue(String name, int parameter, NestValue.Kind kind, boolean zero) {
    this.name = name;
    this.parameter = parameter;
    this.kind = kind;
    this.zero = zero;
  }

  static EdgeValue weight() {
    return new EdgeValue("weight", WEIGHT, NestValue.Kind.REAL, false);
  }

  static EdgeValue delay() {
    return new EdgeValue("delay", DELAY, NestValue.Kind.REAL, false);
  }

  /**
   * The receptor.
   *
   * @param current whether currents are sent: NEST takes them at receptor 0 only
   */
  static EdgeValue receptor(boolean current) {
    return new EdgeValue("receptor_type", RECEPTOR, NestValue.Kind.WHOLE, current);
  }

  /** A parameter of the synapse model. */
  static EdgeValue parameter(String name, int index, NestValue.Kind kind) {
    return new EdgeValue(name, index, kind, false);
  }

  /** Its name in NEST. */
  String name() {
    return name;
  }

  NestValue.Kind kind() {
    return kind;
  }

  /** Whether it may be a default of a synapse model. */
  boolean isModelValue() {
    return parameter >= 0 || parameter == WEIGHT;
  }

  /** Whether all edges share it. */
  boolean isSame() {
    return same;
  }

  /** The value of the first edge. */
  double first() {
    return first;
  }

  /** The smallest value. */
  double smallest() {
    return smallest;
  }

  /** The type of its array. */
  ElementType type() {
    return kind == NestValue.Kind.REAL ? ElementType.FLOAT64 : ElementType.INT32;
  }

  /** Takes the next edges into account. */
  void learn(ProjectionEdges.Reader reader, int n) {
    double[] all = of(reader, n);
    if (!any) {
      any = true;
      first = all[0];
    }
    for (int k = 0; k < n; k++) {
      same &= all[k] == first;
      smallest = Math.min(smallest, all[k]);
    }
  }

  /** The values of the next n edges. */
  double[] of(ProjectionEdges.Reader reader, int n) {
    return switch (parameter) {
      case WEIGHT -> reader.weights();
      case DELAY -> reader.delaysMs();
      case RECEPTOR -> receptors(reader, n);
      default -> reader.parameter(parameter);
    };
  }

  private double[] receptors(ProjectionEdges.Reader reader, int n) {
    if (numbers.length < n) {
      numbers = new double[Math.max(n, reader.receptors().length)];
    }
    for (int k = 0; k < n; k++) {
      numbers[k] = zero ? 0 : reader.receptors()[k];
    }
    return numbers;
  }
}
