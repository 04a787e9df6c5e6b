package org.baya.model.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepControlTest {

  /** GSL's rule, written with the library's power. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-9, 3e-5, 4e-5, 0.01, 0.3, 0.49, 0.5, 0.51, 0.8, 1.1})
  void shouldKeepOrGrowTheStepOfAGoodError(double worst) {
    double factor = worst < 0.5 ? Math.clamp(0.9 * Math.pow(worst, -1.0 / 6), 1, 5) : 1;
    assertThat(StepControl.next(0.1, worst) / (0.1 * factor)).isBetween(1 - 1e-14, 1 + 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.100001, 1.2, 2, 10, 1800, 1900, 1e6, 1e300, Double.POSITIVE_INFINITY})
  void shouldShrinkTheStepOfABadError(double worst) {
    double factor = Math.max(0.2, 0.9 * Math.pow(worst, -0.2));
    assertThat(StepControl.next(0.1, worst) / (0.1 * factor)).isBetween(1 - 1e-14, 1 + 1e-14);
  }

  @Test
  void shouldShrinkTheStepMostIfThereIsNoError() {
    assertThat(StepControl.next(0.1, Double.NaN)).isEqualTo(0.1 * 0.2);
  }
}
