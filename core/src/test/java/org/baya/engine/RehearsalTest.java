package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.baya.build.BuildProgress;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.Slab;
import org.baya.compiled.SynapseTable;
import org.baya.network.Network;
import org.baya.network.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTest {
  private static CompiledNetwork build(
      Network network, int threads, Consumer<CompiledNetwork> rehearsal) {
    return NetworkBuilder.build(network, threads, new BuildProgress(), rehearsal).network();
  }

  private static CompiledNetwork madeUp(Network network) throws Exception {
    CompletableFuture<CompiledNetwork> madeUp = new CompletableFuture<>();
    build(network, 2, madeUp::complete);
    return madeUp.get(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldChangeNoResult(int threads) throws Exception {
    Network network = Mixed.randomDelays();
    CompletableFuture<Boolean> rehearsed = new CompletableFuture<>();
    Rehearsal rehearsal = new Rehearsal(like -> (keys, n) -> {});
    CompiledNetwork with =
        build(
            network,
            threads,
            like -> {
              rehearsal.accept(like);
              rehearsed.complete(true);
            });
    Run run = Run.of(with, threads).run(40);
    assertThat(rehearsed.get(20, TimeUnit.SECONDS)).isTrue();
    Run without = Run.of(network, threads, threads).run(40);
    assertThat(without.keys()).isNotEmpty();
    assertThat(run.keys()).isEqualTo(without.keys());
  }

  @Test
  void shouldGoThroughTheSameLoops() throws Exception {
    for (Network network : List.of(Mixed.randomDelays(), Mixed.fixedDelays())) {
      CompiledNetwork real = NetworkBuilder.build(network, 2).network();
      CompiledNetwork like = madeUp(network);
      assertThat(like.windowSteps()).isEqualTo(real.windowSteps());
      assertThat(like.deliverySteps()).isEqualTo(real.deliverySteps());
      assertThat(like.shards().getFirst().slabs().stream().map(Slab::dynamics).distinct())
          .isNotEmpty()
          .isSubsetOf(real.shards().getFirst().slabs().stream().map(Slab::dynamics).toList());
      assertThat(forms(like)).isNotEmpty().isEqualTo(forms(real));
      assertThat(like.shards().getFirst().poisson()).isNotEmpty();
    }
  }

  private static List<Class<?>> forms(CompiledNetwork network) {
    return network.shards().getFirst().synapses().stream()
        .map(SynapseTable::weights)
        .<Class<?>>map(Object::getClass)
        .toList();
  }

  @Test
  void shouldLetNeuronsAndOthersSpikeUntilItEnds() throws Exception {
    CompiledNetwork like = madeUp(Mixed.randomDelays());
    AtomicLong heard = new AtomicLong();
    new Rehearsal(network -> (keys, n) -> heard.addAndGet(n)).accept(like);
    long given = like.given().keys().length;
    assertThat(heard.get()).isGreaterThan(0).isLessThan(10 * given);
  }

  /** The run must not wait for it, nor share its cores with it. */
  @Test
  void shouldEndWithTheBuild() throws Exception {
    CompiledNetwork like = madeUp(Mixed.fixedDelays());
    AtomicInteger windows = new AtomicInteger();
    Rehearsal rehearsal = new Rehearsal(network -> (keys, n) -> windows.incrementAndGet());
    rehearsal.close();
    rehearsal.accept(like);
    assertThat(windows).hasValue(1);
  }

  @Test
  void shouldLeaveFewNeuronsAlone() throws Exception {
    AtomicBoolean called = new AtomicBoolean();
    Network few = Network.of("few", 0.1).with(Population.of("n", "iaf_psc_exp", 199));
    build(few, 1, like -> called.set(true));
    Optional<Thread> warmUp =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("baya-warm-up"))
            .findFirst();
    if (warmUp.isPresent()) {
      warmUp.get().join(20_000);
    }
    assertThat(called).isFalse();
  }
}
