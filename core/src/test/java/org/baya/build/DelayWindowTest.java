package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DelayWindowTest {

  private static Network network(int source, int target, String delay) {
    Connectivity edges =
        Connectivity.edges(new int[] {0, source}, new int[] {1, target}).with("d", 2.0, 0.7);
    return Network.of("n", 0.1)
        .with(Population.of("cells", "iaf_psc_exp", 3))
        .with(Projection.of("p", "cells", "cells", edges).with("delay", delay));
  }

  @ParameterizedTest
  @CsvSource({
    "d, 7",
    "'max(d, 1.0)', 10",
    "tau_m[target] / 10, 10",
    "d * tau_m[source] / 20, 4",
    "'uniform(0.5, 3.0)', 5",
    "'normal(2.0, 0.01)', 1",
    "5.0, 16"
  })
  void shouldBeAsLongAsTheSmallestDelayAllows(String delay, int steps) {
    assertThat(NetworkBuilder.build(network(1, 2, delay), 2).network().windowSteps())
        .isEqualTo(steps);
  }

  /** The scan for the smallest delay comes before all other checks of the edges. */
  @ParameterizedTest
  @CsvSource({"1, 3, target is 3", "1, -1, target is -1", "3, 1, source is 3"})
  void shouldTellTheRowOfANodeOutOfRangeWhenTheDelayLooksItUp(
      int source, int target, String problem) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> NetworkBuilder.build(network(source, target, "tau_m[target] / tau_m[source]"), 2))
        .withMessageContaining("row 1: " + problem + "; allowed is 0 to 2");
  }
}
