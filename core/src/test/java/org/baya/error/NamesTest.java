package org.baya.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final List<String> KNOWN =
      List.of("tau_m", "tau_syn_ex", "V_th", "V_reset", "E_L", "iaf_psc_exp", "iaf_psc_alpha");

  @ParameterizedTest
  @CsvSource({
    "taum, tau_m",
    "tau_n, tau_m",
    "Tau_M, tau_m",
    "v_th, V_th",
    "V_ht, V_th",
    "Vreset, V_reset",
    "iaf_psc_exq, iaf_psc_exp",
    "iaf_pcs_alpha, iaf_psc_alpha",
    "EL, E_L",
    "tau_syn_ex, tau_syn_ex",
    "tau_sin_ex, tau_syn_ex"
  })
  void shouldFindTheNearestName(String misspelt, String meant) {
    assertThat(Names.nearest(misspelt, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"g", "conductance", "hh_psc_alpha_gap", "weight"})
  void shouldFindNoneThatIsFar(String name) {
    assertThat(Names.nearest(name, KNOWN)).isEmpty();
  }

  @Test
  void shouldTakeNoLetterForAMisspellingOfAnother() {
    assertThat(Names.nearest("x", List.of("e", "i", "xy"))).isEmpty();
    assertThat(Names.nearest("", List.of("e"))).isEmpty();
    assertThat(Names.nearest("E", List.of("e", "i"))).contains("e");
    assertThat(Names.nearest("ex", List.of("e", "y"))).contains("e");
    assertThat(Names.hint("x", List.of("e", "i"))).isEqualTo("known: e, i");
  }

  @Test
  void shouldPreferTheFirstInTheAlphabetAmongEquallyNear() {
    assertThat(Names.nearest("xb", List.of("xc", "xa"))).isEqualTo(Optional.of("xa"));
  }

  @Test
  void shouldHelpInOneClause() {
    assertThat(Names.hint("taum", KNOWN)).isEqualTo("did you mean 'tau_m'?");
    assertThat(Names.hint("conductance", List.of("b", "a"))).isEqualTo("known: a, b");
    assertThat(Names.hint("x", List.of())).isEqualTo("none is known here");
    List<String> many = IntStream.range(0, 60).mapToObj(i -> "parameter" + i).toList();
    assertThat(Names.hint("x", many)).isEqualTo("60 names are known");
  }
}
