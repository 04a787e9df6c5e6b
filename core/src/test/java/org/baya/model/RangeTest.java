package org.baya.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void shouldSayWhatItAllows() {
    assertThat(Range.FINITE).hasToString("any finite number");
    assertThat(Range.POSITIVE).hasToString("> 0");
    assertThat(Range.NON_NEGATIVE).hasToString(">= 0");
    assertThat(Range.FLAG).hasToString("0 or 1 (false or true)");
    assertThat(new Range(1, true, 9, true, true)).hasToString("a whole number, >= 1 and <= 9");
    assertThat(Range.between(-1.5, 2)).hasToString(">= -1.5 and <= 2");
    assertThat(new Range(Double.NEGATIVE_INFINITY, false, 3, false)).hasToString("< 3");
    assertThat(new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, false))
        .hasToString("any number");
    assertThat(new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, true))
        .hasToString("any number");
  }

  @Test
  void shouldNotCutLargeBounds() {
    assertThat(Range.between(0, 1e300)).hasToString(">= 0 and <= 1.0E300");
    assertThat(Range.between(0, 1e6)).hasToString(">= 0 and <= 1000000");
  }

  @Test
  void shouldContainWhatItSays() {
    assertThat(Range.POSITIVE.contains(0)).isFalse();
    assertThat(Range.POSITIVE.contains(-0.0)).isFalse();
    assertThat(Range.POSITIVE.contains(Double.MIN_VALUE)).isTrue();
    assertThat(Range.POSITIVE.contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Range.NON_NEGATIVE.contains(-0.0)).isTrue();
    assertThat(Range.between(0, 1).contains(1)).isTrue();
    assertThat(Range.between(0, 1).contains(Math.nextUp(1.0))).isFalse();
    assertThat(Range.FINITE.contains(Double.MAX_VALUE)).isTrue();
  }

  @Test
  void shouldContainNothingBetweenWholeNumbersWhereItAllowsThoseOnly() {
    for (double value : new double[] {-1, Double.MIN_VALUE, 0.5, Math.nextDown(1.0), 2}) {
      assertThat(Range.FLAG.contains(value)).as("%s is a flag", value).isFalse();
    }
    for (double value : new double[] {0, -0.0, 1}) {
      assertThat(Range.FLAG.contains(value)).as("%s is a flag", value).isTrue();
    }
    assertThat(new Range(0, false, Double.POSITIVE_INFINITY, false, true).contains(1e300)).isTrue();
  }

  @Test
  void shouldNeverContainNaN() {
    assertThat(Range.FINITE.contains(Double.NaN)).isFalse();
    assertThat(Range.FLAG.contains(Double.NaN)).isFalse();
    assertThat(
            new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true)
                .contains(Double.NaN))
        .isFalse();
  }
}
