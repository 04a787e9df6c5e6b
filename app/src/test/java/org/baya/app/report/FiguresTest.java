package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void shouldGroupThousands() {
    assertThat(Figures.grouped(0)).isEqualTo("0");
    assertThat(Figures.grouped(999)).isEqualTo("999");
    assertThat(Figures.grouped(-1000)).isEqualTo("-1,000");
    assertThat(Figures.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
    assertThat(Figures.plain(12_000)).isEqualTo("12,000");
    assertThat(Figures.plain(0.5)).isEqualTo("0.5");
    assertThat(Figures.fixed(6.625, 2)).isEqualTo("6.63");
    assertThat(Figures.fixed(Double.NaN, 2)).isEqualTo("–");
  }

  @Test
  void shouldChooseRoundTicks() {
    Ticks ticks = Ticks.of(1000, 10);
    assertThat(ticks.step()).isEqualTo(100);
    assertThat(ticks.count()).isEqualTo(11);
    assertThat(Ticks.of(0.37, 4).label(3)).isEqualTo("0.3");
    assertThat(Ticks.of(7, 4).step()).isEqualTo(2);
    assertThat(Ticks.of(0, 4).count()).isEqualTo(1);
  }
}
