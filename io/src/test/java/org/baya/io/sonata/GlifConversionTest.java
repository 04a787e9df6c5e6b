package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allen cells in SI units become glif_psc; the expected numbers are worked out by hand. */
class GlifConversionTest {
  private static final String CELL =
      """
      {"type": "GLIF", "El_reference": -0.07, "El": 0.001, "C": 1e-10, "R_input": 2e8, "dt": 5e-05,
       "th_inf": 0.02, "spike_cut_length": 40, "init_AScurrents": [1e-12, 0.0],
       "asc_tau_array": [0.1, 0.01], "asc_amp_array": [-5e-12, -2e-10],
       "coeffs": {"th_inf": 1.1, "C": 0.9, "G": 1.2, "a": 2.0, "b": 3.0, "asc_amp_array": [2.0, 0.5]},
       "threshold_dynamics_method": {"params": {"a_spike": 0.004, "b_spike": 30.0, "a_voltage": 5.0, "b_voltage": 7.0}},
       "voltage_reset_method": {"params": {"a": 0.25, "b": 0.012}}}
      """;

  @TempDir Path directory;

  private Map<String, double[]> converted(String model, String cell) throws IOException {
    Path file = Files.writeString(directory.resolve("cell.json"), cell);
    return GlifConversion.parameters(model, JsonFile.read(file));
  }

  private static void check(Map<String, double[]> parameters, String name, double... expected) {
    assertThat(parameters).containsKey(name);
    assertThat(parameters.get(name)).as(name).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "glif_lif_psc, 0, 0, 0",
    "glif_lif_r_psc, 1, 0, 0",
    "glif_lif_asc_psc, 0, 1, 0",
    "glif_lif_r_asc_psc, 1, 1, 0",
    "glif_lif_r_asc_a_psc, 1, 1, 1"
  })
  void shouldConvertAllVariants(String model, double r, double asc, double a) throws IOException {
    assertThat(GlifConversion.serves(model)).isTrue();
    Map<String, double[]> p = converted(model, CELL);
    check(p, "V_th", -48);
    check(p, "E_L", -69);
    check(p, "V_m", -69);
    check(p, "g", 6);
    check(p, "C_m", 90);
    check(p, "t_ref", 2);
    check(p, "tau_syn", 5.5, 8.5, 2.8, 5.8);
    check(p, "spike_dependent_threshold", r);
    check(p, "after_spike_currents", asc);
    check(p, "adapting_threshold", a);
    if (r == 1) {
      check(p, "th_spike_add", 4);
      check(p, "th_spike_decay", 0.03);
      check(p, "voltage_reset_fraction", 0.25);
      check(p, "voltage_reset_add", 12);
    } else {
      check(p, "V_reset", -70);
    }
    if (asc == 1) {
      check(p, "asc_init", 1, 0);
      check(p, "asc_decay", 0.01, 0.1);
      check(p, "asc_amps", -10, -100);
    }
    assertThat(p.containsKey("asc_r")).isEqualTo(r == 1 && asc == 1);
    if (a == 1) {
      check(p, "th_voltage_index", 0.01);
      check(p, "th_voltage_decay", 0.021);
    }
  }

  @Test
  void shouldTakeParametersOfNestAsTheyAre() throws IOException {
    Map<String, double[]> p = converted("glif_lif_asc_psc", "{\"V_th\": -40.0, \"g\": 5.0}");
    check(p, "V_th", -40);
    check(p, "after_spike_currents", 1);
  }

  @Test
  void shouldRunInANetwork() throws IOException {
    Path network = Files.createDirectories(directory.resolve("network"));
    SmallSonata sonata = new SmallSonata(network);
    sonata.texts.put("models/e.json", CELL);
    sonata.edit(
        "cell_types.csv",
        "100 point_neuron nest:iaf_psc_exp",
        "100 point_neuron nest:glif_lif_asc_psc");
    sonata.texts.put("models/s.json", "{\"receptor_type\": 0}");
    assertThat(sonata.load().network().populations().getFirst().model()).isEqualTo("glif_psc");
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertThatThrownBy(() -> converted("glif_lif_psc", CELL.replace("\"R_input\"", "\"R\"")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cell.json:1: needs 'R_input'");
    assertThatThrownBy(() -> converted("glif_lif_psc", CELL.replace("2e8", "0")))
        .hasMessageContaining("R_input: is 0.0; allowed is a number above 0");
    assertThatThrownBy(() -> converted("glif_lif_asc_psc", CELL.replace("[0.1, 0.01]", "[0.1]")))
        .hasMessageContaining("asc_tau_array 1");
  }
}
