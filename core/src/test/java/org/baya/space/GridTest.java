package org.baya.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void shouldNumberNodesColumnByColumnFromTheTop() {
    Grid grid = new Grid(List.of(5, 4), new Extent(List.of(1.0, 1.0), List.of(0.0, 0.0)));
    assertThat(grid.nodes()).isEqualTo(20);
    double[] x = grid.coordinates(0);
    double[] y = grid.coordinates(1);
    // The corners and neighbours of a layer of five columns and four rows.
    double[][] some = {{0, -0.4, 0.375}, {1, -0.4, 0.125}, {3, -0.4, -0.375}, {4, -0.2, 0.375}};
    for (double[] node : some) {
      assertThat(x[(int) node[0]]).isCloseTo(node[1], EXACT);
      assertThat(y[(int) node[0]]).isCloseTo(node[2], EXACT);
    }
    assertThat(x[19]).isCloseTo(0.4, EXACT);
    assertThat(y[19]).isCloseTo(-0.375, EXACT);
  }

  @Test
  void shouldFillTheExtentAroundItsCentre() {
    Grid grid = new Grid(List.of(5, 1), new Extent(List.of(2.0, 0.5), List.of(10.0, -1.0)));
    assertThat(grid.coordinates(0)).containsExactly(new double[] {9.2, 9.6, 10, 10.4, 10.8}, EXACT);
    assertThat(grid.coordinates(1)).containsOnly(-1.0);
    assertThat(grid.spacing(0)).isCloseTo(0.4, EXACT);
  }

  @Test
  void shouldRunFastestAlongZWhenThereAreThreeAxes() {
    Grid grid =
        new Grid(List.of(2, 2, 3), new Extent(List.of(2.0, 2.0, 3.0), List.of(0.0, 0.0, 0.0)));
    assertThat(grid.coordinates(2))
        .containsExactly(new double[] {-1, 0, 1, -1, 0, 1, -1, 0, 1, -1, 0, 1}, EXACT);
    assertThat(grid.coordinates(1))
        .containsExactly(
            new double[] {0.5, 0.5, 0.5, -0.5, -0.5, -0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5}, EXACT);
  }

  @Test
  void shouldFailWithTheNumbersWhenTheShapeIsWrong() {
    Extent unit = new Extent(List.of(1.0, 1.0), List.of(0.0, 0.0));
    assertThatThrownBy(() -> new Grid(List.of(5), unit))
        .hasMessage("shape: [5]; allowed are 2 or 3 whole numbers, at least 1");
    assertThatThrownBy(() -> new Grid(List.of(5, 0), unit)).hasMessageContaining("[5, 0]");
    assertThatThrownBy(() -> new Grid(List.of(5, 5, 5), unit))
        .hasMessageContaining("as many numbers as shape [5, 5, 5]");
    assertThatThrownBy(() -> new Grid(List.of(50_000, 50_000), unit))
        .hasMessageContaining("2147483647");
    assertThatThrownBy(() -> new Extent(List.of(1.0, -1.0), List.of(0.0, 0.0)))
        .hasMessage("extent: [1.0, -1.0]; allowed are numbers above 0");
  }
}
