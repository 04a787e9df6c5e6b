package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifyCommandTest {
  private static final String CASE =
      """
      {"name": "rest", "resolution": 0.5, "duration": 2.0, "tolerance": 1e-9,
       "nodes": [{"name": "n", "model": "iaf_psc_exp", "params": {"V_m": -70.0}}],
       "connections": [],
       "record": {"n": ["V_m"]},
       "reference": {"traces": {"n": {"senders": null, "times": [0.5, 1.0], "V_m": [-70.0, -70.0]}},
                     "spikes": {"n": {"times": [], "senders": []}}}}
      """;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void shouldPassDirectoriesFilesAndArchives() throws IOException {
    write("b.json", CASE);
    write("notes.txt", "no case");
    Path zip = directory.resolve("a.zip");
    try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip))) {
      archive.putNextEntry(new ZipEntry("inner/c.json"));
      archive.write(CASE.replace("rest", "zipped").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run("verify", directory.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .containsExactly(
            "passed   zipped  spikes     0 of     0  deviation 0.0e+00 of  1e-09  iaf_psc_exp",
            "passed   rest    spikes     0 of     0  deviation 0.0e+00 of  1e-09  iaf_psc_exp",
            "2 passed, 0 failed, 0 skipped");
  }

  @Test
  void shouldFindCasesInDirectoriesBelow() throws IOException {
    Files.createDirectories(directory.resolve("some/inner"));
    write("some/inner/b.json", CASE);
    assertThat(run("verify", directory.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).endsWith("1 passed, 0 failed, 0 skipped" + System.lineSeparator());
  }

  @Test
  void shouldRefuseACaseWithoutAnyAnswer() throws IOException {
    String file =
        write(
            "a.json",
            CASE.substring(0, CASE.indexOf(" \"record\"")) + "\"reference\": {\"traces\": {}}}");
    assertThat(run("verify", file)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .contains(
            "a.json:4: reference: has no answer: neither traces nor spikes nor final_weights");
  }

  @Test
  void shouldCompareTheCurrentsOfStimulators() throws IOException {
    String dc =
        CASE.replace("iaf_psc_exp", "dc_generator")
            .replace("\"V_m\": -70.0", "\"amplitude\": 3.0, \"start\": 1.0")
            .replace("V_m", "I");
    String right = write("a.json", dc.replace("[-70.0, -70.0]", "[0.0, 3.0]"));
    assertThat(run("verify", right)).isEqualTo(ExitCode.DONE);
    String wrong = write("a.json", dc.replace("[-70.0, -70.0]", "[3.0, 3.0]"));
    assertThat(run("verify", wrong)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void shouldFailWhenAnAnswerDiffers() throws IOException {
    String file = write("a.json", CASE.replace("[-70.0, -70.0]", "[-70.0, -69.5]"));
    assertThat(run("verify", file)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString().lines())
        .containsExactly(
            "failed   rest    spikes     0 of     0  deviation 5.0e-01 of  1e-09  iaf_psc_exp",
            "         n.V_m: differs by 0.500 at 1.0 ms",
            "0 passed, 1 failed, 0 skipped");
  }

  @Test
  void shouldNameAModelThatIsMissing() throws IOException {
    String file = write("a.json", CASE.replace("iaf_psc_exp", "strange_neuron"));
    assertThat(run("verify", file)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains("no strange_neuron")
        .endsWith("0 passed, 0 failed, 1 skipped" + System.lineSeparator());
    assertThat(run("verify", "--allow-skipped", file)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void shouldReplayTheOthersWhenAFileIsNoCase() throws IOException {
    write("a.json", "{}");
    write("b.json", CASE);
    assertThat(run("verify", directory.toString())).isEqualTo(ExitCode.INPUT);
    assertThat(out.toString()).contains("passed   rest").contains("1 passed, 0 failed, 0 skipped");
    assertThat(err.toString().lines())
        .containsExactly("baya: " + directory + "/a.json:1: needs 'resolution'");
  }

  @Test
  void shouldFailWhenAParameterIsUnknown() throws IOException {
    String file = write("a.json", CASE.replace("\"V_m\": -70.0", "\"tau_n\": 1.0"));
    assertThat(run("verify", file)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("tau_n").contains("did you mean 'tau_m'?");
  }

  @Test
  void shouldPrintJson() throws IOException {
    assertThat(run("verify", "--json", "--threads", "2", write("a.json", CASE)))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("\"verdict\": \"passed\"", "\"deviation\": 0", "\"passed\": 1", "\"failed\": 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"duration\": 2.0 | \"duration\": \"x\" | a.json:1: duration: is 'x'; allowed is a number, true or false",
        "\"duration\": 2.0, | | a.json:1: needs 'duration'",
        "\"model\" | \"modell\" | a.json:2: nodes[0]: unknown key 'modell'; did you mean 'model'?",
        "\"connections\": [] | \"conections\": [] | a.json:1: unknown key 'conections'; did you mean 'connections'?",
        "{\"n\": [\"V_m\"]} | {\"m\": [\"V_m\"]} | a.json:4: record.m: no node 'm'; known: n",
        "[\"V_m\"] | [\"V_n\"] | a.json:4: record.n[0]: 'V_n' has no trace in reference.traces",
        "[-70.0, -70.0] | [-70.0] | a.json:5: reference.traces.n.V_m: has 1 elements; there are 2 times",
        "\"times\": [], | \"times\": [1], | a.json:6: reference.spikes.n.senders: has 0 elements; there are 1 times",
      })
  void shouldSayInOneLineWhatIsWrongInACase(String good, String bad, String message)
      throws IOException {
    String file = write("a.json", CASE.replace(good, bad == null ? "" : bad));
    assertThat(run("verify", file)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines()).containsExactly("baya: " + directory + "/" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.json | cannot be read (no such file or directory)",
        ". | holds no case; cases are .json files, alone or in a .zip",
      })
  void shouldSayInOneLineThatThereIsNoCase(String name, String message) {
    String path = directory.resolve(name).toString();
    assertThat(run("verify", path)).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString().lines()).containsExactly("baya: " + path + ": " + message);
  }
}
