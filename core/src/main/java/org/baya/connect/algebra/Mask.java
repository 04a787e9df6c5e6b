package org.baya.connect.algebra;

import org.baya.error.InvalidInputException;

/**
 * A set of pairs (i, j) of a source and a target, in which a pair may be more than once: how often
 * is its multiplicity. Masks are infinite where they need not be finite; they are cut to the sizes
 * of the two populations when edges are made. Immutable.
 *
 * <table>
 * <caption>Operations by the multiplicities a and b of a pair</caption>
 * <tr><td>{@link #plus}</td><td>a + b</td></tr>
 * <tr><td>{@link #minus}</td><td>a where b is 0, else 0</td></tr>
 * <tr><td>{@link #times}</td><td>a b</td></tr>
 * <tr><td>{@link #complement}</td><td>1 where a is 0, else 0</td></tr>
 * </table>
 *
 * <p>So sums may be taken apart: {@code (A + B) * C} is {@code A * C + B * C}, and {@code A - B} is
 * {@code A * ~B}. On masks without repeated pairs these are the usual set operations.
 *
 * <p>A random mask is one fixed set: the same object used twice in an expression holds the same
 * pairs in both places, whatever it is combined with, and two objects are independent.
 */
public abstract class Mask {
  /** All pairs. */
  public static Mask full() {
    return new Cross(IntervalSet.N, IntervalSet.N);
  }

  /** No pair. */
  public static Mask empty() {
    return new Cross(IntervalSet.EMPTY, IntervalSet.EMPTY);
  }

  /** The pairs (i, i). */
  public static Mask oneToOne() {
    return new OneToOne();
  }

  /** Pairs of a source in one set and a target in another. */
  public static Mask cross(IntervalSet sources, IntervalSet targets) {
    return new Cross(sources, targets);
  }

  /** A list of pairs, each as often as it is in the list. */
  public static Mask pairs(int[] sources, int[] targets) {
    return new Pairs(sources, targets);
  }

  /** Every pair with probability p. */
  public static Mask random(double p) {
    return new Bernoulli(p);
  }

  /** Every pair with a probability of its own. */
  public static Mask random(ValueSet p) {
    return new Chance(p);
  }

  /** {@code n} pairs of a mask, drawn with replacement. */
  public static Mask randomTotal(long n, Mask of) {
    return new RandomTotal(n, of);
  }

  /** For every target {@code n} of its pairs in a mask, drawn with replacement. */
  public static Mask randomFanIn(int n, Mask of) {
    return new RandomFan(n, true, of);
  }

  /** For every source {@code n} of its pairs in a mask, drawn with replacement. */
  public static Mask randomFanOut(int n, Mask of) {
    return new RandomFan(n, false, of);
  }

  /** Pairs that are nearer than a radius. */
  public static Mask disc(double radius) {
    return new Near(Near.Shape.DISC, radius, radius);
  }

  /** Pairs for which a value is below a limit. */
  public static Mask below(double limit, ValueSet value) {
    return value instanceof Distance ? disc(limit) : new Below(limit, value);
  }

  /** Pairs that differ by less than half a width in x and by less than half a height in y. */
  public static Mask rectangle(double width, double height) {
    return new Near(Near.Shape.RECTANGLE, width, height);
  }

  /** Multiset sum: pairs of either, those of both as often as in both together. */
  public final Mask plus(Mask other) {
    return new Sum(this, other);
  }

  /** Difference: pairs of this mask that are not in the other, however often they are there. */
  public final Mask minus(Mask other) {
    return new Difference(this, other);
  }

  /** Intersection: pairs that are in both. */
  public final Mask times(Mask other) {
    return new Intersection(this, other);
  }

  /** The pairs that are not in it. */
  public final Mask complement() {
    return new Complement(this);
  }

  /** Every pair (i, j) becomes the block of M sources from iM and N targets from jN. */
  public final Mask block(int m, int n) {
    return new Block(m, n, this);
  }

  /** The part with i below M and j below N, again and again in both directions. */
  public final Mask repeat(int m, int n) {
    return new Repeat(m, n, this);
  }

  /** Every pair (i, j) becomes (i + M, j + N); pairs with a negative number are left out. */
  public final Mask shift(int m, int n) {
    return new Shift(m, n, this);
  }

  /** Every pair (i, j) becomes (j, i). */
  public final Mask transpose() {
    return new Transpose(this);
  }

  /** Whether it is known to hold every pair. */
  boolean isFull() {
    return false;
  }

  /** The mask seen from one side. */
  abstract RowMask rows(Side side);

  /** The error of a size that is not positive. */
  static int positive(String what, int value) {
    if (value < 1) {
      throw new InvalidInputException(what + " is " + value + "; allowed is 1 or more");
    }
    return value;
  }

  /** The text form. */
  abstract String text(Wording of);

  /** As it is written in the text form. */
  @Override
  public final String toString() {
    return text(Wording.PLAIN);
  }
}
