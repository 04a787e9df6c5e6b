package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BayaTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldPrintNameAndVersionWhenAskedForTheVersion() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("baya ").contains(Runtime.version().toString());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldPrintUsageToStdoutWhenAskedForHelp() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Usage: baya").contains("--debug");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldExitWithUsageErrorWhenNoCommandIsNamed() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("baya: which command?").contains("baya --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldNameTheOptionWhenItIsUnknown() {
    assertThat(run("--versoin")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--versoin").doesNotContain("\tat ");
  }

  private int run(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err), new Thread());
  }
}
