package org.baya.connect.algebra;

/** A number for every pair (i, j) of a source and a target. Immutable. */
public abstract class ValueSet {

  /** The same number for all pairs. */
  public static ValueSet of(double value) {
    return new ConstantValue(value);
  }

  /**
   * A formula of the expression language over {@code i} and {@code j}, {@code distance}, positions,
   * and parameters of source and target. Random formulas give a pair one number, and pairs that are
   * in a mask several times one number each time.
   *
   * @param place for error messages
   */
  public static ValueSet formula(String text, String place) {
    return Formula.of(text, place);
  }

  /** The Euclidean distance of source and target. */
  public static ValueSet distance() {
    return Distance.METRIC;
  }

  /**
   * {@code exp(-d^2 / (2 sigma^2))} where the metric d is below a cutoff, 0 elsewhere.
   *
   * @throws org.baya.error.InvalidInputException if sigma is not above 0
   */
  public static ValueSet gaussian(double sigma, double cutoff, ValueSet metric) {
    return new Gaussian(sigma, cutoff, metric);
  }

  /** The sum. */
  public final ValueSet plus(ValueSet other) {
    return Arithmetic.of(Arithmetic.Operation.PLUS, this, other);
  }

  /** The difference. */
  public final ValueSet minus(ValueSet other) {
    return Arithmetic.of(Arithmetic.Operation.MINUS, this, other);
  }

  /** The product. */
  public final ValueSet times(ValueSet other) {
    return Arithmetic.of(Arithmetic.Operation.TIMES, this, other);
  }

  /** The quotient. */
  public final ValueSet over(ValueSet other) {
    return Arithmetic.of(Arithmetic.Operation.OVER, this, other);
  }

  /** The negative. */
  public final ValueSet negated() {
    return of(0).minus(this);
  }

  /** Makes it ready for two populations. */
  abstract Values values(Scene scene);

  /** A number that it is never above, infinity if none is known. */
  double upperBound() {
    return Double.POSITIVE_INFINITY;
  }

  /** A mask outside of which it is 0. */
  Mask support() {
    return Mask.full();
  }

  /** Whether it draws random numbers: such values are 32-bit floats. */
  abstract boolean isRandom();

  /** The text form. */
  abstract String text(Wording of);

  /** As it is written in the text form. */
  @Override
  public final String toString() {
    return text(Wording.PLAIN);
  }
}
