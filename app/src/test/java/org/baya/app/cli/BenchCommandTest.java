package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.baya.app.bench.BenchReport;
import org.baya.app.bench.Benchmark;
import org.baya.app.bench.Benchmarks;
import org.baya.app.bench.Calibration;
import org.baya.app.bench.Figure;
import org.baya.app.bench.RunResult;
import org.baya.app.bench.SavedReport;
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
    List<String> lines = table(report(51_978, 0.65)).lines();

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
    assertThat(table(report(100, 0.65)).lines())
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
  void shouldShowWhatChangedSinceAnEarlierReport(@TempDir Path directory) {
    SavedReport then = SavedReport.read(report(51_978, 0.5).save(directory));
    BenchReport now = report(51_978, 0.65);
    List<String> lines = new ChangeTable(Benchmarks.named("v1").orElseThrow(), now, then).lines();

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(lines).contains("since 2026-01-02T03:04:05Z");
    assertThat(lines).anyMatch(line -> line.matches(" +simulate +0.50 s +0.65 s +\\+30 %"));
    assertThat(lines).anyMatch(line -> line.matches("1 ms +setup +1.50 s +1.50 s +\\+0 %"));
    assertThat(lines)
        .anyMatch(line -> line.matches("machine +20 MB accumulate, ns +4.10 +4.10 +\\+0 %"));
  }

  @Test
  void shouldShowADashWhereTheEarlierReportHasNoFigure(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("old.json"),
            "{\"name\": \"v1\", \"time\": \"t\", \"version\": \"0\", \"machine\": {}, \"series\": []}");
    List<String> lines =
        new ChangeTable(
                Benchmarks.named("v1").orElseThrow(), report(51_978, 0.65), SavedReport.read(file))
            .lines();
    assertThat(lines).anyMatch(line -> line.matches("1 ms +setup +- +1.50 s +-"));
  }

  @Test
  void shouldRefuseToCompareWithAnotherBenchmark(@TempDir Path directory) {
    Path file = report(51_978, 0.5).save(directory);
    assertThat(run("bench", "brunel", "--quiet", "--compare", file.toString()))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains(".json: is of the benchmark 'v1'; allowed is one of 'brunel'")
        .hasLineCount(1);
  }

  @Test
  void shouldSayWhenAnotherRunOrMachineIsCompared(@TempDir Path directory) {
    SavedReport then = SavedReport.read(report(1000, 0.5).save(directory));
    Benchmark v1 = Benchmarks.named("v1").orElseThrow();
    assertThat(new ChangeTable(v1, report(1000, 0.5), then).lines())
        .noneMatch(line -> line.contains("another") || line.contains(" was "));
    assertThat(new ChangeTable(v1, report(51_978, 0.5), then).lines())
        .contains("1 ms: neurons was 1000, is 51978");
    SavedReport elsewhere = new SavedReport("v1", "t", "0", "Z80", Map.of(), Map.of(), Map.of());
    assertThat(new ChangeTable(v1, report(1000, 0.5), elsewhere).lines())
        .contains("another machine then: Z80");
  }

  @Test
  void shouldRefuseToCompareWithAFileThatIsNoReport(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("no.json"), "{\"name\": 1}");
    assertThat(run("bench", "machine", "--quiet", "--compare", file.toString()))
        .isEqualTo(ExitCode.INPUT);
    assertThat(err.toString()).contains("no.json", "has no member 'series'", "--save");
    assertThat(run("bench", "machine", "--compare", directory.resolve("x").toString()))
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void shouldGiveSeriesRowsWhenThereAreMany() {
    List<Series> all =
        IntStream.range(0, 5).mapToObj(i -> series("rule " + i, 0.1, 10_000, 1)).toList();
    BenchReport report =
        new BenchReport(
            "connect",
            "0.1",
            Instant.parse("2026-01-02T03:04:05Z"),
            new Machine("cpu", 2, "25", 1),
            new Calibration.Figures(1.3, 4.1, 12.3, 0.3, 1.4, 0.8),
            all);
    assertThat(table(report).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .anyMatch(line -> line.matches("rule 4 +1.50 s +1.50 +1.50"));
  }

  @Test
  void shouldListAllBenchmarksInItsHelp() {
    assertThat(run("bench", "--help")).isEqualTo(ExitCode.DONE);
    Benchmarks.names().forEach(name -> assertThat(out.toString()).contains(name + ": "));
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
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }

  private static BenchTable table(BenchReport report) {
    return new BenchTable(Benchmarks.named(report.name()).orElseThrow(), report);
  }

  private static BenchReport report(long neurons, double simulateS) {
    return new BenchReport(
        "v1",
        "0.1",
        Instant.parse("2026-01-02T03:04:05Z"),
        new Machine("cpu", 2, "25", 1),
        new Calibration.Figures(1.3, 4.1, 12.3, 0.3, 1.4, 0.8),
        List.of(
            series("0.1 ms", 0.1, neurons, simulateS), series("1 ms", 1.0, neurons, simulateS)));
  }

  private static Series series(String name, double resolutionMs, long neurons, double simulateS) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, 1.5);
    }
    figures.put(Figure.SIMULATE, simulateS);
    figures.put(Figure.PEAK_MEMORY, 1.2e9);
    return new Series(
        name,
        List.of(
            new RunResult(neurons, 15_810_422, 2, resolutionMs, 1000, 338_000, "00ff", figures)));
  }
}
