package org.baya.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WindowBarrierTest {
  private static final int ROUNDS = 300;

  /** Longer than a waiting worker stays awake. */
  private static final long LATE_MS = 2;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void shouldLetNobodyPassBeforeAllHaveArrived(int workers) throws InterruptedException {
    WindowBarrier barrier = new WindowBarrier(workers);
    AtomicInteger arrivals = new AtomicInteger();
    List<Integer> met = new ArrayList<>();
    AtomicBoolean early = new AtomicBoolean();
    Thread[] threads = new Thread[workers];
    for (int worker = 0; worker < workers; worker++) {
      int mine = worker;
      threads[worker] =
          Thread.ofPlatform()
              .start(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                  if (round % 20 == 0 && round / 20 % workers == mine) {
                    pause();
                  }
                  arrivals.incrementAndGet();
                  boolean going = barrier.await(mine, () -> met.add(arrivals.get()));
                  early.compareAndSet(false, !going || arrivals.get() < workers * (round + 1));
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(early).isFalse();
    Integer[] expected = new Integer[ROUNDS];
    Arrays.setAll(expected, round -> workers * (round + 1));
    assertThat(met).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, LATE_MS})
  void shouldSendThoseHomeWhoWaitWhenOneFails(long laterMs) throws InterruptedException {
    WindowBarrier barrier = new WindowBarrier(2);
    AtomicBoolean going = new AtomicBoolean(true);
    Thread waiting =
        Thread.ofPlatform().start(() -> going.set(barrier.await(1, () -> going.set(true))));
    Thread.sleep(laterMs);

    barrier.fail();
    waiting.join();

    assertThat(going).isFalse();
  }

  private static void pause() {
    try {
      Thread.sleep(LATE_MS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
