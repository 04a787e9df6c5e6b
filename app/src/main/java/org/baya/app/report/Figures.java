package org.baya.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text for people, the same in every locale; starts faster than a formatter. */
final class Figures {
  private Figures() {}

  /** {@code value} with commas between thousands. */
  static String grouped(long value) {
    StringBuilder text = new StringBuilder().append(value);
    int first = value < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /**
   * {@code value} with {@code decimals} decimals, rounded half up; a dash where it is not finite.
   */
  static String fixed(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        : "–";
  }

  /** A time or length: grouped where it is whole, else as short as it can be said. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? grouped((long) value)
        : Double.toString(value);
  }
}
