package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> names() {
    Catalog catalog = Catalog.standard();
    Stream<Model> others = Stream.concat(catalog.recorders().stream(), catalog.rules().stream());
    return Stream.concat(catalog.models().stream(), others).map(Model::name);
  }

  @Test
  void shouldListEveryModelAndRule() {
    assertThat(run("models")).isEqualTo(ExitCode.DONE);
    names().forEach(name -> assertThat(out.toString()).contains("  " + name + " "));
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldPrintAManualPageOfEachWithWhatItsClassSays(String name) {
    assertThat(run("models", name)).isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).startsWith(name + ": ");
    int parameters = lines.indexOf("Parameters");
    assertThat(lines.subList(1, parameters))
        .as("class comment")
        .anySatisfy(line -> assertThat(line).isNotBlank());
    assertThat(out.toString())
        .doesNotContain("{@")
        .doesNotContain("<p>")
        .doesNotContain("<pre>")
        .doesNotContain("&gt;");
  }

  @Test
  void shouldTellOfEveryModelHowItDiffersFromNest() {
    List<String> names =
        ModelEntry.all(Catalog.standard()).stream()
            .filter(entry -> entry.family() != ModelEntry.Family.RULE)
            .map(entry -> entry.model().name())
            .toList();
    for (String name : names) {
      out.getBuffer().setLength(0);
      run("models", name);
      assertThat(out.toString()).as(name).contains("Differences from NEST:");
    }
    out.getBuffer().setLength(0);
    run("models", "iaf_psc_exp");
    assertThat(out.toString()).contains("  0\n  for currents 0 to 1\n");
  }

  @Test
  void shouldListFamiliesAndReceptors() {
    run("models");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .startsWith("Neurons ")
        .contains(" glif_psc ")
        .contains("Stimulators ac_generator ")
        .contains("Recorders correlation_detector ")
        .contains("Connection rules all_to_all ")
        .contains("number of ports; receptors 1 by default")
        .contains("exponential synaptic currents; receptors 0");
  }

  @Test
  void shouldPrintTheListAsJson() {
    assertThat(run("models", "--json")).isEqualTo(ExitCode.DONE);
    names().forEach(name -> assertThat(out.toString()).contains("{\"name\": \"" + name + "\", "));
    assertThat(out.toString())
        .contains("\"family\": \"neuron\"", "\"family\": \"stimulator\"")
        .contains("\"family\": \"recorder\"", "\"family\": \"rule\"");
  }

  @Test
  void shouldPrintAPageAsJson() {
    assertThat(run("models", "iaf_psc_exp", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("\"family\": \"neuron\"", "\"receptors\": \"0\"")
        .contains(
            "{\"name\": \"tau_m\", \"unit\": \"ms\", \"kind\": \"scalar\", \"default\": 10, \"range\": \"\\u003e 0\", ")
        .contains("\"recordables\": [{\"name\": \"V_m\", \"unit\": \"mV\"");
  }

  @Test
  void shouldTellWhatCanBeRecordedOfStimulators() {
    run("models", "dc_generator");
    assertThat(out.toString())
        .contains("Recordables\n  I [pA] ")
        .contains("  stop [ms] = inf, any number ");
    out.getBuffer().setLength(0);
    run("models", "noise_generator", "--json");
    assertThat(out.toString())
        .contains("\"recordables\": [{\"name\": \"I\", \"unit\": \"pA\", \"meaning\": \"mean");
    out.getBuffer().setLength(0);
    run("models", "poisson_generator", "--json");
    assertThat(out.toString()).contains("\"recordables\": []");
  }

  @Test
  void shouldSayWhatIsAPureNumberAndWhereNothingIsRecorded() {
    run("models", "mip_generator");
    assertThat(out.toString()).contains("  p_copy [1] = 1, >= 0 and <= 1 ");
    out.getBuffer().setLength(0);
    run("models", "parrot_neuron");
    assertThat(out.toString()).contains("Recordables (with default parameters)\n  none\n");
  }

  @Test
  void shouldPrintTables() {
    run("models", "glif_psc");
    assertThat(out.toString())
        .contains("  GLIF3    false                      true                  false");
  }

  @Test
  void shouldSuggestTheNearestName() {
    assertThat(run("models", "glif_pcs")).isEqualTo(ExitCode.INPUT);
    assertThat(err.toString())
        .startsWith("baya: no model or rule 'glif_pcs'; did you mean 'glif_psc'?");
  }

  private int run(String... args) {
    return Baya.run(args, new PrintWriter(out), new PrintWriter(err));
  }
}
