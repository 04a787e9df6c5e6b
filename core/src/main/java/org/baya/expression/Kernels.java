package org.baya.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.expression.Node.Binary;
import org.baya.expression.Node.Literal;
import org.baya.expression.Node.Unary;

/**
 * The named functions of distance and displacement, written out in the operations of the language;
 * values are those of the same formulas written by hand.
 *
 * <pre>
 *   gaussian(x, mean, std)                                      exp(-(x - mean)^2 / (2 std^2))
 *   gaussian2D(x, y, mean_x, mean_y, std_x, std_y, rho)         exp(-(u^2 + v^2 - 2 rho u v) / (2 (1 - rho^2))),
 *                                                               u = (x - mean_x) / std_x, v = (y - mean_y) / std_y
 *   exponential_kernel(x, beta)                                 exp(-x / beta)
 *   gamma_kernel(x, kappa, theta)                               x^(kappa - 1) exp(-x / theta) / (theta^kappa Gamma(kappa))
 *   gabor(x, y, theta, gamma, std, lam, psi)                    max(0, cos(2 pi v / lam + psi)) exp(-(gamma^2 u^2 + v^2) / (2 std^2)),
 *                                                               u = x cos theta + y sin theta, v = y cos theta - x sin theta;
 *                                                               theta and psi in degrees
 * </pre>
 *
 * <p>Names and parameters are those of NEST's spatial distributions, except that NEST's exponential
 * and gamma have names of their own here, since those names are distributions to draw from.
 */
final class Kernels {
  /** How a kernel is called, by its name. */
  static final Map<String, String> FORMS = new LinkedHashMap<>();

  private static final Node ONE = new Literal(1);
  private static final Node TWO = new Literal(2);
  private static final Node RADIANS_PER_DEGREE = new Literal(Math.PI / 180);

  static {
    FORMS.put("gaussian", "x, mean, std");
    FORMS.put("gaussian2D", "x, y, mean_x, mean_y, std_x, std_y, rho");
    FORMS.put("exponential_kernel", "x, beta");
    FORMS.put("gamma_kernel", "x, kappa, theta");
    FORMS.put("gabor", "x, y, theta, gamma, std, lam, psi");
  }

  private Kernels() {}

  /** A kernel's formula. */
  static Node of(String name, List<Node> a) {
    return switch (name) {
      case "gaussian" -> gaussian(a.get(0), a.get(1), a.get(2));
      case "gaussian2D" ->
          gaussian2D(
              divide(subtract(a.get(0), a.get(2)), a.get(4)),
              divide(subtract(a.get(1), a.get(3)), a.get(5)),
              a.get(6));
      case "exponential_kernel" -> exp(negate(divide(a.get(0), a.get(1))));
      case "gamma_kernel" -> gamma(a.get(0), a.get(1), a.get(2));
      case "gabor" -> gabor(a);
      default -> throw new AssertionError("no kernel " + name);
    };
  }

  private static Node gaussian(Node x, Node mean, Node std) {
    return exp(negate(divide(square(divide(subtract(x, mean), std)), TWO)));
  }

  private static Node gaussian2D(Node u, Node v, Node rho) {
    Node squares = add(square(u), square(v));
    Node mixed = multiply(multiply(TWO, rho), multiply(u, v));
    Node scale = multiply(TWO, subtract(ONE, square(rho)));
    return exp(negate(divide(subtract(squares, mixed), scale)));
  }

  private static Node gamma(Node x, Node kappa, Node theta) {
    Node power = new Binary(BinaryOperation.POWER, divide(x, theta), subtract(kappa, ONE));
    Node norm = multiply(theta, exp(new Unary(UnaryOperation.LOG_GAMMA, kappa)));
    return divide(multiply(power, exp(negate(divide(x, theta)))), norm);
  }

  private static Node gabor(List<Node> a) {
    Node theta = multiply(a.get(2), RADIANS_PER_DEGREE);
    Node cos = new Unary(UnaryOperation.COS, theta);
    Node sin = new Unary(UnaryOperation.SIN, theta);
    Node u = add(multiply(a.get(0), cos), multiply(a.get(1), sin));
    Node v = subtract(multiply(a.get(1), cos), multiply(a.get(0), sin));
    Node phase =
        add(
            divide(multiply(new Literal(2 * Math.PI), v), a.get(5)),
            multiply(a.get(6), RADIANS_PER_DEGREE));
    Node wave =
        new Binary(BinaryOperation.MAX, new Literal(0), new Unary(UnaryOperation.COS, phase));
    Node squares = add(square(multiply(a.get(3), u)), square(v));
    return multiply(wave, exp(negate(divide(squares, multiply(TWO, square(a.get(4)))))));
  }

  private static Node exp(Node a) {
    return new Unary(UnaryOperation.EXP, a);
  }

  private static Node negate(Node a) {
    return new Unary(UnaryOperation.NEGATE, a);
  }

  private static Node square(Node a) {
    return new Binary(BinaryOperation.POWER, a, TWO);
  }

  private static Node add(Node a, Node b) {
    return new Binary(BinaryOperation.ADD, a, b);
  }

  private static Node subtract(Node a, Node b) {
    return new Binary(BinaryOperation.SUBTRACT, a, b);
  }

  private static Node multiply(Node a, Node b) {
    return new Binary(BinaryOperation.MULTIPLY, a, b);
  }

  private static Node divide(Node a, Node b) {
    return new Binary(BinaryOperation.DIVIDE, a, b);
  }
}
