package org.baya.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression into tokens. */
final class Lexer {
  /** Longest expression in characters; files are not trusted. */
  private static final int MAX_LENGTH = 10_000;

  /** Most tokens of an expression. */
  private static final int MAX_TOKENS = 1_000;

  /** Signs of two characters, to be tried first. */
  private static final List<String> DOUBLE_SIGNS = List.of("<=", ">=", "==", "!=");

  private static final String SINGLE_SIGNS = "+-*/^<>(),[].";

  private final SyntaxError error;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(SyntaxError error) {
    this.error = error;
    text = error.text();
  }

  /** The tokens, with one of kind END behind them. */
  static List<Token> tokens(SyntaxError error) {
    return new Lexer(error).tokens();
  }

  private List<Token> tokens() {
    if (text.length() > MAX_LENGTH) {
      throw error.of(
          "an expression has at most " + MAX_LENGTH + " characters, this one " + text.length());
    }
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      if (tokens.size() == MAX_TOKENS) {
        throw error.at(
            at + 1, "an expression has at most " + MAX_TOKENS + " numbers, names and signs");
      }
      tokens.add(next());
    }
    tokens.add(new Token(Token.Kind.END, "", 0, text.length() + 1));
    return List.copyOf(tokens);
  }

  private Token next() {
    char c = text.charAt(at);
    if (isDigit(at) || c == '.' && isDigit(at + 1)) {
      return number();
    }
    if (Character.isLetter(c) || c == '_') {
      return name();
    }
    for (String sign : DOUBLE_SIGNS) {
      if (text.startsWith(sign, at)) {
        return sign(sign);
      }
    }
    if (SINGLE_SIGNS.indexOf(c) >= 0) {
      return sign(String.valueOf(c));
    }
    throw error.at(at + 1, unexpected(c));
  }

  private static String unexpected(char c) {
    return switch (c) {
      case '=' -> "'=' is not an operator; equality is written '=='";
      case '&' -> "'&' is not an operator; write 'and'";
      case '|' -> "'|' is not an operator; write 'or'";
      case '!' -> "'!' is not an operator; write 'not'";
      default ->
          Character.isISOControl(c) || Character.isSurrogate(c)
              ? String.format(Locale.ROOT, "unexpected character U+%04X", (int) c)
              : "unexpected character '" + c + "'";
    };
  }

  private Token number() {
    int start = at;
    skipDigits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    skipExponent();
    String digits = text.substring(start, at);
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw error.at(
          start + 1, "the number " + digits + " is too large; infinity is written 'inf'");
    }
    return new Token(Token.Kind.NUMBER, digits, value, start + 1);
  }

  private void skipExponent() {
    if (at == text.length() || "eE".indexOf(text.charAt(at)) < 0) {
      return;
    }
    boolean signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0;
    int digits = at + (signed ? 2 : 1);
    if (isDigit(digits)) {
      at = digits;
      skipDigits();
    }
  }

  private Token name() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return new Token(Token.Kind.NAME, text.substring(start, at), 0, start + 1);
  }

  private Token sign(String sign) {
    Token token = new Token(Token.Kind.SIGN, sign, 0, at + 1);
    at += sign.length();
    return token;
  }

  private void skipDigits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
