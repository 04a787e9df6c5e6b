package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateV1CommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("basedir", "."), "../examples/v1/v1.yaml");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void shouldMakeWhatTheExampleReads() throws IOException {
    Path file = directory.resolve("new/v1.h5");
    assertThat(run("v1", "--out", file.toString(), "--radius", "30", "--quiet"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains(" neurons, ").contains("input.h5");
    assertThat(err.toString()).isEmpty();
    Path example = Files.copy(EXAMPLE, directory.resolve("new/v1.yaml"));
    Experiment experiment = ExperimentFile.load(example, List.of());
    assertThat(experiment.network().projections()).hasSize(3);
    assertThat(baya("plan", example.toString(), "--quiet")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldRefuseBeforeGeneratingWhatCannotBeWritten() throws IOException {
    assertThat(run("v1", "--out", directory.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("is a directory; allowed is the name of a file (--out)");
    Files.writeString(directory.resolve("file"), "");
    assertThat(run("v1", "--out", directory.resolve("file/v1.h5").toString()))
        .isEqualTo(ExitCode.INPUT);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.h5", "input.h5"})
  void shouldLeaveNoFilesWhenTheDiskIsFull(String file) throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    Files.createSymbolicLink(
        directory.resolve("." + file + "." + ProcessHandle.current().pid() + ".tmp"), full);
    String network = directory.resolve("v1.h5").toString();
    assertThat(run("v1", "--out", network, "--radius", "30", "--quiet")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allSatisfy(
            line -> assertThat(line).contains(file, "cannot be written: No space left on device"));
    assertThat(out.toString()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void shouldRefuseWrongSettings() {
    String file = directory.resolve("v1.h5").toString();
    assertThat(run("v1")).isEqualTo(ExitCode.USAGE);
    assertThat(run("v1", "--out", file, "--threads", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("v1", "--out", file, "--radius", "900")).isEqualTo(ExitCode.INPUT);
    assertThat(run("v2", "--out", file)).isEqualTo(ExitCode.USAGE);
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(Path.of(file)).doesNotExist();
  }

  private int run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "generate";
    System.arraycopy(args, 0, all, 1, args.length);
    return baya(all);
  }

  private int baya(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }
}
