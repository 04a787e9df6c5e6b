package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void shouldMakeTheNetworkOnceAndWriteAllResults() throws IOException {
    Path demo = directory.resolve("demo");
    assertThat(demo(demo, "--duration", "20")).as(err.toString()).isEqualTo(ExitCode.DONE);
    for (String file :
        List.of(
            "v1.h5",
            "input.h5",
            "v1.yaml",
            "report.html",
            "raster.png",
            "spikes.h5",
            "summary.json")) {
      assertThat(demo.resolve(file)).isNotEmptyFile();
    }
    assertThat(out.toString()).contains("synapses").contains("mean rates");
    FileTime made = Files.getLastModifiedTime(demo.resolve("v1.h5"));
    assertThat(demo(demo, "--duration", "10", "--resolution", "1.0", "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.getLastModifiedTime(demo.resolve("v1.h5"))).isEqualTo(made);
    assertThat(out.toString()).contains("\"duration_ms\": 10");
  }

  @Test
  void shouldRefuseWhatCannotBeDoneBeforeMakingAnything() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(demo(file)).isEqualTo(ExitCode.INPUT);
    assertThat(demo(directory.resolve("a"), "--radius", "-1")).isEqualTo(ExitCode.INPUT);
    assertThat(directory.resolve("a")).doesNotExist();
  }

  private int demo(Path to, String... more) {
    out.getBuffer().setLength(0);
    List<String> args = new ArrayList<>(List.of("demo", "--quiet", "--out", to.toString()));
    if (!List.of(more).contains("--radius")) {
      args.addAll(List.of("--radius", "30"));
    }
    args.addAll(List.of(more));
    return Baya.run(
        args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
