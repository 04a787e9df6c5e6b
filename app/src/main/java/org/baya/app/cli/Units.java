package org.baya.app.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Units {
  private static final String[] BYTES = {"B", "KB", "MB", "GB", "TB"};

  private Units() {}

  /** {@code 14,423,001}. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 312 MB}, in steps of 1000. */
  static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < BYTES.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, BYTES[unit]);
  }

  /** {@code 0.83 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
  static String seconds(double seconds) {
    long whole = Math.round(seconds);
    if (seconds < 9.995) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (whole < 120) {
      return whole + " s";
    }
    if (whole < 7200) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** A number without needless zeros: {@code 0.1}, {@code 1000}. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
