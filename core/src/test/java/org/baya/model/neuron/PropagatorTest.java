package org.baya.model.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accuracy against power series summed with 60 digits, also where the two time constants coincide.
 */
class PropagatorTest {
  private static final MathContext DIGITS = new MathContext(60);
  private static final double CAPACITANCE = 250;

  /**
   * Relative error allowed: a few roundings of double precision, and the rounding of x = (1/tau_syn
   * - 1/tau_m) h itself.
   */
  private static final double TOLERANCE = 1e-13;

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1, 1 + 1e-12, 1 - 1e-12, 1 + 1e-10, 1 + 1e-8, 1 + 1e-6, 1 - 1e-6, 1 + 1e-4, 1 + 1e-3,
        1 + 1e-2, 1 - 1e-2, 2, 0.5, 0.1, 10, 0.02
      })
  void shouldBeExactForAnyRatioOfTimeConstants(double ratio) {
    for (double h : new double[] {0.01, 0.1, 1, 4}) {
      double tauM = 10;
      double tauSyn = tauM * ratio;
      check(
          Propagator.exponential(tauSyn, tauM, CAPACITANCE, h),
          integral(tauSyn, tauM, h, 0),
          "exponential",
          ratio,
          h);
      check(
          Propagator.alpha(tauSyn, tauM, CAPACITANCE, h),
          integral(tauSyn, tauM, h, 1),
          "alpha",
          ratio,
          h);
      check(
          Propagator.overlap(1 / tauM, 1 / tauSyn, h) / CAPACITANCE,
          integral(tauSyn, tauM, h, 0),
          "overlap",
          ratio,
          h);
      check(
          Propagator.overlap(1 / tauSyn, 1 / tauM, h) / CAPACITANCE,
          integral(tauSyn, tauM, h, 0),
          "overlap, exchanged",
          ratio,
          h);
    }
  }

  @Test
  void shouldOverlapRatesOfAnySizeWithoutOverflow() {
    assertThat(Propagator.overlap(1e5, 0.1, 1))
        .isEqualTo(Propagator.overlap(0.1, 1e5, 1))
        .isCloseTo(Math.exp(-0.1) / (1e5 - 0.1), within(1e-18));
    assertThat(Propagator.overlap(1e5, 1e5, 1)).isZero();
    assertThat(Propagator.overlap(0.25, 0.25, 2)).isEqualTo(2 * Math.exp(-0.5));
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0.01", "0.01, 0.001", "0.001, 10", "10, 0.001", "1e-4, 2e-4", "2e-4, 10"})
  void shouldStayExactWhereStepsAreMuchLongerThanTimeConstants(double tauM, double tauSyn) {
    double a = 1 / tauM;
    double b = 1 / tauSyn;
    double d = a - b;
    double exponential = (Math.exp(-b) - Math.exp(-a)) / d / CAPACITANCE;
    double alpha = (Math.exp(-b) * (d - 1) + Math.exp(-a)) / (d * d) / CAPACITANCE;
    assertThat(Propagator.exponential(tauSyn, tauM, CAPACITANCE, 1))
        .isCloseTo(exponential, withinPercentage(1e-10));
    assertThat(Propagator.alpha(tauSyn, tauM, CAPACITANCE, 1))
        .isCloseTo(alpha, withinPercentage(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"10, 0.1", "10, 1", "1e6, 0.1", "0.05, 1", "1e9, 0.001"})
  void shouldBeExactForConstantCurrents(double tauM, double h) {
    // tau_syn without end: the integral of e^(-t / tau_m) from 0 to h.
    check(
        Propagator.constant(tauM, CAPACITANCE, h),
        integral(Double.POSITIVE_INFINITY, tauM, h, 0),
        "constant",
        tauM,
        h);
  }

  private static void check(double actual, BigDecimal exact, String what, double ratio, double h) {
    double error = new BigDecimal(actual).subtract(exact).divide(exact, DIGITS).abs().doubleValue();
    assertThat(error)
        .as("relative error of %s for %s at h = %s", what, ratio, h)
        .isLessThan(TOLERANCE);
  }

  /**
   * (1/C) times the integral of exp(-(h - t) / tau_m) t^power exp(-t / tau_syn) over t from 0 to h.
   */
  private static BigDecimal integral(double tauSyn, double tauM, double h, int power) {
    BigDecimal step = new BigDecimal(h);
    BigDecimal a = step.divide(new BigDecimal(tauM), DIGITS);
    BigDecimal b =
        Double.isInfinite(tauSyn) ? BigDecimal.ZERO : step.divide(new BigDecimal(tauSyn), DIGITS);
    BigDecimal x = b.subtract(a);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 0; n < 160; n++) {
      sum = sum.add(term.divide(new BigDecimal(n + 1 + power), DIGITS));
      term = term.multiply(x.negate()).divide(new BigDecimal(n + 1), DIGITS);
    }
    BigDecimal scale = step.pow(1 + power, DIGITS).divide(new BigDecimal(CAPACITANCE), DIGITS);
    return scale.multiply(exponential(a.negate())).multiply(sum);
  }

  private static BigDecimal exponential(BigDecimal x) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 160; n++) {
      sum = sum.add(term);
      term = term.multiply(x).divide(new BigDecimal(n), DIGITS);
    }
    return sum;
  }
}
