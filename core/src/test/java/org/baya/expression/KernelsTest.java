package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {

  /** Values computed with Python's math module from the formulas in the documentation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gaussian(0.5, 0.2, 0.4) | 0.7548396019890073",
        "gaussian2D(0.5, -0.3, 0.1, 0.2, 0.4, 0.5, 0.6) | 0.08208499862389880",
        "exponential_kernel(1.5, 2) | 0.4723665527410147",
        "gamma_kernel(1.5, 3, 0.5) | 0.4480836153107755",
        "gamma_kernel(0.7, 0.5, 2) | 0.33601446772677035",
        "gabor(0.3, -0.2, 30, 0.5, 1.5, 2, 20) | 0.7669788017601423",
        "gabor(0, 1, 0, 1, 1, 2, 0) | 0",
        "log_gamma(0.5) | 0.5723649429247001",
        "log_gamma(10) | 12.801827480081469",
        "log_gamma(1e-3) | 6.907178885383853",
        "log_gamma(171.5) | 709.1431630309282"
      })
  void shouldGiveTheValueOfTheFormula(String text, double value) {
    assertThat(Expression.parse(text, "test").constant()).isCloseTo(value, within(1e-9));
  }

  @Test
  void shouldStayDistributionsWhenNestsNamesAreUsed() {
    assertThat(Expression.parse("exponential(2)", "test").isRandom()).isTrue();
    assertThat(Expression.parse("gamma(2, 3)", "test").isRandom()).isTrue();
    assertThat(Expression.parse("gamma_kernel(distance, 2, 3)", "test").isRandom()).isFalse();
  }

  @Test
  void shouldFailInOneLineWhenTheNumberOfParametersIsWrong() {
    assertThatThrownBy(() -> Expression.parse("gaussian(distance, 2)", "p"))
        .hasMessageContaining("expected gaussian(x, mean, std), found 2 values");
  }

  @Test
  void shouldRefuseFormulasThatWouldGrowWithoutEnd() {
    String text = "distance";
    for (int i = 0; i < 12; i++) {
      text = "gabor(" + text + ", 0, 0, 1, 1, 1, 0)";
    }
    String nested = text;
    assertThatThrownBy(() -> Expression.parse(nested, "p"))
        .hasMessageContaining("kernels within kernels");
  }
}
