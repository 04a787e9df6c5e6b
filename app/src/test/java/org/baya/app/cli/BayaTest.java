package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void shouldSuggestTheCommandWhenItIsMisspelt() {
    assertThat(run("rum", "x.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("baya: no command 'rum'; did you mean 'run'?");
    assertThat(run("generate", "v2")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no command 'v2'; did you mean 'v1'?");
    assertThat(run("export")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("export what? known: nest");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldHelpWithEveryCommandThatItsHelpLists() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    String overview = out.toString();
    List<String> commands =
        overview
            .lines()
            .dropWhile(line -> !line.startsWith("Commands"))
            .skip(1)
            .filter(line -> line.matches("  \\S.*"))
            .map(line -> line.strip().split(" {2,}", -1)[0])
            .toList();
    assertThat(commands).contains("run", "generate v1").hasSizeGreaterThan(9);
    for (String command : commands) {
      out.getBuffer().setLength(0);
      List<String> words = new ArrayList<>(List.of("--debug"));
      words.addAll(List.of(command.split(" ", -1)));
      words.add("-h");
      assertThat(run(words.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
      assertThat(out.toString()).startsWith("Usage: baya " + command + " ").contains("--debug");
    }
    out.getBuffer().setLength(0);
    assertThat(run("generate", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("generate v1").doesNotContain("bench");
    assertThat(err.toString()).isEmpty();
  }

  private int run(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }
}
