package org.baya.model.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerOfTwoTest {
  private static final int DRAWS = 100_000;

  @Test
  void shouldBeWithinFourParts10To14() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DRAWS; i++) {
      double x = random.nextDouble(PowerOfTwo.LOWEST, PowerOfTwo.HIGHEST);
      double n = Math.rint(x);
      double expected = StrictMath.scalb(StrictMath.pow(2, x - n), (int) n);
      assertThat(PowerOfTwo.of(x) / expected).as("2^%s", x).isCloseTo(1, within(4e-14));
    }
  }

  @Test
  void shouldStayPositiveAndTinyBelowTheLowestPower() {
    for (double x = PowerOfTwo.LOWEST; x > -0x1p51; x *= 1.7) {
      assertThat(PowerOfTwo.of(x)).as("2^%s", x).isBetween(Double.MIN_NORMAL, 0x1p-999);
    }
    assertThat(PowerOfTwo.of(Double.NaN)).isNaN();
  }
}
