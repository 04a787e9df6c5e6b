package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3                | 7
          (1 + 2) * 3              | 9
          10 - 4 - 3               | 3
          24 / 4 / 3               | 2
          2 ^ 3 ^ 2                | 512
          -2 ^ 2                   | -4
          2 ^ -1                   | 0.5
          - - 3                    | 3
          +3 - -4                  | 7
          2 * -3                   | -6
          1e-3 * 1E3               | 1
          .5 + 5.                  | 5.5
          1 < 2                    | 1
          2 <= 1                   | 0
          1 + 1 == 2               | 1
          1 != 1                   | 0
          3 >= 3                   | 1
          3 > 3                    | 0
          not 0                    | 1
          not 1 == 2               | 1
          0 or 1 and 0             | 0
          1 or 0 and 0             | 1
          2 and 3                  | 1
          not not 5                | 1
          if(1 < 2, 10, 20)        | 10
          if(0, 10, 20)            | 20
          exp(0) + log(1)          | 1
          sqrt(16)                 | 4
          abs(-3)                  | 3
          min(3, 1, 2)             | 1
          max(3, 7)                | 7
          sin(0) + cos(0) + tan(0) | 1
          floor(-1.5)              | -2
          ceil(-1.5)               | -1
          round(2.5)               | 2
          round(-0.7)              | -1
          pow(2, 10)               | 1024
          cos(pi)                  | -1
          1 / inf                  | 0
          clipped(5, 0, 2)         | 2
          clipped(-5, 0, inf)      | 0
          0 / 0 == 0 / 0           | 0
          0 / 0 != 0 / 0           | 1
          if(0 / 0, 1, 2)          | 1
          """)
  void shouldComputeWhenAllAreNumbers(String text, double value) {
    Expression expression = Expression.parse(text, "test");

    assertThat(expression.isConstant()).isTrue();
    assertThat(expression.isRandom()).isFalse();
    assertThat(expression.constant()).isEqualTo(value);
    assertThat(new Rows().evaluate(text, 3, 2)).containsOnly(value);
  }

  @Test
  void shouldReadEachKindOfSymbolWhenNamed() {
    Expression expression =
        Expression.parse(
            "w * (V_th[target] - E_L[source]) + source.x - target.y * distance + dx + dy + dz + min + source",
            "test");

    assertThat(expression.symbols())
        .containsExactly(
            Symbol.plain("w"),
            Symbol.target("V_th"),
            Symbol.source("E_L"),
            Symbol.sourcePosition("x"),
            Symbol.targetPosition("y"),
            Symbol.DISTANCE,
            Symbol.displacement("dx"),
            Symbol.displacement("dy"),
            Symbol.displacement("dz"),
            Symbol.plain("min"),
            Symbol.plain("source"));
    assertThat(expression.isConstant()).isFalse();
    assertThatThrownBy(expression::constant).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldLetAColumnNamedEBeAColumn() {
    assertThat(Expression.parse("e + pi", "test").symbols()).containsExactly(Symbol.plain("e"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight * (V_th[target] - E_L[target])",
        "a - (b - c) - d",
        "a / (b / c) * d",
        "(a ^ b) ^ c ^ -d",
        "-(a + b) ^ 2",
        "(-a) ^ 2",
        "not (a and b) or not c == d",
        "(a < b) == (c < d)",
        "if(a < 0.001, min(a, b), max(c, 1.0E-20))",
        "redrawn(normal(a, 2), -1, inf) + clipped(exponential(1), 0, pi)",
        "binomial(10, 0.5) * uniform_int(7) + source.x - target.z * distance",
        "a * -b - -c"
      })
  void shouldPrintTheSameWhenItIsWrittenWell(String text) {
    assertThat(Expression.parse(text, "test")).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          1 +                 ~ at character 4: expected a number, a name or '(', found the end
          (1 + 2              ~ at character 7: expected ')', found the end
          1 2                 ~ at character 3: expected an operator or the end, found '2'
          2x                  ~ at character 2: expected an operator or the end, found 'x'
          a < b < c           ~ at character 7: comparisons do not chain; write 'a < b and b < c'
          a = b               ~ at character 3: '=' is not an operator; equality is written '=='
          a && b              ~ at character 3: '&' is not an operator; write 'and'
          a || b              ~ at character 3: '|' is not an operator; write 'or'
          !a                  ~ at character 1: '!' is not an operator; write 'not'
          2 ** 3              ~ at character 4: '**' is not an operator; a power is written '^'
          a # b               ~ at character 3: unexpected character '#'
          1e999               ~ at character 1: the number 1e999 is too large; infinity is written 'inf'
          nromal(0, 1)        ~ at character 1: unknown function 'nromal'; did you mean 'normal'?
          normal(0)           ~ at character 1: expected normal(mean, std), found 1 value
          exp(1, 2)           ~ at character 1: expected exp(x), found 2 values
          max(1)              ~ at character 1: expected max(a, b, ...), found 1 value
          exp()               ~ at character 1: expected exp(x), found 0 values
          if(1, 2)            ~ at character 1: expected if(condition, a, b), found 2 values
          if + 1              ~ at character 1: expected a number, a name or '(', found 'if'
          a and and b         ~ at character 7: expected a number, a name or '(', found 'and'
          a[b]                ~ at character 3: expected 'target' or 'source' in the brackets of 'a', found 'b'
          a[target            ~ at character 9: expected ']', found the end
          a.x                 ~ at character 1: only 'source' and 'target' have a position, not 'a'
          source.w            ~ at character 8: expected x, y or z after 'source.', found 'w'
          redrawn(1, 0, 2)    ~ at character 1: redrawn needs a distribution as its first value, for example normal(0, 1)
          1 + normal(0, -1)   ~ : normal: std is -1 but must be a finite number of at least 0
          uniform(2, 1)       ~ : uniform: low is 2 and high is 1; low must not be above high
          poisson(1 - 2)      ~ : poisson: mean is -1 but must be from 0 to 1000000000
          clipped(a, 2, 1)    ~ : clipped: low is 2.0 and high is 1.0; low must not be above high
          """)
  void shouldTellPlaceAndReasonWhenItIsWrong(String text, String reason) {
    InvalidInputException error =
        catchThrowableOfType(
            InvalidInputException.class, () -> Expression.parse(text, "v1.yaml: weight"));

    assertThat(error)
        .hasMessage(
            "v1.yaml: weight: in '" + text + "'" + (reason.startsWith(":") ? "" : " ") + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void shouldRefuseWhenThereIsNothing(String text) {
    assertThatThrownBy(() -> Expression.parse(text, "test"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected a number, a name or '(', found the end");
  }

  @Test
  void shouldStayOnOneLineWhenTheTextDoesNot() {
    assertThatThrownBy(() -> Expression.parse("a +\n\u0000b", "test"))
        .hasMessage("test: in 'a +  b' at character 5: unexpected character U+0000");
  }

  @Test
  void shouldRefuseWhenTheTextIsHostile() {
    String brackets = "(".repeat(400) + "1" + ")".repeat(400);
    String signs = "-".repeat(900) + "1";
    String powers = "1" + "^1".repeat(400);
    String sum = "1" + "+1".repeat(400);

    for (String text : new String[] {brackets, signs, powers}) {
      assertThatThrownBy(() -> Expression.parse(text, "test"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("more than 100 brackets or signs within each other");
    }
    assertThatThrownBy(() -> Expression.parse(sum, "test"))
        .hasMessageContaining("more than 200 operations depend on each other");
    assertThatThrownBy(() -> Expression.parse("1+".repeat(2000) + "1", "test"))
        .hasMessageContaining("at most 1000 numbers");
    assertThatThrownBy(() -> Expression.parse(" ".repeat(20_000), "test"))
        .hasMessageContaining("at most 10000 characters");
  }

  @Test
  void shouldStayQuickWhenSquaresAreNested() {
    String nested = "(".repeat(90) + "a" + "^2)".repeat(90);

    assertThat(new Rows().with(Symbol.plain("a"), row -> 1).evaluate(nested, 1, 1))
        .containsExactly(1);
  }

  @Test
  void shouldSuggestANameWhenOneIsUnknown() {
    Set<Symbol> known =
        Set.of(
            Symbol.plain("weight"),
            Symbol.target("V_th"),
            Symbol.target("E_L"),
            Symbol.source("E_L"));

    assertUnknown("weigth * 2", known, "unknown name 'weigth'; did you mean 'weight'?");
    assertUnknown("weight * V_th", known, "unknown name 'V_th'; did you mean 'V_th[target]'?");
    assertUnknown(
        "V_th[source]", known, "unknown name 'V_th[source]'; did you mean 'V_th[target]'?");
    assertUnknown(
        "if(1, weight, g)",
        known,
        "unknown name 'g'; known: E_L[source], E_L[target], V_th[target], weight");
    assertUnknown("distance", Set.of(), "unknown name 'distance'; none is known here");
  }

  private static void assertUnknown(String text, Set<Symbol> known, String reason) {
    assertThatThrownBy(() -> Expression.parse(text, "f.yaml: w").compile(1, Purpose.WEIGHT, known))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("f.yaml: w: in '" + text + "': " + reason);
  }
}
