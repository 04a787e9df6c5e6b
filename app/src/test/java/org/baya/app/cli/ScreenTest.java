package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  private final StringWriter err = new StringWriter();

  @Test
  void shouldPrintOneLineForEachPhaseInAPipe() {
    Screen screen = screen(Screen.Mode.PLAIN);
    assertThat(screen.during("build", () -> 0.5, () -> 7)).isEqualTo(7);
    screen.say("a message");
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(err.toString())
        .startsWith("build: done in 0.")
        .doesNotContain("\r")
        .doesNotContain("\033");
  }

  @Test
  void shouldDrawOverOneLineOnATerminalAndEraseItAtTheEnd() {
    CountDownLatch drawn = new CountDownLatch(2);
    screen(Screen.Mode.LIVE)
        .during(
            "simulate",
            () -> {
              drawn.countDown();
              return 0.25;
            },
            () -> await(drawn));
    assertThat(err.toString())
        .contains("\rsimulate  [#######-----------------------]  25 %  ETA ")
        .endsWith(" \r")
        .doesNotContain("\n");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldSayNothingWhenQuiet() {
    Screen screen = screen(Screen.Mode.QUIET);
    screen.during("build", () -> 0.5, () -> 7);
    screen.say("a message");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.004, 0.5, 0.999, 1, 1.5, Double.NaN})
  void shouldFitIntoEightyColumnsWhateverIsLeftToDo(double share) {
    for (double elapsedS : new double[] {0, 0.5, 100, 1e5, 1e9}) {
      assertThat(screen(Screen.Mode.LIVE).line("simulate", share, elapsedS)).hasSizeLessThan(80);
    }
  }

  @Test
  void shouldColourOnlyWhenAllowed() {
    assertThat(new Screen(new PrintWriter(err), Screen.Mode.LIVE, true).line("build", 0.5, 1))
        .contains("\033[32m");
    assertThat(screen(Screen.Mode.LIVE).line("build", 0.5, 1)).doesNotContain("\033");
  }

  private Screen screen(Screen.Mode mode) {
    return new Screen(new PrintWriter(err), mode, false);
  }
}
