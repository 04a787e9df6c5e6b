package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of wrong experiment gives its one line. */
class BadExperimentTest {
  private static final String GOOD =
      """
      name: small
      resolution: 0.1
      duration: 100
      seed: 7
      populations:
        cells: {model: iaf_psc_exp, size: 10, parameters: {tau_m: 20.0, V_th: 'normal(-50, 1)'}}
        noise: {model: poisson_generator, size: 1, parameters: {rate: 1000}}
      projections:
        drive: {from: noise, to: cells, rule: all_to_all, weight: 20.0, delay: 1.0}
        given:
          from: cells
          to: cells
          edges: {file: edges.csv}
          weight: weight * 2
      record:
        spikes: {of: cells}
        V_m: {of: cells, ids: [0, 3], every: 1.0}
      """;

  @TempDir Path directory;

  @BeforeEach
  void writeEdges() throws IOException {
    Files.writeString(directory.resolve("edges.csv"), "source,target,weight\n0,1,0.5\n1,2,0.25\n");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("name: small", "nam: small", "bad.yaml:1: nam: unknown key; did you mean 'name'?"),
        mistake(
            "name: small",
            "name: a/b",
            "bad.yaml:1: name: is 'a/b'; it names the output directory, so '/', '\\' and a leading '.' are not allowed"),
        mistake(
            "0.1",
            "0.00015",
            "bad.yaml:2: resolution: is 1.5E-4 ms; allowed is a multiple of 0.001 ms above 0"),
        mistake(
            "duration: 100",
            "duration: 100.05",
            "bad.yaml:3: duration: is 100.05 ms; allowed is a multiple of the resolution, 0.1 ms, above 0"),
        mistake(
            "duration: 100",
            "duration: long",
            "bad.yaml:3: duration: is 'long'; allowed is a finite number"),
        mistake(
            "duration: 100",
            "duration: 1e999",
            "bad.yaml:3: duration: is '1e999'; allowed is a finite number"),
        mistake("duration: 100\n", "", "bad.yaml:1: needs 'duration': simulated time [ms]"),
        mistake("duration: 100", "duration:", "bad.yaml:3: duration: has no value"),
        mistake("seed: 7", "seed: 7.5", "bad.yaml:4: seed: is '7.5'; allowed is a whole number"),
        mistake(
            "seed: 7",
            "seed: 99999999999999999999",
            "bad.yaml:4: seed: is '99999999999999999999'; allowed is a whole number"),
        mistake(
            "{model: iaf_psc_exp",
            "{modle: iaf_psc_exp",
            "bad.yaml:6: populations.cells.modle: unknown key; did you mean 'model'?"),
        mistake(
            "model: iaf_psc_exp",
            "model: iaf_psc_ex",
            "bad.yaml:6: populations.cells.model: unknown model 'iaf_psc_ex'; did you mean 'iaf_psc_exp'?"),
        mistake(
            "size: 10",
            "size: -1",
            "bad.yaml:6: populations.cells.size: is '-1'; allowed is a whole number, at least 0"),
        mistake(
            "size: 10, ",
            "",
            "bad.yaml:6: populations.cells: needs 'size', or a file that tells it (types, positions, groups)"),
        mistake(
            "tau_m: 20.0",
            "taum: 20.0",
            "bad.yaml:6: populations.cells.parameters.taum: unknown parameter of iaf_psc_exp; did you mean 'tau_m'?"),
        mistake(
            "tau_m: 20.0",
            "tau_m: -1",
            "bad.yaml:6: populations.cells.parameters.tau_m: is -1.0; allowed is > 0 (ms)"),
        mistake(
            "tau_m: 20.0",
            "tau_m: [1, 2]",
            "bad.yaml:6: populations.cells.parameters.tau_m: is a list of numbers; allowed is one number"),
        mistake(
            "tau_m: 20.0",
            "tau_m: yes",
            "bad.yaml:6: populations.cells.parameters.tau_m: is 'yes'; write true or false"),
        mistake(
            "'normal(-50, 1)'",
            "normal(-50, 1)",
            "bad.yaml:6: populations.cells.parameters.V_th: in 'normal(-50' at character ",
            "bad.yaml:6: populations.cells.parameters.1): unknown parameter of iaf_psc_exp; a formula with a comma "
                + "needs quotes inside { }"),
        mistake(
            "noise: {model",
            "2nd noise: {model",
            "bad.yaml:7: populations.2nd noise: is no name; allowed are letters, digits, '_' and '-', a letter first",
            "no population 'noise'"),
        mistake(
            "{from: noise",
            "{from: nois",
            "bad.yaml:9: projections.drive.from: no population 'nois'; did you mean 'noise'?"),
        mistake(
            "rule: all_to_all, ",
            "",
            "bad.yaml:9: projections.drive: needs one of algebra, edges, matrix, rule; found none"),
        mistake(
            "rule: all_to_all, ",
            "rule: all_to_all, edges: {file: edges.csv}, ",
            "bad.yaml:9: projections.drive: needs one of algebra, edges, matrix, rule; found edges and rule"),
        mistake(
            "weight: 20.0",
            "wieght: 20.0",
            "bad.yaml:9: projections.drive.wieght: unknown key or parameter of all_to_all; did you mean 'weight'?"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, store: disk",
            "bad.yaml:9: projections.drive.store: is 'disk'; allowed is memory or procedural"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, synapses: {weight: 1}",
            "bad.yaml:9: projections.drive.synapses: is a mapping; allowed is a list"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, synapses: [{weigth: 1}]",
            "bad.yaml:9: projections.drive.synapses[0].weigth: unknown key; did you mean 'weight'?"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third_in: {weight: 1}",
            "bad.yaml:9: projections.drive: third_in and third_out need 'third': {population, p, pool_type, pool_size}"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third: {population: cels}",
            "bad.yaml:9: projections.drive.third.population: no population 'cels'; did you mean 'cells'?"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third: {population: cells, pool_type: ring}",
            "bad.yaml:9: projections.drive.third.pool_type: is 'ring'; allowed is random or block"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third: {population: cells, pool_size: 0}",
            "bad.yaml:9: projections.drive.third.pool_size: is '0'; allowed is a whole number, at least 1"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third: {population: cells, rule: third_factor}",
            "bad.yaml:9: projections.drive.third.rule: is 'third_factor'; allowed is third_factor_bernoulli_with_pool"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, third: {population: cells}, synapses: [{weight: 1}]",
            "bad.yaml:9: projections.drive: has both 'synapses' and 'third'; allowed is one of them"),
        mistake(
            "rule: all_to_all",
            "rule: pairwise_bernoulli, p: [0.1, 0.2]",
            "bad.yaml:9: projections.drive.p: is a list of numbers; allowed is one number"),
        mistake(
            "rule: all_to_all",
            "rule: fixed_indegree, indegree: [1, -2]",
            "bad.yaml:9: projections.drive.indegree: is -2.0; allowed is a whole number, >= 0 and <= 2147483647"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_al",
            "bad.yaml:9: projections.drive.rule: unknown rule 'all_to_al'; did you mean 'all_to_all'?"),
        mistake(
            "rule: all_to_all",
            "rule: all_to_all, indegree: 3",
            "bad.yaml:9: projections.drive.indegree: unknown key or parameter of all_to_all; "),
        mistake(
            "weight: weight * 2",
            "weight: weight * ",
            "bad.yaml:14: projections.given.weight: in 'weight *' at character "),
        mistake(
            "weight: weight * 2",
            "weight: nrmal(1, 2)",
            "bad.yaml:14: projections.given.weight: in 'nrmal(1, 2)' at character 1: "),
        mistake(
            "edges.csv", "edgs.csv", "bad.yaml:13: projections.given.edges.file: no such file "),
        mistake(
            "edges.csv",
            "edges.dat",
            "bad.yaml:13: projections.given.edges.file: 'edges.dat' is no data file of a known kind; known: .h5, "
                + ".hdf5, .nwb, .npy, .npz, .mtx, .mtx.gz, .csv, .tsv"),
        mistake(
            "{file: edges.csv}",
            "{file: edges.csv, source: src, target: target}",
            "bad.yaml:13: projections.given.edges.source: ",
            "edges.csv: no column 'src'; known: source, target, weight"),
        mistake(
            "{file: edges.csv}",
            "{file: edges.csv, target: target}",
            "bad.yaml:13: projections.given.edges: needs a column 'source' of node numbers from 0; found: target"),
        mistake(
            "spikes: {of: cells}",
            "spike: {of: cells}",
            "bad.yaml:16: record.spike: unknown key; did you mean 'spikes'?"),
        mistake(
            "spikes: {of: cells}",
            "spikes: {of: cell}",
            "bad.yaml:16: record.spikes.of: no population 'cell'; did you mean 'cells'?"),
        mistake(
            "spikes: {of: cells}",
            "spikes: {of: cells, every: 1}",
            "bad.yaml:16: record.spikes.every: unknown key; known: format, ids, of, origin, start, stop"),
        mistake(
            "ids: [0, 3]",
            "ids: [0, -3]",
            "bad.yaml:17: record.V_m.ids[1]: is '-3'; allowed is a whole number, at least 0"),
        mistake(
            "ids: [0, 3]",
            "ids: [0, 10]",
            "bad.yaml:17: record.V_m.ids: value 1 is 10; allowed is 0 to 9, a node of cells"),
        mistake(
            "ids: [0, 3]", "ids: [3, 3]", "bad.yaml:17: record.V_m.ids[1]: node 3 occurs twice"),
        mistake(
            "ids: [0, 3]",
            "ids: []",
            "bad.yaml:17: record.V_m.ids: names no node; leave it out to record all"),
        mistake(
            "of: cells}",
            "of: noise}",
            "bad.yaml:16: record.spikes.of: population 'noise' (poisson_generator) has no spikes of its own to record"),
        mistake(
            "of: cells}",
            "of: [cells, cells]}",
            "bad.yaml:16: record.spikes.of[1]: the spikes of population 'cells' are recorded already"),
        mistake(
            "V_m: {of: cells, ids: [0, 3]",
            "V_m: {of: noise, ids: [0]",
            "bad.yaml:17: record.V_m.of: population 'noise' (poisson_generator) has no variables to record"),
        mistake(
            "every: 1.0",
            "every: 0.25",
            "bad.yaml:17: record.V_m.every: is 0.25 ms; allowed is a multiple of the resolution, 0.1 ms"),
        mistake(
            "seed: 7",
            "seed: 7\nseed: 8",
            "bad.yaml:5: key 'seed' occurs twice, first at bad.yaml:4"),
        mistake(
            "seed: 7",
            "seed: !!python/object 7",
            "bad.yaml:4: tag tag:yaml.org,2002:python/object is not allowed; write the plain value"),
        mistake("seed: 7", "seed: [7", "bad.yaml:"),
        mistake(
            "seed: 7", "seed: *other", "bad.yaml:4: *other refers to no finished anchor above it"));
  }

  private static Arguments mistake(String right, String wrong, String... lines) {
    assertThat(GOOD).contains(right);
    return Arguments.of(
        wrong,
        GOOD.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)),
        List.of(lines));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void shouldNameThePlaceAndWhatIsAllowed(String wrong, String yaml, List<String> expected) {
    List<String> problems = problems(yaml);
    for (String line : expected) {
      assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(line));
    }
    assertThat(problems)
        .allSatisfy(problem -> assertThat(problem).doesNotContain("\n").contains("bad.yaml:"));
    assertThat(problems).hasSize(Math.max(1, problemCount(expected)));
  }

  /** Lines that continue one problem do not start with the file. */
  private static int problemCount(List<String> expected) {
    return (int)
        expected.stream()
            .filter(line -> line.startsWith("bad.yaml:") || line.startsWith("no population"))
            .count();
  }

  @Test
  void shouldLoadTheRightFormOfAllThese() throws IOException {
    Experiment experiment = load(GOOD);
    assertThat(experiment.durationMs()).isEqualTo(100);
    assertThat(experiment.network().populations()).hasSize(2);
    assertThat(experiment.network().projections()).hasSize(2);
    assertThat(experiment.network().recordings()).hasSize(2);
  }

  @Test
  void shouldReportEveryErrorInTheOrderOfTheFile() {
    String yaml =
        GOOD.replace("size: 10", "size: ten")
            .replace("from: noise", "from: nose")
            .replace("of: cells}", "off: cells}");
    assertThat(problems(yaml))
        .extracting(problem -> problem.replaceAll("^bad.yaml:(\\d+):.*", "$1"))
        .containsExactly("6", "9", "16");
  }

  @Test
  void shouldRefuseWhatIsNoText() throws IOException {
    Path file = directory.resolve("bad.yaml");
    Files.write(file, new byte[] {(byte) 0x89, 'H', 'D', 'F', (byte) 0xff});
    assertThat(problemsOf(file))
        .containsExactly("bad.yaml: is not UTF-8 text, so it cannot be YAML or JSON");
    assertThat(problemsOf(directory.resolve("absent.yaml")).getFirst())
        .endsWith("absent.yaml: no such file");
    assertThat(problemsOf(directory).getFirst()).endsWith("is a directory; allowed is a file");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertThat(problems(""))
        .containsExactly("bad.yaml:1: is nothing; allowed is a mapping (key: value)");
    assertThat(problems("# nothing\n")).hasSize(1);
  }

  private List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(yaml)).problems();
  }

  private static List<String> problemsOf(Path file) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> ExperimentFile.load(file, List.of()))
        .problems();
  }

  private Experiment load(String yaml) throws IOException {
    return ExperimentFile.load(Files.writeString(directory.resolve("bad.yaml"), yaml), List.of());
  }
}
