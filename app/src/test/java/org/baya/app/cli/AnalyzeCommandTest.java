package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;
  private Path file;

  /** Nodes 5 and 7 of e, a clock of 10 ms and one spike; node 0 of i. */
  @BeforeEach
  void writeSpikes() throws IOException {
    file =
        Files.writeString(
            directory.resolve("spikes.csv"),
            """
            timestamps population node_ids
            10.0 e 5
            20.0 e 5
            20.0 e 7
            30.0 e 5
            39.5 i 0
            """);
  }

  private int run(String... options) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> arguments = new ArrayList<>(List.of("analyze", file.toString()));
    arguments.addAll(List.of(options));
    return Baya.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void shouldCountNeuronsByThoseThatFired() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    // e: nodes 5 to 7, 4 spikes in 40 ms; r = (20 * 1 - 3 * 1) / sqrt((20 * 3 - 9) (20 * 1 - 1)).
    // The spike of i is behind the last whole bin of 3 ms.
    assertThat(out.toString().lines())
        .containsExactly(
            file + ", 0 to 40 ms",
            "population  neurons  rate [Hz]  CV of ISI  correlation  synchrony",
            "e                 3      33.33       0.00       0.5461       1.19",
            "i                 1      25.00          -            -          -");
  }

  @Test
  void shouldTakeThePeriodAndTheNumbersOfNeuronsThatAreGiven() {
    assertThat(run("--from", "10", "--to", "30", "--neurons", "e=10")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(", 10 to 30 ms")
        .containsPattern("e +10 +15\\.00 ")
        .containsPattern("i +1 +0\\.00 +- +- +-");
    assertThat(run("--json", "--neurons", "e=10")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(
            "\"e\": {\"from_ms\": 0, \"to_ms\": 40, \"neurons\": 10, \"spikes\": 4, \"silent\": 8,");
  }

  @Test
  void shouldSayHowFarTwoFilesAreApart() throws IOException {
    Path other =
        Files.writeString(
            directory.resolve("other.csv"),
            "timestamps population node_ids\n1.0 e 5\n2.0 e 5\n20.0 e 6\n21.0 e 6\n30.0 e 7\n");
    assertThat(run(other.toString())).isEqualTo(ExitCode.DONE);
    // Rates of e in spikes: 0 1 3 and 1 2 2: the shares differ most below 1 and below 3.
    assertThat(out.toString())
        .contains("Kolmogorov-Smirnov")
        .containsPattern("e +0\\.333 +- ")
        .doesNotContainPattern("Kolmogorov[^$]*\\ni ");
    assertThat(run(file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsPattern("e +0\\.000 +0\\.000 +0\\.000");
  }

  @Test
  void shouldNameWhatIsWrongInOneLine() throws IOException {
    assertThat(run("--neurons", "f=3")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("no population 'f' in the files").hasLineCount(1);
    assertThat(run("--neurons", "e=2")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains("population 'e' has 2 neurons, but those from 5 to 7 fired")
        .hasLineCount(1);
    assertThat(run("--neurons", "i=-1")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("i is -1; allowed is 0 or more").hasLineCount(1);
    assertThat(run("--from", "50")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nothing lies between --from 50.0 and --to 40.0 ms");
    assertThat(run("--to", "Infinity")).isEqualTo(ExitCode.USAGE);
    file = Files.writeString(directory.resolve("spikes.txt"), "1 2");
    assertThat(run()).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("spikes.txt: is no file of spikes; known: .h5");
  }
}
