package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Figure;
import org.baya.app.bench.RunResult;
import org.baya.app.bench.Series;
import org.baya.app.report.Machine;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldSetFiguresBesideNestAndTheTargets() {
    List<String> lines = BenchTable.lines(report(51_978, 0.65));

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(lines)
        .anyMatch(line -> line.matches(" +simulate +0.65 s +24-26 s +1.50 s +0.70 s +aim"));
    assertThat(lines)
        .anyMatch(line -> line.matches(" +simulate +0.65 s +8-11 s +0.60 s +0.30 s +missed"));
    assertThat(lines)
        .anyMatch(line -> line.matches(" +peak memory +1.2 GB +3.2 GB +1.5 GB +700 MB +required"));
    assertThat(lines).anyMatch(line -> line.matches("ns per synaptic event and core +1.50 +1.50"));
    assertThat(lines).anyMatch(line -> line.matches("random accumulate, 20 MB +4.10 ns"));
  }

  @Test
  void shouldCompareNothingWhenTheNetworkIsAnother() {
    assertThat(BenchTable.lines(report(100, 0.65)))
        .anyMatch(line -> line.matches(" +simulate +0.65 s +- +- +- +-"));
  }

  @Test
  void shouldSaveAllFiguresAsJson(@TempDir Path directory) {
    Path file = report(51_978, 0.65).save(directory.resolve("results"));

    assertThat(file).hasFileName("v1-2026-01-02T03-04-05Z.json");
    assertThat(Files.isReadable(file)).isTrue();
    YamlValue.Mapping saved = (YamlValue.Mapping) YamlReader.read(file);
    assertThat(saved.entries()).containsKeys("version", "time", "cpu", "machine", "series");
    assertThat(((YamlValue.Items) saved.entries().get("series").value()).values()).hasSize(2);
  }

  @Test
  void shouldHelpWhenTheBenchmarkIsMisspelt() {
    assertThat(run("bench", "machin")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no benchmark 'machin'; did you mean 'machine'?");
  }

  @Test
  void shouldRefuseNumbersThatMakeNoSense() {
    assertThat(run("bench", "--repeats", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("bench", "--threads", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("bench", "--duration", "NaN")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--repeats is 0", "--threads is 0", "--duration is NaN");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err), new Thread());
  }

  private static BenchReport report(long neurons, double simulateS) {
    return new BenchReport(
        "v1",
        "0.1",
        Instant.parse("2026-01-02T03:04:05Z"),
        new Machine("cpu", 2, "25", 1),
        new Calibration.Figures(1.3, 4.1, 12.3, 0.8),
        List.of(series(0.1, neurons, simulateS), series(1.0, neurons, simulateS)));
  }

  private static Series series(double resolutionMs, long neurons, double simulateS) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, 1.5);
    }
    figures.put(Figure.SIMULATE, simulateS);
    figures.put(Figure.PEAK_MEMORY, 1.2e9);
    return new Series(
        resolutionMs,
        List.of(
            new RunResult(neurons, 15_810_422, 2, resolutionMs, 1000, 338_000, "00ff", figures)));
  }
}
