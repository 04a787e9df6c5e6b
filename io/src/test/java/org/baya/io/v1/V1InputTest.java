package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class V1InputTest {
  private static final V1Parameters TABLES = V1Parameters.load();
  private static final V1Settings SETTINGS = V1Settings.of(200.0, 3, 1);
  private static final V1Cells CELLS = V1Cells.place(TABLES, SETTINGS);
  private static final V1Input INPUT = V1Input.connect(TABLES, CELLS, SETTINGS);

  @Test
  void shouldDriveEachPopulationWithItsProbabilityAndNumberOfSynapses() {
    int[] indegree = new int[CELLS.count()];
    Arrays.stream(INPUT.targets()).forEach(target -> indegree[target]++);
    for (int i = 0; i < TABLES.populationList().size(); i++) {
      V1Population population = TABLES.populationList().get(i);
      int[] degrees =
          Arrays.copyOfRange(indegree, CELLS.populationStart()[i], CELLS.populationStart()[i + 1]);
      boolean weightless = population.lgnWeightPa() == 0.0;
      double p = weightless ? 0.0 : population.lgnProbability();
      long driven = Arrays.stream(degrees).filter(degree -> degree > 0).count();
      // 21 comparisons at 5 sd: false alarm below 1e-4.
      assertThat((double) driven)
          .isCloseTo(p * degrees.length, within(5.0 * Math.sqrt(p * (1.0 - p) * degrees.length)));
      assertThat(Arrays.stream(degrees).filter(degree -> degree > 0))
          .allMatch(degree -> degree == population.lgnSynapses());
    }
  }

  @Test
  void shouldSortSynapsesByTargetThenSource() {
    assertThat(INPUT.sources()).hasSize(INPUT.edges());
    for (int i = 1; i < INPUT.edges(); i++) {
      assertThat(INPUT.targets()[i]).isGreaterThanOrEqualTo(INPUT.targets()[i - 1]);
      if (INPUT.targets()[i] == INPUT.targets()[i - 1]) {
        assertThat(INPUT.sources()[i]).isGreaterThanOrEqualTo(INPUT.sources()[i - 1]);
      }
    }
    assertThat(Arrays.stream(INPUT.sources())).allMatch(source -> source >= 0 && source < 17_400);
  }

  @Test
  void shouldTakeSourcesThatLieNearInX() {
    double[] low = new double[V1Input.LGN_SOURCES];
    double[] high = new double[V1Input.LGN_SOURCES];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < INPUT.edges(); i++) {
      int source = INPUT.sources()[i];
      double x = CELLS.x()[INPUT.targets()[i]];
      low[source] = Math.min(low[source], x);
      high[source] = Math.max(high[source], x);
    }
    // 1,800 of 17,400 sources over 400 um are 41 um wide; near the rim windows are shifted inwards,
    // so that targets reach half a
    // width further.
    double width = 400.0 * 1800.0 / 17_400.0;
    int wide = 0;
    for (int source = 0; source < low.length; source++) {
      double reach = high[source] - low[source];
      boolean central = low[source] > -120.0 && high[source] < 120.0;
      assertThat(reach).isLessThan((central ? 1.0 : 1.5) * width * 1.1);
      wide += reach > 0.8 * width ? 1 : 0;
    }
    assertThat(wide).isGreaterThan(5_000);
  }

  @Test
  void shouldGiveTheWeightsThatNestRan() {
    // Rows of the small network's bkg_weights and, with its gain of 12 instead of 8, of its input
    // weights.
    assertThat((double) background("475585413", 3)).isCloseTo(3.69945645, within(1e-6));
    assertThat((double) background("487661754", 1)).isCloseTo(1.96634746, within(1e-6));
    assertThat((double) background("479225080", 1)).isCloseTo(5.31239372e-8, within(1e-13));
    assertThat((double) background("487176969", 3)).isCloseTo(1.28888237, within(1e-6));
    assertThat((double) background("475585413", 1)).isZero();
    assertThat(INPUT.typeWeights()[0] * 12.0 / 8.0).isCloseTo(2.7642105, within(1e-6));
  }

  @Test
  void shouldPutBackgroundOnThePortOfExcitationAlone() {
    for (int cell = 0; cell < CELLS.count(); cell++) {
      boolean excitatory = TABLES.populationList().get(CELLS.populations()[cell]).excitatory();
      for (int port = 0; port < 4; port++) {
        float weight = INPUT.backgroundWeights()[cell * 4 + port];
        if (port == (excitatory ? 0 : 2)) {
          assertThat(weight).isPositive();
        } else {
          assertThat(weight).isZero();
        }
      }
    }
  }

  private static float background(String typeId, int port) {
    int type = TABLES.typeList().stream().map(V1CellType::id).toList().indexOf(typeId);
    return INPUT.backgroundWeights()[CELLS.typeStart()[type] * 4 + port - 1];
  }
}
