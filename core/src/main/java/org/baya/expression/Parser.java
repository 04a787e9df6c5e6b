package org.baya.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.expression.Node.Binary;
import org.baya.expression.Node.Literal;
import org.baya.expression.Node.Reference;
import org.baya.expression.Node.Unary;

/**
 * Recursive descent, one method per level of the grammar, from the loosest operator to the
 * tightest:
 *
 * <pre>
 *   or          and { "or" and }
 *   and         not { "and" not }
 *   not         "not" not | comparison
 *   comparison  sum [ ( "<" | "<=" | "==" | "!=" | ">=" | ">" ) sum ]
 *   sum         product { ( "+" | "-" ) product }
 *   product     sign { ( "*" | "/" ) sign }
 *   sign        ( "-" | "+" ) sign | power
 *   power       primary [ "^" sign ]
 *   primary     number | "(" or ")" | function "(" or { "," or } ")" | NAME | NAME "[" ( "target" | "source" ) "]"
 *               | ( "source" | "target" ) "." ( "x" | "y" | "z" )
 * </pre>
 */
final class Parser {
  /**
   * Longest chain of operations that depend on each other, for example summands; files are not
   * trusted.
   */
  private static final int MAX_DEPTH = 200;

  /** Most brackets within each other; each takes two levels of recursion. */
  private static final int MAX_NESTING = 100;

  private static final Map<String, BinaryOperation> COMPARISONS =
      Map.of(
          "<", BinaryOperation.LESS,
          "<=", BinaryOperation.AT_MOST,
          "==", BinaryOperation.EQUAL,
          "!=", BinaryOperation.DIFFERENT,
          ">=", BinaryOperation.AT_LEAST,
          ">", BinaryOperation.GREATER);

  private static final Set<String> WORDS = Set.of("and", "or", "not", "if");
  private static final Set<String> AXES = Set.of("x", "y", "z");
  private static final Set<String> DISPLACEMENTS = Set.of("dx", "dy", "dz");

  private final SyntaxError error;
  private final List<Token> tokens;
  private final Functions functions;
  private int next;
  private int nesting;

  private Parser(SyntaxError error) {
    this.error = error;
    tokens = Lexer.tokens(error);
    functions = new Functions(error);
  }

  /** The tree of an expression. */
  static Node parse(SyntaxError error) {
    Parser parser = new Parser(error);
    Node root = parser.or();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw parser.expected("an operator or the end");
    }
    if (root.depth() > MAX_DEPTH) {
      throw error.of("more than " + MAX_DEPTH + " operations depend on each other");
    }
    return root;
  }

  private Node or() {
    Node left = and();
    while (skip("or")) {
      left = new Binary(BinaryOperation.OR, left, and());
    }
    return left;
  }

  private Node and() {
    Node left = not();
    while (skip("and")) {
      left = new Binary(BinaryOperation.AND, left, not());
    }
    return left;
  }

  private Node not() {
    enter();
    Node result = skip("not") ? new Unary(UnaryOperation.NOT, not()) : comparison();
    nesting--;
    return result;
  }

  private Node comparison() {
    Node left = sum();
    Optional<BinaryOperation> operation = comparisonHere();
    if (operation.isEmpty()) {
      return left;
    }
    next++;
    Node right = sum();
    if (comparisonHere().isPresent()) {
      throw error.at(peek().position(), "comparisons do not chain; write 'a < b and b < c'");
    }
    return new Binary(operation.get(), left, right);
  }

  private Node sum() {
    Node left = product();
    while (true) {
      if (skip("+")) {
        left = new Binary(BinaryOperation.ADD, left, product());
      } else if (skip("-")) {
        left = new Binary(BinaryOperation.SUBTRACT, left, product());
      } else {
        return left;
      }
    }
  }

  private Node product() {
    Node left = sign();
    while (true) {
      if (skip("*")) {
        if (peek().is("*")) {
          throw error.at(peek().position(), "'**' is not an operator; a power is written '^'");
        }
        left = new Binary(BinaryOperation.MULTIPLY, left, sign());
      } else if (skip("/")) {
        left = new Binary(BinaryOperation.DIVIDE, left, sign());
      } else {
        return left;
      }
    }
  }

  private Node sign() {
    enter();
    Node result;
    if (skip("-")) {
      result = new Unary(UnaryOperation.NEGATE, sign());
    } else if (skip("+")) {
      result = sign();
    } else {
      result = power();
    }
    nesting--;
    return result;
  }

  private Node power() {
    Node base = primary();
    return skip("^") ? new Binary(BinaryOperation.POWER, base, sign()) : base;
  }

  private Node primary() {
    Token token = peek();
    if (token.kind() == Token.Kind.NUMBER) {
      next++;
      return new Literal(token.value());
    }
    if (skip("(")) {
      Node inner = or();
      require(")");
      return inner;
    }
    if (token.kind() != Token.Kind.NAME || WORDS.contains(token.text()) && !callHere()) {
      throw expected("a number, a name or '('");
    }
    next++;
    if (peek().is("(")) {
      return call(token);
    }
    return name(token);
  }

  private Node call(Token name) {
    functions.checkName(name);
    int index = functions.reserve(name);
    next++;
    List<Node> arguments = new ArrayList<>();
    if (!peek().is(")")) {
      do {
        arguments.add(or());
      } while (skip(","));
    }
    require(")");
    return functions.call(name, index, arguments);
  }

  private Node name(Token name) {
    String text = name.text();
    if (skip("[")) {
      Token side = take();
      if (!side.is("target") && !side.is("source")) {
        String expected = "expected 'target' or 'source' in the brackets of '" + text + "', found ";
        throw error.at(side.position(), expected + side.described());
      }
      require("]");
      return new Reference(side.is("target") ? Symbol.target(text) : Symbol.source(text));
    }
    if (skip(".")) {
      return position(name);
    }
    return switch (text) {
      case "pi" -> new Literal(Math.PI);
      case "inf" -> new Literal(Double.POSITIVE_INFINITY);
      case "distance" -> new Reference(Symbol.DISTANCE);
      default ->
          new Reference(
              DISPLACEMENTS.contains(text) ? Symbol.displacement(text) : Symbol.plain(text));
    };
  }

  private Node position(Token side) {
    if (!side.is("target") && !side.is("source")) {
      throw error.at(
          side.position(), "only 'source' and 'target' have a position, not '" + side.text() + "'");
    }
    Token axis = take();
    if (!AXES.contains(axis.text())) {
      throw error.at(
          axis.position(),
          "expected x, y or z after '" + side.text() + ".', found " + axis.described());
    }
    return new Reference(
        side.is("target")
            ? Symbol.targetPosition(axis.text())
            : Symbol.sourcePosition(axis.text()));
  }

  /** Counts a level of recursion; whoever returns normally takes it back. */
  private void enter() {
    nesting++;
    if (nesting > 2 * MAX_NESTING) {
      throw error.at(
          peek().position(), "more than " + MAX_NESTING + " brackets or signs within each other");
    }
  }

  private boolean callHere() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1)).is("(") && peek().is("if");
  }

  private Optional<BinaryOperation> comparisonHere() {
    return peek().kind() == Token.Kind.SIGN
        ? Optional.ofNullable(COMPARISONS.get(peek().text()))
        : Optional.empty();
  }

  private Token peek() {
    return tokens.get(next);
  }

  /** The next token; the end stays where it is. */
  private Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  private boolean skip(String wanted) {
    if (!peek().is(wanted)) {
      return false;
    }
    next++;
    return true;
  }

  private void require(String wanted) {
    if (!skip(wanted)) {
      throw expected("'" + wanted + "'");
    }
  }

  private InvalidInputException expected(String what) {
    return error.at(peek().position(), "expected " + what + ", found " + peek().described());
  }
}
