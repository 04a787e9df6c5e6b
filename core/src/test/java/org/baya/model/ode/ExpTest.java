package org.baya.model.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpTest {
  private static final int DRAWS = 1_000_000;

  /** StrictMath is itself within 1 ulp; see the exact test below for the bound. */
  @Test
  void shouldAgreeWithStrictMathEverywhere() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DRAWS; i++) {
      double x = random.nextDouble(Exp.LOWEST, Exp.HIGHEST);
      check(x);
      check(x / 500);
      check(x / 1e9);
    }
    check(0.0);
    check(-0.0);
    check(Exp.LOWEST);
    check(Exp.HIGHEST);
  }

  private static void check(double x) {
    double expected = StrictMath.exp(x);
    if (Math.abs(Exp.of(x) - expected) > 2 * Math.ulp(expected)) {
      assertThat(Exp.of(x)).as("e^%s", x).isEqualTo(expected);
    }
  }

  @Test
  void shouldBeWithinOneAndAQuarterUlpOfTheTrueValue() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 3000; i++) {
      double x = random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(-4, 2));
      double ulps =
          new BigDecimal(Exp.of(x))
              .subtract(exact(x))
              .divide(new BigDecimal(Math.ulp(Exp.of(x))), MathContext.DECIMAL64)
              .doubleValue();
      assertThat(Math.abs(ulps)).as("e^%s", x).isLessThan(1.25);
    }
  }

  /** The power series with 60 digits. */
  private static BigDecimal exact(double x) {
    MathContext digits = new MathContext(60);
    BigDecimal small = new BigDecimal(x).divide(new BigDecimal(1024), digits);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small).divide(new BigDecimal(n), digits);
      sum = sum.add(term, digits);
    }
    return sum.pow(1024, digits);
  }

  @Test
  void shouldStayAtItsBoundsOutside() {
    assertThat(Exp.of(1e300)).isEqualTo(Exp.of(Exp.HIGHEST)).isFinite();
    assertThat(Exp.of(Double.POSITIVE_INFINITY)).isEqualTo(Exp.of(Exp.HIGHEST));
    assertThat(Exp.of(Double.NEGATIVE_INFINITY)).isEqualTo(Exp.of(Exp.LOWEST)).isPositive();
    assertThat(Exp.of(Double.NaN)).isNaN();
  }
}
