package org.baya.expression;

/**
 * Operations on one number. Those of {@link Math} have its exactness and its answers for NaN and
 * infinities. Those from LOG_GAMMA on are functions of the language.
 */
enum UnaryOperation {
  NEGATE("-"),
  NOT("not"),
  /** Not written: what {@code x ^ 2} becomes. */
  SQUARE(""),
  /** log(gamma(x)) for x above 0, otherwise NaN. */
  LOG_GAMMA("log_gamma"),
  EXP("exp"),
  LOG("log"),
  SQRT("sqrt"),
  ABS("abs"),
  SIN("sin"),
  COS("cos"),
  TAN("tan"),
  FLOOR("floor"),
  CEIL("ceil"),
  ROUND("round");

  /** As it is written. */
  final String text;

  UnaryOperation(String text) {
    this.text = text;
  }

  /** The operation on one number. */
  double apply(double a) {
    return switch (this) {
      case NEGATE -> -a;
      case NOT -> a != 0 ? 0 : 1;
      case SQUARE -> a * a;
      case LOG_GAMMA -> LogGamma.of(a);
      case EXP -> Math.exp(a);
      case LOG -> Math.log(a);
      case SQRT -> Math.sqrt(a);
      case ABS -> Math.abs(a);
      case SIN -> Math.sin(a);
      case COS -> Math.cos(a);
      case TAN -> Math.tan(a);
      case FLOOR -> Math.floor(a);
      case CEIL -> Math.ceil(a);
      case ROUND -> Math.rint(a);
    };
  }
}
