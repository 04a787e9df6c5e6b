package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class V1ParametersTest {
  private static final V1Parameters TABLES = V1Parameters.load();

  @Test
  void shouldHoldThePublishedPopulationsAndTypes() {
    assertThat(TABLES.populationList()).hasSize(21);
    assertThat(TABLES.populationList().stream().mapToInt(V1Population::coreCount).sum())
        .isEqualTo(51_978);
    assertThat(TABLES.typeList()).hasSize(111);
    assertThat(TABLES.typeList().stream().mapToInt(V1CellType::fullCount).sum()).isEqualTo(230_924);
    assertThat(TABLES.typeList().getFirst().id()).isEqualTo("475585413");
  }

  @Test
  void shouldKeepTypesOfAPopulationTogether() {
    assertThat(TABLES.typeList().stream().map(V1CellType::population).toList()).isSorted();
  }

  @Test
  void shouldNameConnectionClassesByLayerAndMarker() {
    assertThat(TABLES.populationList().stream().map(V1Population::connectionClass).distinct())
        .containsExactly(
            "i1H", "e2", "i2H", "i2P", "i2S", "e4", "i4H", "i4P", "i4S", "e5", "i5H", "i5P", "i5S",
            "e6", "i6H", "i6P", "i6S");
  }

  @Test
  void shouldKnowWeightAndDelayOfEveryPairThatConnects() {
    int pairs = 0;
    for (int source = 0; source < TABLES.populationList().size(); source++) {
      for (int target = 0; target < TABLES.populationList().size(); target++) {
        boolean connected = TABLES.connection(source, target).isPresent();
        pairs += connected ? 1 : 0;
        for (int type = 0; type < TABLES.typeList().size(); type++) {
          if (TABLES.typeList().get(type).population() == target) {
            assertThat(TABLES.edgeType(source, type).isPresent()).isEqualTo(connected);
          }
        }
      }
    }
    assertThat(pairs).isEqualTo(312);
  }

  @Test
  void shouldGiveThePublishedProbabilityAtDistanceZero() {
    // Computed independently from the same table: class e2 to e2, and i2S to i2P, which is clipped
    // at 1.
    assertThat(
            TABLES
                .connection(population("e23Cux2"), population("e23Cux2"))
                .orElseThrow()
                .amplitude())
        .isCloseTo(0.197116, within(1e-6));
    assertThat(
            TABLES
                .connection(population("i23Sst"), population("i23Pvalb"))
                .orElseThrow()
                .amplitude())
        .isEqualTo(1.0);
  }

  @Test
  void shouldGiveTheLiteratureProbabilityAsMeanOverTheDisc() {
    V1Connection rule =
        TABLES.connection(population("e23Cux2"), population("i4Pvalb")).orElseThrow();
    double sum = 0.0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double square = 75.0 * 75.0 * (i + 0.5) / n;
      sum += rule.probability(square / (92.0 * 92.0), 0.0);
    }
    assertThat(sum / n).isCloseTo(0.083, within(1e-6));
  }

  @Test
  void shouldFallLinearlyWithTuningAndKeepTheMean() {
    V1Connection rule = TABLES.connection(population("e4Rorb"), population("e5Rbp4")).orElseThrow();
    assertThat(rule.probability(0.0, 90.0) / rule.probability(0.0, 0.0))
        .isCloseTo(0.8, within(1e-12));
    assertThat(rule.probability(0.0, 45.0)).isCloseTo(rule.amplitude(), within(1e-12));
    assertThat(rule.bound(0.25)).isEqualTo(rule.probability(0.25, 0.0));
  }

  static int population(String name) {
    return TABLES.populationList().stream().map(V1Population::name).toList().indexOf(name);
  }
}
