package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a Javadoc comment of a class into lines for a terminal: paragraphs, preformatted blocks and
 * tables; nothing else occurs.
 */
final class CommentText {
  private static final Pattern TAG = Pattern.compile("\\{@\\w+ ((?:[^{}]|\\{[^{}]*})*)}");
  private static final Pattern CELL = Pattern.compile("<t[hd]>(.*?)</t[hd]>");
  private static final Pattern MARK = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final List<String[]> rows = new ArrayList<>();
  private final int width;
  private boolean preformatted;

  private CommentText(int width) {
    this.width = width;
  }

  /**
   * The class comment in {@code source}.
   *
   * @param source text of a Java file
   * @param width columns
   * @return no lines if there is no comment
   */
  static List<String> ofClass(String source, int width) {
    int start = source.indexOf("\n/**");
    int end = source.indexOf("*/", Math.max(0, start));
    if (start < 0 || end < 0) {
      return List.of();
    }
    CommentText text = new CommentText(width);
    source
        .substring(start + 4, end)
        .lines()
        .forEach(line -> text.add(line.replaceFirst("^\\s*\\* ?", "")));
    text.endParagraph();
    return text.lines.stream().map(String::stripTrailing).toList();
  }

  private void add(String line) {
    if (line.strip().equals("<pre>")) {
      endParagraph();
      preformatted = true;
    } else if (line.strip().equals("</pre>")) {
      preformatted = false;
      lines.add("");
    } else if (preformatted) {
      lines.add(plain(line));
    } else if (line.contains("<tr>")) {
      endParagraph();
      rows.add(
          CELL.matcher(line).results().map(cell -> plain(cell.group(1))).toArray(String[]::new));
    } else if (line.strip().equals("</table>")) {
      endTable();
    } else if (line.isBlank() || line.startsWith("<p>") || line.contains("<table>")) {
      endParagraph();
      paragraph.append(line);
    } else {
      paragraph.append(' ').append(line);
    }
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      TextTable table = new TextTable(rows.getFirst().length, rows.getFirst());
      rows.stream().skip(1).forEach(table::add);
      table.lines().forEach(row -> lines.add("  " + row));
      lines.add("");
      rows.clear();
    }
  }

  private void endParagraph() {
    String text = plain(paragraph.toString().replaceAll("\\s+", " ")).strip();
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      lines.addAll(wrap(text, width));
      lines.add("");
    }
  }

  /** Without marks and tags. */
  private static String plain(String line) {
    String text = MARK.matcher(line).replaceAll("");
    Matcher tag = TAG.matcher(text);
    return tag.replaceAll("$1").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** {@code text} in lines of at most {@code width} columns, broken at spaces. */
  static List<String> wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    wrapped.add(line.toString());
    return wrapped;
  }
}
