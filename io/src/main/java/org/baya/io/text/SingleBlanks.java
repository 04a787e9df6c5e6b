package org.baya.io.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text in which any run of blanks and tabs outside quotes is one blank, and lines begin and end
 * without: a table whose columns are lined up.
 */
final class SingleBlanks extends Reader {
  private final BufferedReader lines;
  private String line = "";
  private int at;

  SingleBlanks(BufferedReader lines) {
    this.lines = lines;
  }

  /** A line with single blanks. */
  static String of(String line) {
    StringBuilder single = new StringBuilder(line.length());
    boolean quoted = false;
    for (char c : line.strip().toCharArray()) {
      quoted ^= c == '"';
      boolean blank = !quoted && (c == ' ' || c == '\t');
      if (!blank) {
        single.append(c);
      } else if (single.charAt(single.length() - 1) != ' ') {
        single.append(' ');
      }
    }
    return single.toString();
  }

  @Override
  public int read(char[] out, int from, int count) throws IOException {
    if (at == line.length()) {
      String next = lines.readLine();
      if (next == null) {
        return -1;
      }
      line = of(next) + "\n";
      at = 0;
    }
    int n = Math.min(count, line.length() - at);
    line.getChars(at, at + n, out, from);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
