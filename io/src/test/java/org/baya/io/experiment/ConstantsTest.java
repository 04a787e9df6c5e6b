package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantsTest {
  private static final String EXPERIMENT =
      """
      duration: '100 * ${scale}'
      constants: {scale: 0.5, n: 'round(33 * ${scale})', g: -4}
      populations:
        a: {model: iaf_psc_exp, size: '${n}', parameters: {C_m: 250, V_m: 'normal(${n}, 1)'}}
      projections:
        p: {from: a, to: a, rule: fixed_indegree, indegree: 'round(2 * ${n} / 8)', weight: '${g}', delay: '2^${g} + 1'}
      """;

  @TempDir Path folder;

  private Experiment load(String text, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("e.yaml"), text);
    return ExperimentFile.load(file, List.of(settings).stream().map(Setting::set).toList());
  }

  @Test
  void shouldStandWhereverANumberOrAFormulaMay() throws IOException {
    Experiment experiment = load(EXPERIMENT);
    assertThat(experiment.durationMs()).isEqualTo(50);
    Population population = experiment.network().populations().getFirst();
    assertThat(population.size()).isEqualTo(Optional.of(16L));
    assertThat(population.parameters().get("V_m")).isEqualTo(Value.formula("normal(16, 1)"));
    Projection projection = experiment.network().projections().getFirst();
    assertThat(projection.synapse().get("weight")).isEqualTo(Value.of(-4.0));
    assertThat(Objects.requireNonNull(projection.synapse().get("delay")))
        .isEqualTo(Value.of(1.0625));
  }

  @ParameterizedTest
  @CsvSource({"scale=2, 66", "constants.scale=2, 66", "n=7, 7"})
  void shouldBeSetByName(String setting, long size) throws IOException {
    Population population = load(EXPERIMENT, setting).network().populations().getFirst();
    assertThat(population.size()).isEqualTo(Optional.of(size));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scale: 0.5, n|scale: 0.5, m|e.yaml:4: unknown constant 'n'; known: g, m, scale",
        "scale: 0.5|scale: [1]|e.yaml:2: constants.scale: is a list; allowed is a number, or a formula of constants",
        "scale: 0.5|scale: exponential(2)|e.yaml:2: constants.scale: is 'exponential(2)'; allowed is a number, or a formula of constants",
        "scale: 0.5|a-b: 1, scale: 0.5|e.yaml:2: constants.a-b: is no name; allowed are letters, digits and '_', a letter first",
        "33 * ${scale}|33 * ${scal}|e.yaml:2: unknown constant 'scal'; did you mean 'scale'?",
        "'{scale: 0.5, n: ''round(33 * ${scale})'', g: -4}'|3|e.yaml:2: constants: is '3'; allowed is a mapping (name: number)"
      })
  void shouldBeRefusedInOneLine(String right, String wrong, String message) {
    assertThat(EXPERIMENT).contains(right);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> load(EXPERIMENT.replace(right, wrong)))
        .withMessage(message);
  }
}
