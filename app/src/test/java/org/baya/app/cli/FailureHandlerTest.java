package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.junit.jupiter.api.Test;

class FailureHandlerTest {
  private boolean debug;
  private final StringWriter err = new StringWriter();

  @Test
  void shouldExitWithThreeAndOneLineWhenTheInputIsWrong() {
    InvalidInputException wrong =
        new InvalidInputException("v1.yaml: duration", "is\n-1, must be positive");

    assertThat(report(wrong)).isEqualTo(3);
    assertThat(err)
        .hasToString("baya: v1.yaml: duration: is -1, must be positive" + System.lineSeparator());
  }

  @Test
  void shouldExitWithOneAndOneLineWhenTheRunFails() {
    assertThat(report(new SimulationException("V_m of v1[3] is no longer finite"))).isEqualTo(1);
    assertThat(err).hasToString("baya: V_m of v1[3] is no longer finite" + System.lineSeparator());
  }

  @Test
  void shouldNameTheExceptionAndTheDebugOptionWhenTheFailureIsUnexpected() {
    assertThat(report(new IllegalStateException("odd"))).isEqualTo(1);
    assertThat(err.toString()).contains("IllegalStateException: odd").contains("--debug");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void shouldTellTheHeapLimitWhenMemoryRunsOut() {
    assertThat(report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(err.toString())
        .contains("out of memory: Java heap space")
        .contains("MiB")
        .contains("BAYA_OPTS");
  }

  @Test
  void shouldPrintTheStackTraceWhenDebugIsGiven() {
    debug = true;

    assertThat(report(new InvalidInputException("here", "wrong"))).isEqualTo(3);
    assertThat(err.toString())
        .contains("\tat ")
        .contains("shouldPrintTheStackTraceWhenDebugIsGiven");
  }

  private int report(Throwable failure) {
    return new FailureHandler(debug).report(failure, new PrintWriter(err));
  }
}
