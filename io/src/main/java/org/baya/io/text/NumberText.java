package org.baya.io.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Numbers written in decimal. The nearest double is found: directly if the digits and the power of
 * ten are both exact in a double (W. D. Clinger, How to read floating point numbers accurately,
 * PLDI 1990, doi:10.1145/93542.93557), else by {@link Double#parseDouble}.
 */
public final class NumberText {
  private static final long MOST_EXACT = 1L << 53;
  private static final int MOST_DIGITS = 18;

  /** Powers of ten that are exact in a double. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private NumberText() {}

  /**
   * The number in {@code text[from..to-1]}; {@code nan} and {@code inf} are numbers too.
   *
   * @throws NumberFormatException if it is none
   */
  public static double parse(byte[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (at < to && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int power = 0;
    boolean point = false;
    for (; at < to; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
        count++;
        power -= point ? 1 : 0;
        if (count > MOST_DIGITS) {
          return slowly(text, from, to);
        }
      } else if (text[at] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (count == 0) {
      return slowly(text, from, to);
    }
    if (at < to) {
      int exponent = exponent(text, at, to);
      if (exponent == Integer.MIN_VALUE) {
        return slowly(text, from, to);
      }
      power += exponent;
    }
    if (digits > MOST_EXACT || Math.abs(power) >= TENS.length) {
      return slowly(text, from, to);
    }
    double value = power < 0 ? digits / TENS[-power] : digits * TENS[power];
    return negative ? -value : value;
  }

  /** The exponent at {@code at}, the smallest int if there is none that is short. */
  private static int exponent(byte[] text, int at, int to) {
    if (text[at] != 'e' && text[at] != 'E') {
      return Integer.MIN_VALUE;
    }
    int i = at + 1;
    boolean negative = i < to && text[i] == '-';
    if (i < to && (text[i] == '-' || text[i] == '+')) {
      i++;
    }
    int value = 0;
    int first = i;
    for (; i < to && text[i] >= '0' && text[i] <= '9' && i - first < 4; i++) {
      value = 10 * value + text[i] - '0';
    }
    return i == first || i < to ? Integer.MIN_VALUE : negative ? -value : value;
  }

  private static double slowly(byte[] text, int from, int to) {
    return parse(new String(text, from, to - from, StandardCharsets.UTF_8));
  }

  /**
   * The number that {@code text} is; {@code nan} and {@code inf} are numbers too.
   *
   * @throws NumberFormatException if it is none
   */
  public static double parse(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    boolean signed = bare.startsWith("-") || bare.startsWith("+");
    double sign = bare.startsWith("-") ? -1 : 1;
    return switch (signed ? bare.substring(1) : bare) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" -> sign * Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
