package org.baya.io.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path directory;

  private CsvTable table(String text) throws IOException {
    return CsvTable.open(Files.writeString(directory.resolve("t.csv"), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,x,-2.5\n3,y,1e3\n",
        "a;b;c\r\n1;x;-2.5\r\n\r\n3;y;1e3\r\n",
        "a\tb\tc\n1\tx\t-2.5\n3\ty\t1e3",
        "# comment\na b c\n1 x -2.5\n# more\n3 y 1e3\n",
        "a   b    c\n  1  x  -2.5\n3 \t y 1e3  \n",
        "\uFEFFa, b, c\n 1 , x, -2.5\n3,y, 1e3 \n",
        "\"a\",\"b\",\"c\"\n1,\"x\",\"-2.5\"\n3,y,1e3\n"
      })
  void shouldReadAnyCommonForm(String text) throws IOException {
    CsvTable table = table(text);
    assertThat(table.header()).containsExactly("a", "b", "c");
    assertThat(table.numbers("a")).containsExactly(1, 3);
    assertThat(table.numbers("c")).containsExactly(-2.5, 1000);
    assertThat(table.texts("b")).containsExactly("x", "y");
    assertThat(table.isNumeric("a")).isTrue();
    assertThat(table.isNumeric("b")).isFalse();
    assertThatThrownBy(() -> table.numbers("b"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("t.csv:b: row 0 is 'x'; allowed is a number");
  }

  @Test
  void shouldNotMindAColumnThatNobodyAsksFor() throws IOException {
    CsvTable table = table("a,b\n1,2\n3,late\n");
    assertThat(table.numbers("a")).containsExactly(1, 3);
    assertThatThrownBy(() -> table.numbers("b"))
        .hasMessageEndingWith("row 1 is 'late'; allowed is a number");
    assertThat(table.numbers("a")).containsExactly(1, 3);
  }

  @Test
  void shouldReadLongTablesInTheirOrder() throws IOException {
    StringBuilder text = new StringBuilder("i,x,name\n");
    double[] wanted = new double[300_000];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = random.nextDouble() * 1000 - 500;
      text.append(i).append(',').append(wanted[i]).append(",n\n");
    }
    CsvTable table = table(text.toString());
    for (int twice = 0; twice < 2; twice++) {
      assertThat(table.numbers("x")).isEqualTo(wanted);
      double[] i = table.numbers("i");
      assertThat(i).hasSize(wanted.length);
      assertThat(i[0]).isZero();
      assertThat(i[299_999]).isEqualTo(299_999);
    }
    Files.writeString(directory.resolve("t.csv"), text.append("300000,1\n"));
    assertThatThrownBy(() -> CsvTable.open(directory.resolve("t.csv")).numbers("x"))
        .hasMessageEndingWith("t.csv: 2 values in row 300000; the header names 3 columns");
  }

  @Test
  void shouldReadPackedLines() throws IOException {
    Path file = directory.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1\n22\n333".getBytes(StandardCharsets.UTF_8));
    }
    try (LinePieces pieces = LinePieces.open(file)) {
      assertThat(pieces.next().orElseThrow().bytes()).asString().isEqualTo("1\n22\n333");
      assertThat(pieces.next()).isEmpty();
    }
  }

  /**
   * As {@link Double#parseDouble} does, with digits and exponents on both sides of the short way.
   */
  @Test
  void shouldReadTheNearestNumber() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      String text =
          switch (i % 4) {
            case 0 -> Double.toString(value);
            case 1 -> String.format(Locale.ROOT, "%.3f", random.nextDouble() * 1e6);
            case 2 -> String.format(Locale.ROOT, "-%.18e", random.nextDouble());
            default -> random.nextLong(1L << 60) + "e" + (random.nextInt(60) - 30);
          };
      byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
      assertThat(NumberText.parse(bytes, 1, bytes.length - 1))
          .as(text)
          .isEqualTo(Double.valueOf(text));
    }
    for (String text : new String[] {"", "-", ".", "1e", "1.2.3", "0x", "e5", "1 2", "1,5"}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> NumberText.parse(bytes, 0, bytes.length))
          .as(text)
          .isInstanceOf(NumberFormatException.class);
    }
    assertThat(NumberText.parse("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NumberText.parse(" nan ")).isNaN();
    assertThat(NumberText.parse("-0.0".getBytes(StandardCharsets.UTF_8), 0, 4)).isEqualTo(-0.0);
  }
}
