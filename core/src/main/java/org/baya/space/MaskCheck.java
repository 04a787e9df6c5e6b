package org.baya.space;

import java.util.List;
import org.baya.error.InvalidInputException;

/** What masks and layers require of their numbers. The place of an error is the mask's name. */
final class MaskCheck {
  private MaskCheck() {}

  /** A length must be positive. */
  static void positive(String mask, String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException(mask, name + " = " + value + "; allowed is a number above 0");
    }
  }

  /** An angle must be finite. */
  static void angle(String mask, String name, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(mask, name + " = " + value + "; allowed is a finite number");
    }
  }

  /** A point must have as many finite coordinates as there are axes. */
  static void point(String mask, String name, List<Double> point, int dimensions) {
    if (point.size() != dimensions || !point.stream().allMatch(Double::isFinite)) {
      throw new InvalidInputException(
          mask, name + " = " + point + "; allowed are " + dimensions + " finite numbers");
    }
  }

  /** A length must not be above another. */
  static void atMost(String mask, String small, double value, String large, double bound) {
    if (value > bound) {
      throw new InvalidInputException(
          mask, small + " = " + value + "; allowed is at most " + large + " = " + bound);
    }
  }

  /** Corners must not be the wrong way round. */
  static void corners(String mask, List<Double> lowerLeft, List<Double> upperRight) {
    for (int axis = 0; axis < lowerLeft.size(); axis++) {
      if (!(lowerLeft.get(axis) < upperRight.get(axis))) {
        throw new InvalidInputException(
            mask,
            "lower_left = "
                + lowerLeft
                + "; allowed is below upper_right = "
                + upperRight
                + " along every axis");
      }
    }
  }

  /** The numbers of a list. */
  static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
