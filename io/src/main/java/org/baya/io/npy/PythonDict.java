package org.baya.io.npy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.error.InvalidInputException;

/**
 * Reads the one-line Python dictionary of an array header: {@code {'descr': '<f4', 'fortran_order':
 * False, 'shape': (3, 4), }}. Values are strings, {@code True} and {@code False}, or tuples of
 * whole numbers.
 */
final class PythonDict {
  /** A header of NumPy's own has 118 characters. */
  private static final int MOST_SHOWN = 118;

  private final String text;
  private final String place;
  private int at;

  private PythonDict(String text, String place) {
    // Parts of it are shown in messages, which are one line.
    this.text = text.replaceAll("\\p{Cntrl}", " ");
    this.place = place;
  }

  /** The entries: {@link String}, {@link Boolean} or a list of {@link Long}. */
  static Map<String, Object> parse(String text, String place) {
    return new PythonDict(text, place).dict();
  }

  private Map<String, Object> dict() {
    Map<String, Object> entries = new HashMap<>();
    expect('{');
    while (!skip('}')) {
      String key = string();
      expect(':');
      entries.put(key, value());
      if (!skip(',')) {
        expect('}');
        break;
      }
    }
    return entries;
  }

  private Object value() {
    char next = peek();
    if (next == '\'' || next == '"') {
      return string();
    }
    if (next == '(') {
      return tuple();
    }
    if (next == '[') {
      throw new InvalidInputException(
          place, "holds records of several fields; allowed are arrays of plain numbers");
    }
    if (text.startsWith("True", at)) {
      at += 4;
      return true;
    }
    if (text.startsWith("False", at)) {
      at += 5;
      return false;
    }
    throw damaged();
  }

  private List<Long> tuple() {
    List<Long> numbers = new ArrayList<>();
    expect('(');
    while (!skip(')')) {
      numbers.add(number());
      if (!skip(',')) {
        expect(')');
        break;
      }
    }
    return numbers;
  }

  private long number() {
    peek();
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      long number = Long.parseLong(text, from, at, 10);
      // Python 2 wrote long integers as 10L.
      skip('L');
      return number;
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          place,
          "has a header with an impossible shape: "
              + text.substring(0, Math.min(text.length(), MOST_SHOWN)).strip(),
          e);
    }
  }

  private String string() {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw damaged();
    }
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw damaged();
    }
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      throw damaged();
    }
    return text.charAt(at);
  }

  private boolean skip(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw damaged();
    }
  }

  private InvalidInputException damaged() {
    return new InvalidInputException(place, "has a header that is damaged at character " + at);
  }
}
