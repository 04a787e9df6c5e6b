package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnReadBenchmarkTest {
  @Test
  void shouldReadTheSameNumbersFromEveryType() {
    double floats = read("float32");
    assertThat(floats).isPositive();
    assertThat(read("float64")).isEqualTo(floats);
    assertThat(read("int32")).isEqualTo(floats);
  }

  private static double read(String type) {
    ColumnReadBenchmark benchmark = new ColumnReadBenchmark();
    benchmark.type = type;
    benchmark.prepare();
    return benchmark.read();
  }
}
