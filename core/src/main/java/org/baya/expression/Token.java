package org.baya.expression;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as it is written; empty at the end
 * @param value of a number, otherwise 0
 * @param position of its first character, counted from 1
 */
record Token(Kind kind, String text, double value, int position) {

  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  /** Whether this is the operator, bracket or word {@code wanted}. */
  boolean is(String wanted) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(wanted);
  }

  /** For messages. */
  String described() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
