package org.baya.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;

/**
 * Random formulas, made level by level of the grammar together with a function that computes them:
 * a reference that shares nothing with the parser, the folding and the loops.
 */
class ExpressionFuzzTest {
  private static final int ROWS = 9;
  private static final List<String> SOUP =
      List.of(
          "1", "2.5", "a", "b", "(", ")", "+", "-", "*", "/", "^", "<", "==", "and", "or", "not",
          "if", "min", ",", "[", "]", "target", "source", ".", "x", "normal", "redrawn", "clipped",
          "exp", "pi", "inf", "1e", "=");

  private final Random random = new Random(20_250_101);
  private final Rows rows =
      new Rows()
          .with(Symbol.plain("a"), row -> row - 4)
          .with(Symbol.plain("b"), row -> row % 3 * 0.5)
          .with(Symbol.target("c"), row -> row == 5 ? Double.NaN : row)
          .with(Symbol.sourcePosition("x"), row -> row == 7 ? Double.POSITIVE_INFINITY : -row);

  private record Formula(String text, IntToDoubleFunction value) {}

  @Test
  void shouldAgreeWithTheReferenceWhenFormulasAreRandom() {
    for (int i = 0; i < 500; i++) {
      Formula formula = ofModerateLength();
      double[] actual = rows.evaluate(formula.text(), ROWS, ROWS);
      double[] reprinted =
          rows.evaluate(Expression.parse(formula.text(), "test").toString(), ROWS, 4);
      for (int row = 0; row < ROWS; row++) {
        Double expected = formula.value().applyAsDouble(row);
        assertThat(actual[row]).as(formula.text()).isEqualTo(expected);
        assertThat(reprinted[row]).as(formula.text()).isEqualTo(expected);
      }
    }
  }

  @Test
  void shouldFailInOneLineOrReprintWhenTheTextIsNonsense() {
    int parsed = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = 1 + random.nextInt(9); words > 0; words--) {
        text.append(SOUP.get(random.nextInt(SOUP.size()))).append(random.nextBoolean() ? " " : "");
      }
      try {
        String printed = Expression.parse(text.toString(), "test").toString();
        assertThat(Expression.parse(printed, "test")).hasToString(printed);
        parsed++;
      } catch (InvalidInputException e) {
        assertThat(e.getMessage()).startsWith("test: in '").doesNotContain("\n");
      }
    }
    assertThat(parsed).isGreaterThan(200);
  }

  /** Long ones break the limits of the language. */
  private Formula ofModerateLength() {
    Formula formula = or(4);
    while (formula.text().length() > 1000) {
      formula = or(4);
    }
    return formula;
  }

  private Formula or(int depth) {
    Formula left = and(depth);
    while (random.nextInt(8) == 0) {
      Formula a = left;
      Formula b = and(depth);
      left =
          new Formula(a.text() + " or " + b.text(), row -> truth(isTrue(a, row) || isTrue(b, row)));
    }
    return left;
  }

  private Formula and(int depth) {
    Formula left = not(depth);
    while (random.nextInt(8) == 0) {
      Formula a = left;
      Formula b = not(depth);
      left =
          new Formula(
              a.text() + " and " + b.text(), row -> truth(isTrue(a, row) && isTrue(b, row)));
    }
    return left;
  }

  private Formula not(int depth) {
    if (random.nextInt(10) == 0) {
      Formula a = not(depth);
      return new Formula("not " + a.text(), row -> truth(!isTrue(a, row)));
    }
    return comparison(depth);
  }

  private Formula comparison(int depth) {
    Formula a = sum(depth);
    if (random.nextInt(5) != 0) {
      return a;
    }
    Formula b = sum(depth);
    IntToDoubleFunction x = a.value();
    IntToDoubleFunction y = b.value();
    return switch (random.nextInt(6)) {
      case 0 ->
          new Formula(
              a.text() + "<" + b.text(), row -> truth(x.applyAsDouble(row) < y.applyAsDouble(row)));
      case 1 ->
          new Formula(
              a.text() + "<=" + b.text(),
              row -> truth(x.applyAsDouble(row) <= y.applyAsDouble(row)));
      case 2 ->
          new Formula(
              a.text() + ">" + b.text(), row -> truth(x.applyAsDouble(row) > y.applyAsDouble(row)));
      case 3 ->
          new Formula(
              a.text() + ">=" + b.text(),
              row -> truth(x.applyAsDouble(row) >= y.applyAsDouble(row)));
      case 4 ->
          new Formula(
              a.text() + "==" + b.text(),
              row -> truth(x.applyAsDouble(row) == y.applyAsDouble(row)));
      default ->
          new Formula(
              a.text() + "!=" + b.text(),
              row -> truth(x.applyAsDouble(row) != y.applyAsDouble(row)));
    };
  }

  private Formula sum(int depth) {
    Formula left = product(depth);
    while (random.nextInt(3) == 0) {
      IntToDoubleFunction a = left.value();
      Formula b = product(depth);
      left =
          random.nextBoolean()
              ? new Formula(
                  left.text() + " + " + b.text(),
                  row -> a.applyAsDouble(row) + b.value().applyAsDouble(row))
              : new Formula(
                  left.text() + " - " + b.text(),
                  row -> a.applyAsDouble(row) - b.value().applyAsDouble(row));
    }
    return left;
  }

  private Formula product(int depth) {
    Formula left = sign(depth);
    while (random.nextInt(3) == 0) {
      IntToDoubleFunction a = left.value();
      Formula b = sign(depth);
      left =
          random.nextBoolean()
              ? new Formula(
                  left.text() + "*" + b.text(),
                  row -> a.applyAsDouble(row) * b.value().applyAsDouble(row))
              : new Formula(
                  left.text() + "/" + b.text(),
                  row -> a.applyAsDouble(row) / b.value().applyAsDouble(row));
    }
    return left;
  }

  private Formula sign(int depth) {
    if (random.nextInt(6) == 0) {
      Formula a = sign(depth);
      return new Formula("-" + a.text(), row -> -a.value().applyAsDouble(row));
    }
    Formula base = primary(depth);
    if (random.nextInt(8) != 0) {
      return base;
    }
    Formula exponent = sign(depth);
    return new Formula(
        base.text() + "^" + exponent.text(),
        row -> Math.pow(base.value().applyAsDouble(row), exponent.value().applyAsDouble(row)));
  }

  private Formula primary(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return leaf();
    }
    Formula a = or(depth - 1);
    Formula b = depth > 2 ? leaf() : or(depth - 1);
    IntToDoubleFunction x = a.value();
    IntToDoubleFunction y = b.value();
    return switch (random.nextInt(9)) {
      case 0 -> new Formula("abs(" + a.text() + ")", row -> Math.abs(x.applyAsDouble(row)));
      case 1 -> new Formula("floor(" + a.text() + ")", row -> Math.floor(x.applyAsDouble(row)));
      case 2 -> new Formula("sqrt(" + a.text() + ")", row -> Math.sqrt(x.applyAsDouble(row)));
      case 3 -> new Formula("exp(" + a.text() + ")", row -> Math.exp(x.applyAsDouble(row)));
      case 4 ->
          new Formula(
              "min(" + a.text() + "," + b.text() + ")",
              row -> Math.min(x.applyAsDouble(row), y.applyAsDouble(row)));
      case 5 ->
          new Formula(
              "max(" + b.text() + "," + a.text() + ")",
              row -> Math.max(y.applyAsDouble(row), x.applyAsDouble(row)));
      case 6 ->
          new Formula(
              "if(" + b.text() + "," + a.text() + ", b)",
              row -> isTrue(b, row) ? x.applyAsDouble(row) : rows.value(Symbol.plain("b"), row));
      case 7 ->
          new Formula(
              "clipped(" + a.text() + ", -1, " + Math.PI + ")",
              row -> Math.min(Math.max(x.applyAsDouble(row), -1), Math.PI));
      default -> new Formula("(" + a.text() + ")", x);
    };
  }

  private Formula leaf() {
    return switch (random.nextInt(7)) {
      case 0 -> symbol(Symbol.plain("a"));
      case 1 -> symbol(Symbol.plain("b"));
      case 2 -> symbol(Symbol.target("c"));
      case 3 -> symbol(Symbol.sourcePosition("x"));
      case 4 -> new Formula("2", row -> 2);
      case 5 -> new Formula("0", row -> 0);
      default -> {
        double value = random.nextInt(1000) / 64.0;
        yield new Formula(Double.toString(value), row -> value);
      }
    };
  }

  private Formula symbol(Symbol symbol) {
    return new Formula(symbol.toString(), row -> rows.value(symbol, row));
  }

  private static boolean isTrue(Formula formula, int row) {
    return formula.value().applyAsDouble(row) != 0;
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }
}
