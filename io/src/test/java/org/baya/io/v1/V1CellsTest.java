package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V1CellsTest {
  private static final V1Parameters TABLES = V1Parameters.load();
  private static final V1Cells CORE = V1Cells.place(TABLES, V1Settings.of(400.0, 1, 1));

  @Test
  void shouldHaveThePublishedNumbersInTheCore() {
    assertThat(CORE.count()).isEqualTo(51_978);
    for (int i = 0; i < TABLES.populationList().size(); i++) {
      assertThat(CORE.populationStart()[i + 1] - CORE.populationStart()[i])
          .isEqualTo(TABLES.populationList().get(i).coreCount());
    }
  }

  @Test
  void shouldScaleNumbersWithTheArea() {
    V1Cells small = V1Cells.place(TABLES, V1Settings.of(100.0, 1, 1));
    assertThat(small.count()).isCloseTo(51_978 / 16, within(11));
    assertThat(small.populationStart()[2] - small.populationStart()[1])
        .isEqualTo(Math.round(12_689 / 16.0));
  }

  @Test
  void shouldDivideAPopulationAmongItsTypesInProportion() {
    assertThat(V1Cells.apportion(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(V1Cells.apportion(7, new long[] {60, 30, 10})).containsExactly(4, 2, 1);
    assertThat(V1Cells.apportion(0, new long[] {5, 6})).containsExactly(0, 0);
    for (int type = 0; type < TABLES.typeList().size(); type++) {
      V1CellType cellType = TABLES.typeList().get(type);
      int full =
          TABLES.typeList().stream()
              .filter(other -> other.population() == cellType.population())
              .mapToInt(V1CellType::fullCount)
              .sum();
      double share =
          (double) TABLES.populationList().get(cellType.population()).coreCount()
              * cellType.fullCount()
              / full;
      assertThat((double) CORE.typeStart()[type + 1] - CORE.typeStart()[type])
          .isCloseTo(share, within(1.0));
    }
  }

  @Test
  void shouldNumberCellsByPopulationAndType() {
    assertThat(CORE.populations()).isSorted();
    assertThat(CORE.types()).isSorted();
    for (int cell = 0; cell < CORE.count(); cell++) {
      assertThat(TABLES.typeList().get(CORE.types()[cell]).population())
          .isEqualTo(CORE.populations()[cell]);
    }
  }

  @Test
  void shouldFillDiscAndDepthRangeEvenly() {
    double[] squares = new double[12_689];
    double[] angles = new double[12_689];
    double[] depths = new double[12_689];
    int first = CORE.populationStart()[1];
    for (int i = 0; i < squares.length; i++) {
      double x = CORE.x()[first + i];
      double z = CORE.z()[first + i];
      squares[i] = (x * x + z * z) / (400.0 * 400.0);
      angles[i] = (Math.atan2(z, x) + Math.PI) / (2.0 * Math.PI);
      depths[i] = (CORE.y()[first + i] - 100.0) / 210.0;
    }
    // Kolmogorov-Smirnov at false-alarm probability 1e-4 each: 2.23 / sqrt(n).
    double limit = 2.23 / Math.sqrt(squares.length);
    assertThat(distanceFromUniform(squares)).isLessThan(limit);
    assertThat(distanceFromUniform(angles)).isLessThan(limit);
    assertThat(distanceFromUniform(depths)).isLessThan(limit);
  }

  @Test
  void shouldKeepAllPopulationsInTheirDepthRange() {
    for (int cell = 0; cell < CORE.count(); cell++) {
      V1Population population = TABLES.populationList().get(CORE.populations()[cell]);
      assertThat((double) CORE.y()[cell]).isBetween(population.topUm(), population.bottomUm());
      assertThat(Math.hypot(CORE.x()[cell], CORE.z()[cell])).isLessThan(400.0 + 1e-4);
    }
  }

  @Test
  void shouldGiveEachTypeTheWholeCircleOfTuningAnglesInRandomOrder() {
    int type = CORE.types()[CORE.populationStart()[1]];
    int first = CORE.typeStart()[type];
    double[] angles = Arrays.copyOfRange(CORE.tuning(), first, CORE.typeStart()[type + 1]);
    double[] drawn = angles.clone();
    Arrays.sort(angles);
    assertThat(drawn).isNotEqualTo(angles);
    for (int i = 0; i < angles.length; i++) {
      assertThat(angles[i]).isCloseTo(360.0 * i / (angles.length - 1), within(1e-9));
    }
  }

  @Test
  void shouldFoldDifferencesOfTuningAngles() {
    assertThat(V1Cells.orientationDifference(10.0, 350.0)).isCloseTo(20.0, within(1e-12));
    assertThat(V1Cells.orientationDifference(0.0, 360.0)).isZero();
    assertThat(V1Cells.orientationDifference(0.0, 180.0)).isZero();
    assertThat(V1Cells.orientationDifference(90.0, 0.0)).isEqualTo(90.0);
    assertThat(V1Cells.orientationDifference(300.0, 20.0)).isCloseTo(80.0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0.0, -1.0, 845.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldRefuseARadiusOutOfRange(double radius) {
    assertThatThrownBy(() -> V1Settings.of(radius, 1, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("radius")
        .hasMessageContaining(Double.toString(radius))
        .hasMessageContaining("845");
  }

  @Test
  void shouldRefuseARadiusThatLeavesNoCell() {
    assertThatThrownBy(() -> V1Cells.place(TABLES, V1Settings.of(1.0, 1, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("leaves no cell");
  }

  @Test
  void shouldRefuseNoThreads() {
    assertThatThrownBy(() -> V1Settings.of(400.0, 1, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("threads");
  }

  /**
   * The Kolmogorov-Smirnov distance of {@code values}, which are sorted, from the uniform
   * distribution on 0..1.
   */
  private static double distanceFromUniform(double[] values) {
    Arrays.sort(values);
    double largest = 0.0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(values[i] - (i + 0.5) / values.length));
    }
    return largest;
  }
}
