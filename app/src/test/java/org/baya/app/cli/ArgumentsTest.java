package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private final Arguments arguments = new Arguments();
  private final Argument<Integer> threads =
      arguments.option("--threads", "N", Kind.WHOLE, "Worker threads.");
  private final Argument<String> settings =
      arguments.repeated("--set", "PATH=VALUE", Kind.TEXT, "A value.");
  private final Argument<Path> out = arguments.required("--out", "DIR", Kind.PATH, "Results.");
  private final Flag quiet = arguments.flag("--quiet", "Nothing on stderr.");
  private final Argument<Path> file = arguments.operand("FILE", Kind.PATH, 1, 1, "Input.");
  private final Argument<String> more =
      arguments.operand("MORE", Kind.TEXT, 0, Integer.MAX_VALUE, "More.");

  @Test
  void shouldReadValuesAsWordsOfTheirOwnOrBehindASign() {
    parse("--threads", "2", "in.yaml", "--set=a=b", "--quiet", "--out=d", "--set", "c=-1");
    assertThat(threads.value()).contains(2);
    assertThat(settings.values()).containsExactly("a=b", "c=-1");
    assertThat(out.required()).isEqualTo(Path.of("d"));
    assertThat(file.required()).isEqualTo(Path.of("in.yaml"));
    assertThat(quiet.isGiven()).isTrue();
    assertThat(more.values()).isEmpty();
  }

  @Test
  void shouldTakeAWordWithADashForAValueWhereAValueIsDue() {
    parse("--threads", "-3", "in.yaml", "--out", "-");
    assertThat(threads.orElse(1)).isEqualTo(-3);
    assertThat(out.required()).isEqualTo(Path.of("-"));
  }

  @Test
  void shouldTakeEverythingBehindTwoDashesForOperands() {
    parse("--out", "d", "--", "--quiet", "--more", "x");
    assertThat(file.required()).isEqualTo(Path.of("--quiet"));
    assertThat(more.values()).containsExactly("--more", "x");
    assertThat(quiet.isGiven()).isFalse();
  }

  @Test
  void shouldSayWhatIsWrong() {
    wrong("no option '--treads'; did you mean '--threads'?", "f", "--treads", "2");
    wrong("--threads is 'many'; allowed is a whole number", "f", "--threads", "many");
    wrong("--threads is ''; allowed is a whole number", "f", "--threads=");
    wrong("--threads is given twice", "f", "--threads", "1", "--threads", "2");
    wrong("--threads has no value: --threads=N", "f", "--threads");
    wrong("--threads has no value: --threads=N", "f", "--threads", "--quiet");
    wrong("--quiet takes no value", "f", "--quiet=yes");
    wrong("FILE is missing: Input.", "--out", "d");
    wrong("--out is missing: Results.", "f");
  }

  @Test
  void shouldRefuseAWordTooMany() {
    Arguments one = new Arguments();
    one.operand("FILE", Kind.PATH, 1, 1, "Input.");
    assertThatThrownBy(() -> one.parse(List.of("a", "b")))
        .isInstanceOf(UsageException.class)
        .hasMessage("'b' is one word too many");
  }

  @Test
  void shouldShowAllInItsHelp() {
    arguments.describe("Does it.");
    assertThat(arguments.usage("baya it"))
        .startsWith("Usage: baya it [OPTION]... --out=DIR FILE [MORE...]", "Does it.")
        .anyMatch(line -> line.matches(" {2}--set=PATH=VALUE +A value\\."))
        .anyMatch(line -> line.matches(" {2}--quiet +Nothing on stderr\\."))
        .anyMatch(line -> line.matches(" {2}FILE +Input\\."));
  }

  private void parse(String... words) {
    arguments.parse(List.of(words));
    arguments.check();
  }

  private static void wrong(String message, String... words) {
    assertThatThrownBy(() -> new ArgumentsTest().parse(words))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
