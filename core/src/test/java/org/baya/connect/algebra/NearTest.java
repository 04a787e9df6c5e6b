package org.baya.connect.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nodes near a point, against a look at every node. */
class NearTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "1, 1", "2, 1", "3, 1", "2, 0.7"})
  void shouldFindExactlyTheNearPairsWhenSpaceIsDivided(int axes, double period) {
    SplittableRandom random = new SplittableRandom(axes);
    for (double radius : new double[] {0, 1e-9, 0.03, 0.2, 0.5, 0.8, 3, Double.POSITIVE_INFINITY}) {
      int sources = random.nextInt(150);
      int targets = 1 + random.nextInt(100);
      Geometry geometry = Scenes.geometry(sources, targets, axes, period, random.nextLong());
      Scene scene = new Scene(sources, targets, 1, 1, Scenes.around(geometry), "p");
      for (boolean byTarget : new boolean[] {true, false}) {
        Side side =
            byTarget
                ? new Side(true, targets, sources, scene)
                : new Side(false, sources, targets, scene);
        RowCursor cursor = Mask.disc(radius).rows(side).cursor();
        for (int row = 0; row < side.rows(); row++) {
          int n = cursor.draw(row);
          int k = 0;
          for (int node = 0; node < side.nodes(); node++) {
            double distance =
                byTarget ? geometry.distance(node, row) : geometry.distance(row, node);
            if (distance < radius) {
              assertThat(k < n && cursor.nodes()[k] == node).isTrue();
              k++;
            }
          }
          assertThat(k).isEqualTo(n);
        }
      }
    }
  }
}
