package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.SyntaxError;

/**
 * Reads the text form by recursive descent, from the loosest sign to the tightest. An operator is
 * applied to what stands right of it by the sign {@code *}, which groups from the left.
 *
 * <pre>
 *   text        { NAME "=" sum ( ";" | line break ) } sum
 *   sum         product { ( "+" | "-" ) product }
 *   product     sign { ( "*" | "/" ) sign }
 *   sign        ( "-" | "~" ) sign | primary
 *   primary     number | NAME | NAME "(" [ argument { "," argument } ] ")" | "(" sum { "," sum } ")" | "[" [ sum { "," sum } ] "]"
 *   argument    sum | NAME "=" sum
 * </pre>
 *
 * <p>The brackets of {@code vset} and of distributions hold an expression of the expression
 * language.
 */
final class AlgebraParser {
  /** Longest text; files are not trusted. */
  private static final int MAX_LENGTH = 100_000;

  /** Most brackets and signs within each other. */
  private static final int MAX_NESTING = 200;

  /** Most signs and names altogether: masks are evaluated recursively. */
  private static final int MAX_PARTS = 1_000;

  private final SyntaxError error;
  private final String text;
  private final Map<String, Operand> defined = new HashMap<>();
  private int at;
  private int nesting;
  private int parts;

  private AlgebraParser(SyntaxError error) {
    this.error = error;
    text = error.text();
  }

  /**
   * Reads a text.
   *
   * @param place for messages
   * @throws InvalidInputException with one line about the first error
   */
  static ConnectionSet parse(String text, String place) {
    return new AlgebraParser(new SyntaxError(place, text)).parse();
  }

  private ConnectionSet parse() {
    if (text.length() > MAX_LENGTH) {
      throw error.of("a connection set has at most " + MAX_LENGTH + " characters");
    }
    separators();
    while (definesName()) {
      define();
      separators();
    }
    Operand result = sum();
    separators();
    if (!atEnd()) {
      throw expected("an operator or the end");
    }
    return at(1, () -> Operations.settled(result).asConnections());
  }

  private boolean definesName() {
    spaces();
    int start = at;
    boolean defines = isNameStart() && !name().isEmpty() && skip('=');
    at = start;
    return defines;
  }

  private void define() {
    int position = at + 1;
    String name = name();
    if (Vocabulary.names().contains(name)) {
      throw error.at(position, "'" + name + "' has a meaning already; take another name");
    }
    if (defined.containsKey(name)) {
      throw error.at(position, "'" + name + "' is defined twice");
    }
    skip('=');
    defined.put(name, at(position, () -> Operations.settled(sum())));
    int end = at;
    spaces();
    if (!atEnd() && text.charAt(at) != ';' && text.substring(end, at).indexOf('\n') < 0) {
      throw expected("an operator, or ';' or a line break behind a definition");
    }
    separators();
    if (atEnd()) {
      throw error.at(
          at + 1, "the connection set is missing: the last line must not be a definition");
    }
  }

  private Operand sum() {
    Operand left = product();
    while (true) {
      int position = position();
      if (skip('+')) {
        left = binary(position, left, product(), Operations::add);
      } else if (skip('-')) {
        left = binary(position, left, product(), Operations::subtract);
      } else {
        return left;
      }
    }
  }

  private Operand product() {
    Operand left = sign();
    while (true) {
      int position = position();
      if (skip('*')) {
        left = binary(position, left, sign(), Operations::multiply);
      } else if (skip('/')) {
        left = binary(position, left, sign(), Operations::divide);
      } else {
        return left;
      }
    }
  }

  private Operand binary(
      int position, Operand left, Operand right, BinaryOperator<Operand> operation) {
    return at(position, () -> operation.apply(left, right));
  }

  private Operand sign() {
    enter();
    int position = position();
    Operand result;
    if (skip('-')) {
      Operand operand = sign();
      result = at(position, () -> Operations.negate(operand));
    } else if (skip('~')) {
      Operand operand = sign();
      result = at(position, () -> Operations.complement(operand));
    } else {
      result = primary();
    }
    nesting--;
    return result;
  }

  private Operand primary() {
    spaces();
    if (isNameStart()) {
      return named();
    }
    if (isDigit(at) || !atEnd() && text.charAt(at) == '.' && isDigit(at + 1)) {
      return new Operand.Numeral(number());
    }
    if (skip('(')) {
      List<Operand> all = list(')');
      if (all.isEmpty()) {
        throw error.at(at, "nothing stands between the brackets");
      }
      return all.size() == 1 ? all.getFirst() : new Operand.Tuple(all);
    }
    if (skip('[')) {
      return new Operand.Items(list(']'));
    }
    throw expected("a name, a number, '(' or '['");
  }

  /** What stands up to a closing bracket, which is taken too. */
  private List<Operand> list(char closing) {
    List<Operand> all = new ArrayList<>();
    if (skip(closing)) {
      return all;
    }
    do {
      all.add(sum());
    } while (skip(','));
    require(closing);
    return all;
  }

  private Operand named() {
    int position = at + 1;
    String name = name();
    Operand own = defined.get(name);
    if (own != null) {
      return own;
    }
    boolean formula = name.equals(Vocabulary.FORMULA) || Vocabulary.DISTRIBUTIONS.contains(name);
    if (opens()) {
      if (formula) {
        return formula(name);
      }
      if (Vocabulary.isWord(name)) {
        return call(name, position);
      }
    } else if (Vocabulary.isConstant(name)) {
      return Vocabulary.constant(name);
    }
    boolean known = formula || Vocabulary.isWord(name) || Vocabulary.isConstant(name);
    throw error.at(
        position,
        known
            ? "'"
                + name
                + "' "
                + (formula || !opens() ? "needs arguments in brackets" : "takes no arguments")
            : "unknown name '" + name + "'; " + hint(name));
  }

  private String hint(String name) {
    Set<String> known = new TreeSet<>(Vocabulary.names());
    known.addAll(defined.keySet());
    return Names.hint(name, known);
  }

  private Operand formula(String name) {
    skip('(');
    int start = at;
    for (int depth = 1; depth > 0; at++) {
      if (atEnd()) {
        throw error.at(start, "the bracket of '" + name + "' is not closed");
      }
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
    }
    String inside = text.substring(start, at - 1);
    String whole = name.equals(Vocabulary.FORMULA) ? inside : name + "(" + inside + ")";
    ValueSet value = ValueSet.formula(whole, error.place());
    return value instanceof ConstantValue constant
        ? new Operand.Numeral(constant.value())
        : new Operand.Value(value);
  }

  private Operand call(String name, int position) {
    skip('(');
    List<Operand> plain = new ArrayList<>();
    Map<String, Operand> named = new LinkedHashMap<>();
    if (!skip(')')) {
      do {
        argument(plain, named);
      } while (skip(','));
      require(')');
    }
    return at(position, () -> Vocabulary.call(new Call(name, plain, named)));
  }

  private void argument(List<Operand> plain, Map<String, Operand> named) {
    int position = position();
    if (!definesName()) {
      if (!named.isEmpty()) {
        throw error.at(position, "arguments without a name stand before those with one");
      }
      plain.add(sum());
      return;
    }
    String key = name();
    skip('=');
    if (named.put(key, sum()) != null) {
      throw error.at(position, "'" + key + "' is given twice");
    }
  }

  /** Counts a level of recursion; whoever returns normally takes it back. */
  private void enter() {
    parts++;
    nesting++;
    if (nesting > MAX_NESTING) {
      throw error.at(
          position(), "more than " + MAX_NESTING + " brackets or signs within each other");
    }
    if (parts > MAX_PARTS) {
      throw error.at(position(), "more than " + MAX_PARTS + " parts");
    }
  }

  /** Puts the place into errors that know none. */
  private <T> T at(int position, Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidInputException e) {
      String message = e.getMessage();
      throw message.startsWith(error.place()) ? e : error.at(position, message);
    }
  }

  private InvalidInputException expected(String what) {
    spaces();
    String found = atEnd() ? "the end" : "'" + text.charAt(at) + "'";
    return error.at(at + 1, "expected " + what + ", found " + found);
  }

  private String name() {
    spaces();
    int start = at;
    while (!atEnd() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isNameStart() {
    return !atEnd() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_');
  }

  private double number() {
    int start = at;
    digits();
    if (!atEnd() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (!atEnd() && "eE".indexOf(text.charAt(at)) >= 0) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
      if (isDigit(at + sign)) {
        at += sign;
        digits();
      }
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** Whether a bracket comes next; moves nothing. */
  private boolean opens() {
    int next = position() - 1;
    return next < text.length() && text.charAt(next) == '(';
  }

  private boolean skip(char wanted) {
    int start = at;
    spaces();
    if (atEnd() || text.charAt(at) != wanted) {
      at = start;
      return false;
    }
    at++;
    return true;
  }

  private void require(char wanted) {
    if (!skip(wanted)) {
      throw expected("'" + wanted + "' or ','");
    }
  }

  /** Where the next sign or name stands, counted from 1; moves nothing. */
  private int position() {
    int start = at;
    spaces();
    int position = at + 1;
    at = start;
    return position;
  }

  private void spaces() {
    while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void separators() {
    spaces();
    while (!atEnd() && text.charAt(at) == ';') {
      at++;
      spaces();
    }
  }

  private boolean atEnd() {
    return at >= text.length();
  }
}
