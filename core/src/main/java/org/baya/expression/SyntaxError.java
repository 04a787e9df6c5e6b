package org.baya.expression;

import org.baya.error.InvalidInputException;

/** Where an expression stands and how it is quoted: makes its errors, one line each. */
public record SyntaxError(String place, String text) {
  /** Longer expressions are cut in messages. */
  private static final int QUOTED = 120;

  /** An error at a character, counted from 1. */
  public InvalidInputException at(int position, String message) {
    return new InvalidInputException(
        place, "in '" + quoted() + "' at character " + position + ": " + message);
  }

  /** An error of the whole expression. */
  public InvalidInputException of(String message) {
    return new InvalidInputException(place, "in '" + quoted() + "': " + message);
  }

  /** The expression on one line. */
  private String quoted() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), QUOTED); i++) {
      char c = text.charAt(i);
      line.append(
          Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR ? ' ' : c);
    }
    return text.length() > QUOTED ? line + "..." : line.toString();
  }
}
