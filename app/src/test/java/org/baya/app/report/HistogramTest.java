package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void shouldCountIntoHalfOpenBins() {
    Histogram histogram = Histogram.linear(0, 0.5, 4);
    for (double value : new double[] {0, 0.49, 0.5, 1.99, 2, 7, -0.1, Double.NaN}) {
      histogram.add(value);
    }
    assertThat(histogram.counts()).containsExactly(2, 1, 0, 1);
    assertThat(histogram.above()).isEqualTo(2);
    assertThat(histogram.below()).isEqualTo(2);
  }

  @Test
  void shouldLeaveNoBinWithoutAMultipleOfTheQuantum() {
    double[] edges = Histogram.logarithmic(1.0, 1000, 12).edges();
    assertThat(edges[0]).isEqualTo(0.5);
    assertThat(edges[edges.length - 1]).isGreaterThanOrEqualTo(1000);
    for (int i = 1; i < edges.length; i++) {
      assertThat(Math.floor(edges[i]) - Math.floor(edges[i - 1])).isGreaterThanOrEqualTo(1);
    }
    assertThat(edges).hasSizeBetween(25, 41);
  }

  @Test
  void shouldEndEvenWhenTheRangeIsAbsurd() {
    assertThat(Histogram.logarithmic(1e-3, 1e30, 12).edges().length).isLessThan(400);
  }

  @Test
  void shouldRefuseASingleEdge() {
    assertThatThrownBy(() -> new Histogram(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldCountSortedValuesAsOneByOne() {
    double[] values = {-1, 0, 0.5, 1, 1, 1.5, 2, 7};
    Histogram one = Histogram.linear(0, 1, 2);
    Histogram sorted = Histogram.linear(0, 1, 2);
    for (double value : values) {
      one.add(value);
    }
    sorted.addSorted(values, 0);
    assertThat(sorted.counts()).isEqualTo(one.counts()).containsExactly(2, 3);
    assertThat(sorted.below()).isEqualTo(one.below()).isEqualTo(1);
    assertThat(sorted.above()).isEqualTo(one.above()).isEqualTo(2);
    sorted.add(one);
    assertThat(sorted.counts()).containsExactly(4, 6);
    assertThat(sorted.below() + sorted.above()).isEqualTo(6);
  }
}
