package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.baya.allocation.Allocation;
import org.baya.error.InvalidInputException;
import org.baya.random.Distribution;
import org.baya.random.Exponential;
import org.baya.random.Gamma;
import org.baya.random.Normal;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;
import org.baya.random.Redrawn;
import org.baya.random.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  private static final Rows ROWS =
      new Rows()
          .with(Symbol.plain("weight"), row -> row - 3.5)
          .with(Symbol.plain("delay"), row -> row % 7 * 0.5)
          .with(Symbol.target("V_th"), row -> -50 + row % 5)
          .with(Symbol.target("E_L"), row -> -70 - row % 3)
          .with(Symbol.source("E_L"), row -> -60)
          .with(Symbol.sourcePosition("x"), row -> 0.1 * row)
          .with(Symbol.DISTANCE, row -> Math.sqrt(row));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 4095, 4096, 10_000})
  void shouldGiveTheValueOfEachRowWhenEvaluatedInBlocks(int n) {
    double[] weights = ROWS.evaluate("weight * (V_th[target] - E_L[target])", n, 4096);

    for (int row = 0; row < n; row++) {
      assertThat(weights[row]).isEqualTo((row - 3.5) * ((-50 + row % 5) - (-70 - row % 3)));
    }
  }

  @Test
  void shouldPassASymbolThroughWhenItIsAll() {
    assertThat(ROWS.evaluate("delay", 4, 4)).containsExactly(0, 0.5, 1, 1.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "normal(0, 1)",
        "weight * uniform(0, 1) + gamma(2, 0.5) - poisson(delay) * binomial(20, 0.1 + delay / 10)",
        "redrawn(normal(delay, 1), 0, delay + 1)",
        "if(uniform(0, 1) < 0.5, exponential(2), -lognormal(0, 0.3)) + uniform_int(10)"
      })
  void shouldDrawTheSameWhateverTheBlocks(String text) {
    double[] whole = ROWS.evaluate(text, 5000, 4096);

    for (int block : new int[] {1, 7, 8, 1000}) {
      assertThat(ROWS.evaluate(text, 5000, block)).isEqualTo(whole);
    }
    assertThat(Arrays.stream(whole).distinct().count()).isGreaterThan(100);
  }

  @Test
  void shouldDrawFromTheStreamOfRowAndIndexWhenRandom() {
    String text = "gamma(2, 3) + 100 * redrawn(normal(0, 1), 1, 2)";
    double[] values = ROWS.evaluate(text, 100, 100);
    Distribution gamma = new Gamma(2, 3);
    Distribution normal = new Redrawn(new Normal(0, 1), 1, 2);
    RandomStream first = new RandomStream(3, Purpose.WEIGHT.at(0));
    RandomStream second = new RandomStream(3, Purpose.WEIGHT.at(1));

    for (int row = 0; row < 100; row++) {
      assertThat(values[row])
          .isEqualTo(gamma.draw(first.at(row, 0)) + 100 * normal.draw(second.at(row, 0)));
    }
  }

  /** Parameters that are numbers have a step of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normal(1.5, 0.75); normal(1.5 + 0 * delay, 0.75)",
        "redrawn(normal(1.5, 0.75), 0.3, 5); redrawn(normal(1.5, 0.75 + 0 * delay), 0.3, 5)",
        "redrawn(normal(88, 8.8), 0, inf); redrawn(normal(88, 8.8), 0 * delay, inf)",
        "redrawn(normal(0, 1), -4.2, 4.2); redrawn(normal(0, 1), -4.2 + 0 * delay, 4.2)",
        "redrawn(uniform(1, 2), 1, 3); redrawn(uniform(1, 2), 1 + 0 * delay, 3)",
        "redrawn(lognormal(0, 1), 0.5, 3); redrawn(lognormal(0, 1), 0.5 + 0 * delay, 3)",
        "redrawn(gamma(2, 3), 1, 8); redrawn(gamma(2, 3), 1, 8 + 0 * delay)",
        "redrawn(normal(0, 1), 0.5, inf); redrawn(normal(0, 1), 0.5 + 0 * delay, inf)",
        "redrawn(normal(0, 1), -inf, 0); redrawn(normal(0, 1), -inf, 0 * delay)",
        "redrawn(normal(1e200, 1e199), 1e200, inf); redrawn(normal(1e200, 1e199), 1e200 + 0 * delay, inf)",
        "redrawn(uniform_int(6), 2, 4); redrawn(uniform_int(6), 2, 4 + 0 * delay)",
        "clipped(exponential(2), 1, inf); clipped(exponential(2 + 0 * delay), 1, inf)"
      })
  void shouldDrawTheSameWithNumbersAsWithColumns(String numbers, String columns) {
    // Of so many normal values five are beyond 4.2.
    int rows = 200_000;
    assertThat(ROWS.evaluate(numbers, rows, 4096)).isEqualTo(ROWS.evaluate(columns, rows, 4096));
  }

  @Test
  void shouldNameTheRowWhenNoValueFallsWithinNumbers() {
    assertThatThrownBy(() -> ROWS.evaluate("redrawn(uniform(0, 1), 1, 1)", 50, 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("redrawn: none of 100000 values of uniform(0.0, 1.0) fell within")
        .hasMessageEndingWith("(row 0)");
  }

  @Test
  void shouldDrawIndependentlyWhenADistributionIsWrittenTwice() {
    assertThat(ROWS.evaluate("normal(0, 1) - normal(0, 1)", 50, 50)).doesNotContain(0);
  }

  @Test
  void shouldTakeParametersFromColumnsWhenTheyAreExpressions() {
    double[] values = ROWS.evaluate("uniform(weight, weight + 1) + exponential(delay)", 100, 100);
    RandomStream first = new RandomStream(3, Purpose.WEIGHT.at(0));
    RandomStream second = new RandomStream(3, Purpose.WEIGHT.at(1));

    for (int row = 0; row < 100; row++) {
      double weight = ROWS.value(Symbol.plain("weight"), row);
      double delay = ROWS.value(Symbol.plain("delay"), row);
      double expected =
          Uniform.sample(first.at(row, 0), weight, weight + 1)
              + Exponential.sample(second.at(row, 0), delay);
      assertThat(values[row]).isEqualTo(expected);
    }
  }

  @Test
  void shouldNameTheRowWhenAParameterIsWrongThere() {
    assertThatThrownBy(() -> ROWS.evaluate("normal(0, 10 - weight)", 50, 8))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "test: in 'normal(0, 10 - weight)': normal: std is -0.5 but must be a finite number of at least 0 (row 14)");
    assertThatThrownBy(() -> ROWS.evaluate("redrawn(uniform(0, 1), weight, 8 - weight)", 50, 8))
        .hasMessageContaining(
            "redrawn: none of 100000 values of uniform(0.0, 1.0) fell within 1.5 to 6.5")
        .hasMessageEndingWith("(row 5)");
    assertThatThrownBy(() -> ROWS.evaluate("redrawn(uniform(0, 1), 0, weight)", 50, 8))
        .hasMessageContaining(
            "redrawn: low is 0 and high is -3.5; low must not be above high (row 0)");
  }

  @Test
  void shouldLeaveUntakenBranchesAloneWhenTheirParametersAreWrong() {
    double[] values =
        ROWS.evaluate(
            "if(weight > 0, if(delay > 1, uniform(0, weight), normal(0, weight)), poisson(-weight))",
            50,
            8);
    RandomStream uniform = new RandomStream(3, Purpose.WEIGHT.at(0));

    assertThat(values).hasSize(50).doesNotContain(Double.NaN);
    assertThat(values[5]).isEqualTo(Uniform.sample(uniform.at(5, 0), 0, 1.5));
  }

  @Test
  void shouldAllocateNothingWhenEvaluating() {
    String text =
        "if(weight < 0, max(delay, 1) ^ 2 + exp(-distance), redrawn(normal(weight, 2), 0, 1e9))";
    Program program = Expression.parse(text, "test").compile(1, Purpose.WEIGHT, ROWS.known());
    double[] out = new double[500];

    assertThat(Allocation.least(() -> program.evaluate(ROWS, 500, out))).isZero();
  }

  @Test
  void shouldRefuseWhenABlockIsTooLarge() {
    Program program = Expression.parse("delay", "test").compile(1, Purpose.DELAY, ROWS.known());

    assertThatThrownBy(() -> program.evaluate(ROWS, 4097, new double[5000]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> program.evaluate(ROWS, 8, new double[7]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
