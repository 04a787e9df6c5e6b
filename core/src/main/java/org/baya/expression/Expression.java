package org.baya.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.random.Purpose;
import org.baya.random.StreamBlocks;

/**
 * A formula for a weight, a delay, a parameter: one value per row (edge or neuron) from columns,
 * parameters, positions and random draws. Immutable; safe for use by several threads.
 *
 * <pre>{@code
 * Expression scaled = Expression.parse("weight * (V_th[target] - E_L[target])", "v1.yaml: projections.recurrent.weight");
 * Program program = scaled.compile(seed, Purpose.WEIGHT.at(projection), known);
 * program.evaluate(bindings, rows, out);
 * }</pre>
 *
 * <p>The language, from the loosest operator to the tightest:
 *
 * <table>
 * <caption>Operators and functions</caption>
 * <tr><td>{@code or}, {@code and}, {@code not}</td><td>1 is true, 0 false; every number but 0 counts as true, NaN too</td></tr>
 * <tr><td>{@code < <= == != >= >}</td><td>give 1 or 0 as IEEE 754: with NaN all are false but {@code !=}; they do not
 * chain</td></tr>
 * <tr><td>{@code + -}, then {@code * /}</td><td>from left to right</td></tr>
 * <tr><td>{@code -x}, then {@code ^}</td><td>powers from right to left, before signs: {@code -2^2} is -4, {@code 2^-1} is
 * 0.5</td></tr>
 * <tr><td>{@code if(condition, a, b)}</td><td>draws only for the chosen side</td></tr>
 * <tr><td>{@code exp log sqrt abs sin cos tan floor ceil round pow(x, y)}</td><td>as {@link Math}; round takes halves to
 * even</td></tr>
 * <tr><td>{@code log_gamma(x)}</td><td>the logarithm of the gamma function, x above 0</td></tr>
 * <tr><td>{@code gaussian(x, mean, std) gaussian2D(x, y, mean_x, mean_y, std_x, std_y, rho) exponential_kernel(x, beta)
 * gamma_kernel(x, kappa, theta) gabor(x, y, theta, gamma, std, lam, psi)}</td><td>kernels for connection probabilities and
 * weights; see {@code docs/experiment.md}</td></tr>
 * <tr><td>{@code min max}</td><td>of two or more; NaN if one is NaN</td></tr>
 * <tr><td>{@code pi inf}</td><td>constants</td></tr>
 * <tr><td>{@code uniform(low, high) uniform_int(max) normal(mean, std) lognormal(mean, std) exponential(beta) gamma(shape, scale)
 * binomial(n, p) poisson(mean)}</td><td>see {@link org.baya.random}; parameters may be expressions</td></tr>
 * <tr><td>{@code clipped(x, low, high)}</td><td>x, moved to the nearer bound</td></tr>
 * <tr><td>{@code redrawn(distribution, low, high)}</td><td>drawn again until it is within the bounds</td></tr>
 * <tr><td>{@code NAME}, {@code NAME[target]}, {@code NAME[source]}</td><td>a column or parameter; see {@link Symbol}</td></tr>
 * <tr><td>{@code source.x target.y distance dx dy dz}</td><td>positions</td></tr>
 * </table>
 *
 * <p>NaN is never an error here; whoever uses the values checks them.
 */
public final class Expression {
  private final SyntaxError error;
  private final Node written;
  private final Node folded;

  private Expression(SyntaxError error, Node written) {
    this.error = error;
    this.written = written;
    folded = Folding.fold(written);
    check(folded);
  }

  /**
   * Parses and checks a formula; its names are checked by {@link #check(Set)}.
   *
   * @param place where it stands, for messages: {@code v1.yaml: projections.recurrent.weight}
   * @throws InvalidInputException with one line about the first error
   */
  public static Expression parse(String text, String place) {
    SyntaxError error = new SyntaxError(place, text);
    return new Expression(error, Parser.parse(error));
  }

  /** Where it stands, as given to {@link #parse}. */
  public String place() {
    return error.place();
  }

  /** What it reads, in the order of appearance. */
  public Set<Symbol> symbols() {
    Set<Symbol> found = new LinkedHashSet<>();
    written.collectSymbols(found);
    return Collections.unmodifiableSet(found);
  }

  /** Whether it is the same number for every row. */
  public boolean isConstant() {
    return folded instanceof Node.Literal;
  }

  /** Whether it draws random values. */
  public boolean isRandom() {
    return folded.isRandom();
  }

  /**
   * A number that it is never below, from its form alone; negative infinity where the form tells
   * none.
   */
  public double lowerBound() {
    ValueRange range = range();
    range.evaluate();
    return range.low();
  }

  /** Its bounds, given those of what it reads; for one thread. */
  public ValueRange range() {
    return new ValueRange(folded);
  }

  /** What gives the reverse of an edge the value that this gives the edge. */
  public Expression reversed() {
    return new Expression(error, Reversal.of(written));
  }

  /** The number that it is for every row; only if {@link #isConstant()}. */
  public double constant() {
    if (folded instanceof Node.Literal(double value)) {
      return value;
    }
    throw new IllegalStateException("not constant: " + this);
  }

  /**
   * Fails with one line unless all symbols are known.
   *
   * @param known what may be read here
   */
  public void check(Set<Symbol> known) {
    for (Symbol symbol : symbols()) {
      if (!known.contains(symbol)) {
        throw error.of("unknown name '" + symbol + "'; " + hint(symbol, known));
      }
    }
  }

  /**
   * Makes the expression ready to be evaluated by one thread.
   *
   * @param purpose what the draws are for; draw i of the expression has purpose {@code
   *     purpose.at(i)}, in the order of the distributions in the text
   * @param known what may be read here
   */
  public Program compile(long seed, Purpose purpose, Set<Symbol> known) {
    return compile(new StreamBlocks(seed, Program.MAX_ROWS), purpose, known);
  }

  /**
   * As {@link #compile(long, Purpose, Set)}, for expressions that one thread evaluates for the same
   * rows.
   *
   * @param streams of up to {@link Program#MAX_ROWS} entities
   */
  public Program compile(StreamBlocks streams, Purpose purpose, Set<Symbol> known) {
    check(known);
    return new Compiler(error, streams, purpose).compile(folded);
  }

  /** The formula with canonical spaces and brackets; parsing it gives an equal expression. */
  @Override
  public String toString() {
    return Printer.print(written);
  }

  private static String hint(Symbol symbol, Set<Symbol> known) {
    String name = symbol.name();
    for (Symbol other : List.of(Symbol.target(name), Symbol.source(name), Symbol.plain(name))) {
      if (known.contains(other)) {
        return "did you mean '" + other + "'?";
      }
    }
    Set<String> names = new TreeSet<>();
    for (Symbol other : known) {
      names.add(other.toString());
    }
    return Names.hint(symbol.toString(), names);
  }

  /** Checks parameters and bounds that are numbers. */
  private void check(Node node) {
    if (node instanceof Node.Draw draw) {
      check(draw);
    }
    if (node
            instanceof
            Node.Ternary(
                TernaryOperation operation,
                Node _,
                Node.Literal(double low),
                Node.Literal(double high))
        && operation == TernaryOperation.CLIPPED) {
      checkOrder("clipped", low, high);
    }
    for (Node child : node.children()) {
      check(child);
    }
  }

  private void check(Node.Draw draw) {
    if (draw.a() instanceof Node.Literal(double a) && draw.b() instanceof Node.Literal(double b)) {
      try {
        draw.function().check(a, b);
      } catch (InvalidInputException e) {
        throw error.of(e.getMessage());
      }
    }
    if (draw.low() instanceof Node.Literal(double low)
        && draw.high() instanceof Node.Literal(double high)) {
      checkOrder("redrawn", low, high);
    }
  }

  private void checkOrder(String function, double low, double high) {
    if (!(low <= high)) {
      throw error.of(
          function + ": low is " + low + " and high is " + high + "; low must not be above high");
    }
  }
}
