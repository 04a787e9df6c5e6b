package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Map;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStepsTest {
  private static final int FEW = 1_000;

  /** Their accumulators for a single step take 80 MB. */
  private static final int MANY = 5_000_000;

  private static Network network(int neurons, String delay) {
    return Network.of("t", 0.1)
        .with(Population.of("n", "iaf_psc_exp", neurons))
        .with(projection("random").with("weight", "normal(1, 0.1)").with("delay", delay));
  }

  private static Projection projection(String name) {
    return Projection.of(
        name,
        "n",
        "n",
        new Connectivity.Rule("fixed_total_number", Map.of("N", Value.of(10_000_000))));
  }

  private static int steps(Network network) {
    try (Arena arena = Arena.ofShared()) {
      return Blueprint.of(network, 1, arena).deliverySteps();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.15, 1",
    "0.1, 0.6, 1",
    "0.1, 0.8, 2",
    "0.1, 1.2, 3",
    "0.1, 9, 4",
    "0.3, 9, 3"
  })
  void shouldBeHalfTheMeanDelayWithinBoundsWhereAccumulatorsAreSmall(
      double low, double high, int steps) {
    assertThat(steps(network(FEW, "uniform(" + low + ", " + high + ")"))).isEqualTo(steps);
  }

  @Test
  void shouldBeOneStepWhereAccumulatorsOutgrowEveryCache() {
    assertThat(steps(network(MANY, "uniform(0.1, 9)"))).isEqualTo(1);
  }

  /** Lists are added one after the other in each stretch, so it must not depend on the machine. */
  @Test
  void shouldDependOnDelaysAloneWhereSynapsesLieInSeveralLists() {
    Projection constant = projection("constant").with("weight", 2).with("delay", "uniform(0.1, 9)");
    assertThat(steps(network(MANY, "uniform(0.1, 9)").with(constant))).isEqualTo(4);
    assertThat(steps(network(FEW, "uniform(0.1, 9)").with(constant))).isEqualTo(4);
  }
}
