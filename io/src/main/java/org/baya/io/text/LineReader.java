package org.baya.io.text;

import java.nio.charset.StandardCharsets;

/**
 * Goes through the lines of a piece of text and the fields of each line, which a character
 * separates; with a blank as separator any run of blanks and tabs separates. Blanks around a field
 * do not belong to it.
 */
public final class LineReader {
  private final byte[] text;
  private final byte separator;
  private int lineEnd;
  private int next;
  private int field;
  private int fieldEnd;
  private long lines;

  /** Before the first line of {@code text}. */
  public LineReader(byte[] text, char separator) {
    this.text = text;
    this.separator = (byte) separator;
  }

  /** Goes on to the next line that is neither empty nor begins with {@code comment}. */
  public boolean nextLine(char comment) {
    while (next < text.length) {
      int from = next;
      int to = from;
      while (to < text.length && text[to] != '\n') {
        to++;
      }
      next = to + 1;
      lines++;
      while (from < to && isBlank(text[from])) {
        from++;
      }
      if (from < to && text[from] != comment) {
        lineEnd = to;
        while (isBlank(text[lineEnd - 1])) {
          lineEnd--;
        }
        fieldEnd = separator == ' ' ? from : from - 1;
        return true;
      }
    }
    return false;
  }

  /** Lines that were passed, with the present one. */
  public long lines() {
    return lines;
  }

  /** Goes on to the next field of the line; {@code false} behind the last one. */
  public boolean nextField() {
    if (fieldEnd >= lineEnd) {
      return false;
    }
    int from = separator == ' ' ? fieldEnd : fieldEnd + 1;
    while (from < lineEnd && isBlank(text[from])) {
      from++;
    }
    int to = from;
    while (to < lineEnd && text[to] != separator && !(separator == ' ' && text[to] == '\t')) {
      to++;
    }
    field = from;
    fieldEnd = to;
    return true;
  }

  /**
   * The field as a number.
   *
   * @throws NumberFormatException if it is none
   */
  public double number() {
    return NumberText.parse(text, field, trimmedEnd());
  }

  /** The field as text. */
  public String text() {
    return new String(text, field, trimmedEnd() - field, StandardCharsets.UTF_8);
  }

  private int trimmedEnd() {
    int to = fieldEnd;
    while (to > field && isBlank(text[to - 1])) {
      to--;
    }
    return to;
  }

  private boolean isBlank(byte character) {
    return character == ' ' || character == '\r' || character == '\t' && separator != '\t';
  }
}
