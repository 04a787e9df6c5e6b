package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path directory;

  private static List<SpikeTable> small(String population, String group) {
    Grouping groups =
        new Grouping(new int[] {0, 1, 1}, List.of(group, "b"), new double[] {2.5, Double.NaN});
    SpikeTimes times = new SpikeTimes.OfSteps(new int[] {10, 20, 40}, 3, 0.1);
    return List.of(new SpikeTable(population, 3, times, new int[] {0, 1, 2}, groups));
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(directory)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  /** The text of the page's element with this id. */
  private static String block(String page, String id) {
    Matcher matcher =
        Pattern.compile("id=\"" + id + "\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void shouldWriteThreeFilesAndNothingElse() throws IOException {
    List<SpikeTable> tables = small("p", "a");
    Path out = directory.resolve("deep/er");
    assertThat(Report.write(out, SyntheticRun.summary("r", tables, 10), tables)).isEmpty();
    directory = out;
    assertThat(files()).containsExactly("raster.png", "report.html", "summary.json");
    assertThat(ImageIO.read(out.resolve("raster.png").toFile()).getWidth()).isEqualTo(1600);
  }

  @Test
  void shouldSayInTheSummaryWhatTheDesignLists() throws IOException {
    List<SpikeTable> tables = small("p", "a");
    Report.write(directory, SyntheticRun.summary("r", tables, 10), tables);
    Map<String, Object> summary = JsonText.object(JsonText.parse(read("summary.json")));
    assertThat(summary)
        .containsKeys(
            "name",
            "neurons",
            "synapses",
            "dropped_synapses",
            "threads",
            "seed",
            "resolution_ms",
            "duration_ms")
        .containsKeys(
            "load_s",
            "build_s",
            "setup_s",
            "simulate_s",
            "total_s",
            "synaptic_events",
            "peak_memory_bytes",
            "bytes_per_synapse")
        .containsEntry("spikes", 3.0)
        .containsEntry("mean_rate_hz", 100.0)
        .containsEntry("real_time_factor", 84.0)
        .containsEntry("spike_checksum", "fedcba9876543210")
        .containsEntry("version", "0.1.0")
        .containsEntry("rates_hz", Map.of("a", 100.0, "b", 100.0))
        .containsEntry(
            "phases_s",
            Map.of("deliver", 0.361, "update", 0.402, "exchange", 0.021, "record", 0.017));
    Object recurrent = JsonText.array(summary.get("projections")).get(0);
    assertThat(JsonText.object(JsonText.object(recurrent).get("counts")))
        .containsEntry("delay clamped", 51_200.0);
  }

  @Test
  void shouldWriteNullWhereThereIsNoNumber() throws IOException {
    NetworkCounts network = new NetworkCounts(0, 0, 0, Double.NaN, 0, List.of());
    Timing timing = new Timing(0, 0, 0, 0, 0, Map.of());
    Machine machine = new Machine("cpu", 1, "25", -1);
    Activity activity = Activity.of(List.of(), 0, 0, 1);
    RunSummary run =
        new RunSummary(
            "r",
            "v",
            List.of(),
            Long.MIN_VALUE,
            1,
            0.1,
            0,
            0,
            network,
            timing,
            activity,
            List.of(),
            machine);
    assertThat(Report.write(directory, run, List.of())).isEmpty();
    Map<String, Object> summary = JsonText.object(JsonText.parse(read("summary.json")));
    for (String key :
        List.of("bytes_per_synapse", "real_time_factor", "mean_rate_hz", "peak_memory_bytes")) {
      assertThat(summary).containsEntry(key, Optional.empty());
    }
    assertThat(summary).containsEntry("spike_checksum", "0000000000000001");
  }

  @Test
  void shouldAskNoServerForAnything() throws IOException {
    List<SpikeTable> tables = small("p", "a");
    Report.write(directory, SyntheticRun.summary("r", tables, 10), tables);
    String page = read("report.html");
    assertThat(page)
        .doesNotContain(
            "://", "@import", "url(", "XMLHttpRequest", "fetch(", "import(", "<link", "src=", "{{");
    assertThat(page).contains("default-src 'none'", "Copyright (c) 2022 Leon Sorokin");
  }

  @Test
  void shouldNotBeBrokenByHostileNames() throws IOException {
    String evil =
        "</script><script>alert(1)</script><!-- <img src=x onerror=\"alert(2)\"> '\"\\ {{data}} & \u0000\u2028\uD800";
    List<SpikeTable> tables = small(evil, evil);
    RunSummary plain = SyntheticRun.summary(evil, tables, 10);
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(evil, 1L);
    NetworkCounts network =
        new NetworkCounts(
            3, 1, 0, 2, 0, List.of(new ProjectionCounts(evil, evil, evil, 1, counts)));
    List<String> command = List.of("baya", evil);
    RunSummary run =
        new RunSummary(
            evil,
            evil,
            command,
            1,
            1,
            0.1,
            10,
            0,
            network,
            plain.timing(),
            plain.activity(),
            plain.statistics(),
            plain.machine());
    Report.write(directory, run, tables);
    String page = read("report.html");
    assertThat(page).doesNotContain("<script>alert", "<img");
    assertThat(Pattern.compile("<script[ >]").matcher(page).results().count()).isEqualTo(4);
    assertThat(Pattern.compile("</script").matcher(page).results().count()).isEqualTo(4);
    Map<String, Object> data = JsonText.object(JsonText.parse(block(page, "data").strip()));
    assertThat(JsonText.object(JsonText.array(data.get("groups")).get(0)))
        .containsEntry("name", evil);
    assertThat(JsonText.object(JsonText.parse(read("summary.json")))).containsEntry("name", evil);
  }

  @Test
  void shouldShowASampleAndSaySoWhenThereAreTooManySpikes() throws IOException {
    int spikes = 3_000_000;
    int[] steps = IntStream.range(0, spikes).map(i -> i / 300 + 1).toArray();
    int[] nodes = IntStream.range(0, spikes).map(i -> i % 1000).toArray();
    List<SpikeTable> tables =
        List.of(SpikeTable.of("p", 1000, new SpikeTimes.OfSteps(steps, spikes, 0.1), nodes));
    List<String> messages =
        Report.write(directory, SyntheticRun.summary("r", tables, 1000), tables);
    assertThat(messages)
        .containsExactly("report.html: shows 400000 of 3000000 spikes; raster.png shows all");
    Map<String, Object> data =
        JsonText.object(JsonText.parse(block(read("report.html"), "data").strip()));
    assertThat(JsonText.object(data.get("raster")))
        .containsEntry("shown", 400_000.0)
        .containsEntry("total", 3_000_000.0);
    assertThat(block(read("report.html"), "spikes")).hasSizeLessThan(2_200_000);
  }

  @Test
  void shouldMentionCharactersThatThePictureCannotShow() {
    List<SpikeTable> tables = small("p", "視");
    assertThat(Report.write(directory, SyntheticRun.summary("r", tables, 10), tables))
        .containsExactly("raster.png: no glyph for 視; boxes stand for them");
  }

  @Test
  void shouldLeaveNothingBehindWhenAFileCannotBeReplaced() throws IOException {
    Files.createDirectories(directory.resolve("summary.json"));
    List<SpikeTable> tables = small("p", "a");
    RunSummary run = SyntheticRun.summary("r", tables, 10);
    assertThatThrownBy(() -> Report.write(directory, run, tables))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("summary.json: is a directory");
    assertThat(files()).containsExactly("summary.json");
  }

  @Test
  void shouldNameTheDirectoryThatCannotBeMade() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    List<SpikeTable> tables = small("p", "a");
    RunSummary run = SyntheticRun.summary("r", tables, 10);
    assertThatThrownBy(() -> Report.write(file.resolve("out"), run, tables))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void shouldReplaceAnOlderReport() throws IOException {
    Files.writeString(directory.resolve("summary.json"), "old");
    List<SpikeTable> tables = small("p", "a");
    Report.write(directory, SyntheticRun.summary("new", tables, 10), tables);
    assertThat(read("summary.json")).contains("\"new\"").doesNotContain("old");
  }

  @Test
  void shouldKnowTheMachine() {
    Machine machine = Machine.here();
    assertThat(machine.cpu()).isNotBlank();
    assertThat(machine.cores()).isPositive();
    assertThat(machine.java()).startsWith(String.valueOf(Runtime.version().feature()));
    assertThat(machine.peakMemoryBytes()).matches(bytes -> bytes == -1 || bytes > 1 << 20);
  }
}
