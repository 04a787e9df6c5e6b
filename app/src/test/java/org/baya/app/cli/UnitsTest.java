package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void shouldGroupDigits() {
    assertThat(Units.count(0)).isEqualTo("0");
    assertThat(Units.count(14_423_001)).isEqualTo("14,423,001");
  }

  @Test
  void shouldChooseTheUnitOfBytes() {
    assertThat(Units.bytes(0)).isEqualTo("0 B");
    assertThat(Units.bytes(999)).isEqualTo("999 B");
    assertThat(Units.bytes(1000)).isEqualTo("1.0 KB");
    assertThat(Units.bytes(99_960)).isEqualTo("100 KB");
    assertThat(Units.bytes(999_700)).isEqualTo("1.0 MB");
    assertThat(Units.bytes(312e6)).isEqualTo("312 MB");
    assertThat(Units.bytes(5e15)).isEqualTo("5000 TB");
  }

  @Test
  void shouldChooseTheUnitOfTime() {
    assertThat(Units.seconds(0.834)).isEqualTo("0.83 s");
    assertThat(Units.seconds(9.996)).isEqualTo("10 s");
    assertThat(Units.seconds(119.4)).isEqualTo("119 s");
    assertThat(Units.seconds(119.6)).isEqualTo("2 min 00 s");
    assertThat(Units.seconds(7199)).isEqualTo("119 min 59 s");
    assertThat(Units.seconds(7260)).isEqualTo("2 h 01 min");
  }

  @Test
  void shouldPrintNumbersPlainly() {
    assertThat(Units.plain(1000)).isEqualTo("1000");
    assertThat(Units.plain(0.1)).isEqualTo("0.1");
    assertThat(Units.plain(-70)).isEqualTo("-70");
    assertThat(Units.plain(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }
}
