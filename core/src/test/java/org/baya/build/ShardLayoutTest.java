package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardLayoutTest {

  /** Random populations of one to 40 ports, of any size, on any number of threads. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldPlaceEveryNeuronOnceInShardsThatSlotNumbersCanCount(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = Network.of("t", 1);
    int neurons = 0;
    for (int i = 0; i < random.nextInt(1, 6); i++) {
      int size = random.nextInt(random.nextBoolean() ? 30 : 20_000);
      double[] tau = random.doubles(random.nextInt(1, 40), 1, 5).toArray();
      network =
          network.with(
              Population.of("p" + i, "glif_psc", size).with("tau_syn", new Value.Vector(tau)));
      network = network.with(Population.of("noise" + i, "poisson_generator", random.nextInt(5)));
      neurons += size;
    }
    int threads = random.nextInt(1, 9);
    CompiledNetwork compiled = NetworkBuilder.build(network, threads).network();
    Set<Integer> placed = new HashSet<>();
    for (int number = 0; number < compiled.shards().size(); number++) {
      Shard shard = compiled.shards().get(number);
      assertThat(shard.slots()).isLessThanOrEqualTo(Shard.MAX_SLOTS);
      for (Slab slab : shard.slabs()) {
        for (int lane = 0; lane < slab.lanes(); lane++) {
          int node = slab.node()[lane];
          if (node >= 0) {
            assertThat(placed.add(node)).as("node %d is placed once", node).isTrue();
            int slot = slab.firstSlot() + lane / 8 * 8 * slab.dynamics().slots() + lane % 8;
            assertThat(compiled.slotOf()[node]).isEqualTo(number << 16 | slot);
          }
        }
      }
    }
    assertThat(placed).hasSize(neurons);
    assertThat(
            compiled.shards().size() % threads == 0
                || compiled.shards().size() < threads
                || neurons < 8 * compiled.shards().size())
        .isTrue();
  }

  @Test
  void shouldKeepOneSlabPerKindInAShard() {
    Network network =
        Network.of("t", 1)
            .with(Population.of("a", "iaf_psc_exp", 100))
            .with(Population.of("b", "iaf_psc_exp", 50));
    assertThat(NetworkBuilder.build(network, 1).network().shards())
        .singleElement()
        .satisfies(shard -> assertThat(shard.slabs()).hasSize(2));
    assertThat(NetworkBuilder.build(network, 2).network().shards())
        .hasSize(2)
        .allSatisfy(shard -> assertThat(shard.slabs()).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void shouldPlaceNeuronsOfAsManyPortsAsFit() {
    assertThat(NetworkBuilder.build(Network.of("t", 1).with(ports(8192, 20)), 1).network().shards())
        .hasSize(3)
        .allSatisfy(shard -> assertThat(shard.slots()).isEqualTo(Shard.MAX_SLOTS));
    Network mixed =
        Network.of("t", 1)
            .with(Population.of("one", "iaf_psc_exp", 3))
            .with(ports(8192, 9))
            .with(Population.of("two", "iaf_psc_exp", 1));
    assertThat(NetworkBuilder.build(mixed, 1).network().shards())
        .allSatisfy(shard -> assertThat(shard.slots()).isLessThanOrEqualTo(Shard.MAX_SLOTS));
  }

  @Test
  void shouldRefuseNeuronsOfMorePortsThanAShardCanNumber() {
    Population small = Population.of("one", "iaf_psc_exp", 3);
    for (Network network :
        List.of(
            Network.of("t", 1).with(ports(8193, 1)),
            Network.of("t", 1).with(small).with(ports(8193, 9)))) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> NetworkBuilder.build(network, 1))
          .withMessage("populations.many: 8193 receptor ports per neuron; allowed are up to 8192");
    }
  }

  private static Population ports(int ports, int size) {
    double[] tau = new double[ports];
    Arrays.fill(tau, 2);
    return Population.of("many", "glif_psc", size).with("tau_syn", new Value.Vector(tau));
  }

  /** 8,001 neurons of one kind are 1,001 blocks of 16 slots, 70 of another 9 blocks of 32. */
  @Test
  void shouldGiveEveryShardAnEqualShareOfEachKind() {
    Network network =
        Network.of("t", 1)
            .with(Population.of("a", "iaf_psc_exp", 8001))
            .with(ports(4, 70))
            .with(Population.of("b", "iaf_psc_exp", 30));
    assertThat(NetworkBuilder.build(network, 4).network().shards())
        .hasSize(8)
        .allSatisfy(shard -> {
          assertThat(shard.slabs().getFirst().slots()).isBetween(125 * 16, 126 * 16);
          assertThat(shard.slabs().get(1).slots()).isBetween(32, 2 * 32);
          assertThat(shard.slots()).isBetween(2032, 2064 + 16);
        });
  }

  /** Delays of 1.5 ms: one window. Scattered ones: more than a window, at most half their mean. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 15, 15",
    "0.3, 3, 3",
    "'redrawn(normal(1.5, 0.75), 0.05, inf)', 1, 4",
    "'uniform(0.2, 0.9)', 2, 2",
    "'uniform(0.1, 0.3)', 1, 1",
    "'uniform(0.1, 30)', 1, 4"
  })
  void shouldDeliverKnownEventsForSomeStepsAtOnce(String delay, int window, int delivery) {
    Network network =
        Network.of("t", 0.1)
            .with(Population.of("a", "iaf_psc_exp", 200))
            .with(
                Projection.of("p", "a", "a", Connectivity.rule("all_to_all")).with("delay", delay));
    CompiledNetwork compiled = NetworkBuilder.build(network, 1).network();
    assertThat(compiled.windowSteps()).isEqualTo(window);
    assertThat(compiled.deliverySteps()).isEqualTo(delivery);
  }
}
