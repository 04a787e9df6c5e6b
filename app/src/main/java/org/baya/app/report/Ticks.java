package org.baya.app.report;

/**
 * Round numbers along an axis from 0: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step distance between ticks
 * @param count number of ticks, the first at 0
 */
record Ticks(double step, int count) {

  /** Ticks from 0 to {@code upTo}, at most about {@code most} of them. */
  static Ticks of(double upTo, int most) {
    if (!(upTo > 0)) {
      return new Ticks(1, 1);
    }
    double rough = upTo / most;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double mantissa = rough / power;
    double step = power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    return new Ticks(step, (int) Math.floor(upTo / step + 1e-9) + 1);
  }

  double value(int i) {
    return i * step;
  }

  /** Tick {@code i} with as many decimals as the step needs. */
  String label(int i) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    return Figures.fixed(value(i), decimals);
  }
}
