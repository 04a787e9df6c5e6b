package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateBenchmarkTest {
  private static final int NEURONS = 101;
  private static final int WINDOW = 10;
  private static final int WINDOWS = 50;
  private static final Set<String> IGNORING_WEIGHTS = Set.of("parrot_neuron", "ignore_and_fire");

  static Stream<Cell> cells() {
    return Cell.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldGiveTheSameSpikesAtPlausibleRatesInBothKernelsUnderInput(Cell cell) {
    CellGroup plain = group(cell, false, true).storingAll();
    CellGroup fastest = group(cell, true, true).storingAll();
    long spikes = 0;
    for (int i = 0; i < WINDOWS; i++) {
      int found = plain.advance(WINDOW);
      assertThat(fastest.advance(WINDOW)).isEqualTo(found);
      spikes += found;
    }

    assertThat(Arrays.mismatch(fastest.state(), plain.state()))
        .as("first difference of the states")
        .isEqualTo(-1);
    if (!IGNORING_WEIGHTS.contains(cell.model())) {
      double seconds = WINDOWS * WINDOW * 1e-4;
      assertThat(spikes / (NEURONS * seconds)).as("rate in Hz").isBetween(1.0, 100.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_exp, 1",
    "iaf_psc_exp, 10",
    "pp_psc_delta, 1",
    "pp_psc_delta, 5",
    "gif_psc_exp, 2"
  })
  void shouldGiveTheSameSpikesForAnyWindow(String name, int window) {
    Cell cell = Cell.of(name);
    CellGroup group =
        new CellGroup(cell, NEURONS, true, Drive.weight(cell), window, PerElement.SEED);
    CellGroup other = group(cell, false, true);
    long spikes = 0;
    long expected = 0;
    for (int step = 0; step < 1000; step += WINDOW) {
      for (int n = 0; n < WINDOW; n += window) {
        spikes += group.advance(window);
      }
      expected += other.advance(WINDOW);
    }
    assertThat(spikes).isEqualTo(expected).isPositive();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void shouldAllocateNothingOnceCompiled(Cell cell) {
    CellGroup group = group(cell, true, true);
    assertThat(AllocationMeter.bytesOnceCompiled(() -> repeat(group))).isZero();
  }

  @Test
  void shouldAllocateNothingInThePlainKernel() {
    CellGroup group = group(Cell.of("glif3_4"), false, true);
    assertThat(AllocationMeter.bytesOnceCompiled(() -> repeat(group))).isZero();
  }

  @Test
  void shouldMakeTheUpdatesThatAnOperationCounts() {
    for (int neurons : new int[] {1, 10_000, 100_000}) {
      for (int window : new int[] {1, 10}) {
        assertThat(UpdateBenchmark.UPDATES % (neurons * window)).isZero();
      }
    }
  }

  private static void repeat(CellGroup group) {
    for (int i = 0; i < 4; i++) {
      group.advance(WINDOW);
    }
  }

  private static CellGroup group(Cell cell, boolean fastest, boolean driven) {
    double weight = driven ? Drive.weight(cell) : 0;
    return new CellGroup(cell, NEURONS, fastest, weight, WINDOW, PerElement.SEED);
  }
}
