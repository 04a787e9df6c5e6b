package org.baya.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProcessClockTest {
  @Test
  void shouldCountFromTheStartOfTheProcess() {
    ProcessClock clock = ProcessClock.start();
    double sinceStartS =
        (System.currentTimeMillis()
                - ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli())
            / 1000.0;
    // Java knows the start to about a second only.
    assertThat(clock.seconds()).isCloseTo(sinceStartS, Offset.offset(2.0));
  }

  @Test
  void shouldNotRunBackwards() {
    ProcessClock clock = ProcessClock.start();
    double before = clock.seconds();
    assertThat(before).isPositive();
    assertThat(clock.seconds()).isGreaterThanOrEqualTo(before);
  }
}
