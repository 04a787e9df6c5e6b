package org.baya.connect.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text form: what it prints, and one line for every mistake. */
class AlgebraTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "random(0.1) * ful | at character 15: unknown name 'ful'; did you mean 'full'?",
        "random(0.1) * | at character 14: expected a name, a number, '(' or '[', found the end",
        "random(0.1 full | at character 12: expected ')' or ',', found 'f'",
        "random(1.5) | at character 1: the probability is 1.5; allowed is 0 to 1",
        "random() | at character 1: random needs one argument; write random(p), random(N=n), random(fanIn=n) or random(fanOut=n)",
        "random(fanin=3) | at character 1: random has no argument 'fanin'; did you mean 'fanIn'?",
        "random(fanIn=2.5) | at character 1: expected a whole number, found 2.5",
        "random(fanIn=-2) | at character 1: random: fanIn is -2; allowed is 0 or more",
        "full * random(fanIn=3) | at character 6: the operator random(fanIn=3) acts on what stands right of it; nothing does",
        "block(0) * full | at character 1: block: M is 0; allowed is 1 or more",
        "block(2, 3, 4) * full | at character 1: block has 3 arguments; write block(M) or block(M, N)",
        "cross(1) | at character 1: cross has 1 argument; write cross(sources, targets)",
        "cross((5, 3), N) | at character 1: the interval (5, 3) needs 0 <= low <= high < 2147483647",
        "full + 3 | at character 6: expected a mask, found the number 3.0",
        "[(0, 1), 2] | at character 1: expected a pair (source, target) in the list, found the number 2.0",
        "disc(0.1) * full | at character 11: expected a value set or a number, found a mask",
        "disc(-1) * d | at character 1: disc: the radius is -1.0; allowed is 0 or more",
        "gaussian(0, 1) * d | at character 1: gaussian: sigma is 0.0; allowed is above 0",
        "gaussian(cutoff=1) * d | at character 1: gaussian(sigma, cutoff): an argument is given twice or missing",
        "cset(full, 1) + cset(full, 1, 2) | at character 15: one set has 1 values, the other 2; a sum needs the same",
        "2 * cset(full, 1, 2) | at character 3: arithmetic needs a connection set of one value, this one has 2; make a new one with cset(mask(c), 2 * value(c, 0), ...)",
        "full - cset(full, 1) | at character 6: only a mask can be taken away; write mask(c) for that of a connection set",
        "cset(full, 1) * cset(full, 1) | at character 15: two connection sets have no intersection; write mask(c) for the mask of one",
        "cset(full, weight=1, 2) | at character 22: arguments without a name stand before those with one",
        "value(cset(full, 1), 1) | at character 1: there is no value 1; the connection set has 1, counted from 0",
        "partition(full, [full], 1) | at character 1: partition: selected is 1; allowed is 0 to 0",
        "full = oneToOne; full | at character 1: 'full' has a meaning already; take another name",
        "a = full; a = full; a | at character 11: 'a' is defined twice",
        "a = full b | at character 10: expected an operator, or ';' or a line break behind a definition, found 'b'",
        "a = full; | at character 10: the connection set is missing: the last line must not be a definition",
        "oneToOne(3) | at character 1: 'oneToOne' takes no arguments",
        "block * full | at character 1: 'block' needs arguments in brackets",
        "full $ full | at character 6: expected an operator or the end, found '$'",
        "vset(i + | at character 5: the bracket of 'vset' is not closed",
        "~3 | at character 1: expected a mask, found the number 3.0",
        "full / 2 | at character 6: cannot divide a mask by the number 2.0"
      })
  void shouldNameThePlaceAndTheWayOutWhenTextIsWrong(String text, String message) {
    assertThatThrownBy(() -> ConnectionSet.parse(text, "a.yaml:3"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("a.yaml:3: in '" + text + "' " + message);
  }

  @Test
  void shouldNameTheWrongPartWhenFormulaIsWrong() {
    assertThatThrownBy(() -> ConnectionSet.parse("cset(full, normal(1, -2))", "p"))
        .hasMessageStartingWith("p: in 'normal(1, -2)': normal: ");
    assertThatThrownBy(() -> Scenes.edges("cset(full, vset(i + k))", Scenes.plain(2, 2, 1)))
        .hasMessageStartingWith("text: in 'i + k': unknown name 'k'; ");
  }

  @Test
  void shouldSayWhatIsMissingWhenThereAreNoPositions() {
    assertThatThrownBy(() -> Scenes.edges("disc(0.5) * d", Scenes.plain(2, 2, 1)))
        .hasMessage(
            "p: (disc(0.5) * d) needs positions: both populations need the same coordinates (x, y, z)");
  }

  @Test
  void shouldAskForNamesWhenThereAreManyValues() {
    ConnectionSet set = ConnectionSet.parse("cset(full, 1, 2, 3)", "text");
    assertThatThrownBy(() -> set.edges(Scenes.plain(2, 2, 1), List.of()))
        .hasMessage("p: the connection set has 3 values and there are names for 2: weight, delay");
  }

  @Test
  void shouldUseTheNamesWhenValuesHaveSome() {
    ConnectionSet set = ConnectionSet.parse("cset(full, delay=2, weight=i)", "text");
    assertThat(set.edges(Scenes.plain(2, 2, 1), List.of()).columns())
        .containsExactly("delay", "weight");
    assertThat(set.edges(Scenes.plain(2, 2, 1), List.of()).constant("delay")).hasValue(2);
    assertThat(set.edges(Scenes.plain(2, 2, 1), List.of()).constant("weight")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r = random(0.4); r + transpose * r - random(0.4)",
        "cset(random(0.3) * (full - oneToOne), weight=normal(1, 0.5), delay=1 + d)",
        "c = cset(disc(0.4) * d, i); block(2) * c + transpose * (3 * c) + shift(-1, 2) * repeat(5) * c",
        "random * (gaussian(0.2, 0.5) * d) * ~cross(~ival(3, 5), [1, 2, (4, 6)])",
        "random(N=30) * (full - [(1, 2), (1, 2)]) + random(fanIn=2) * full + random(fanOut=2)",
        "c = cset([(0, 0)], 1) + cset(random(0.5), uniform(0, 1)); cset(mask(c), value(c, 0))",
        "rectangle(0.3, 0.4) * d * random(0.5) + disc(0.2) * vset(distance + 0.1)"
      })
  void shouldMakeTheSameEdgesWhenPrintedAndReadAgain(String text) {
    ConnectionSet set = ConnectionSet.parse(text, "text");
    Connectivity.Algebra printed = set.connectivity();
    ConnectionSet again = ConnectionSet.parse(printed.text(), "printed");
    ConnectionSet.Populations populations = Scenes.placed(12, 11, 5);
    assertThat(Scenes.edges(again, populations)).isEqualTo(Scenes.edges(set, populations));
  }

  @Test
  void shouldFailWithOneLineWhenTextIsNoise() {
    String letters = "()[],;=+-*/~ 0123.eNdifull random(blockcset\n\t'";
    SplittableRandom random = new SplittableRandom(77);
    for (int trial = 0; trial < 20_000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(25); k >= 0; k--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        ConnectionSet.parse(text.toString(), "place");
      } catch (InvalidInputException e) {
        assertThat(e.problems()).hasSize(1);
      }
    }
  }

  @Test
  void shouldRefuseWhenBracketsAreTooDeep() {
    assertThatThrownBy(() -> ConnectionSet.parse("(".repeat(5000) + "full", "p"))
        .hasMessageContaining("more than 200 brackets or signs within each other");
    assertThatThrownBy(() -> ConnectionSet.parse("full" + "+full".repeat(5000), "p"))
        .hasMessageContaining("more than 1000 parts");
  }
}
