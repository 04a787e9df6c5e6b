package org.baya.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.baya.expression.Bindings;
import org.baya.expression.Expression;
import org.baya.expression.Program;
import org.baya.expression.Symbol;
import org.baya.random.Purpose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: every weight of the V1 network is a formula over a column and two parameters of the
 * target, every weight of a random network a draw. This measures {@link Program#evaluate} with the
 * gathering of target parameters that building does.
 *
 * <p>One operation is the value of one edge.
 */
public class ExpressionBenchmark extends PerElement {
  /** Edges per invocation. */
  static final int EDGES = Program.MAX_ROWS;

  private static final int NEURONS = 50_000;

  @Param({"weight * (V_th[target] - E_L[target])", "max(weight, 1.0)", "normal(2.0, 0.2)"})
  String formula = "weight";

  private final double[] out = new double[EDGES];
  private final Edges edges = new Edges(new SplittableRandom(SEED));
  private Program program = compile("0");

  /** Compiles the formula. */
  @Setup
  public void prepare() {
    program = compile(formula);
  }

  private static Program compile(String text) {
    Set<Symbol> known =
        new HashSet<>(List.of(Symbol.plain("weight"), Symbol.target("V_th"), Symbol.target("E_L")));
    return Expression.parse(text, "benchmark").compile(SEED, Purpose.WEIGHT, known);
  }

  /** Evaluates {@value #EDGES} edges, other ones each time. */
  @Benchmark
  @OperationsPerInvocation(EDGES)
  public double evaluate() {
    edges.first += EDGES;
    program.evaluate(edges, EDGES, out);
    return out[0];
  }

  /** The values of the last call. */
  double[] values() {
    return out;
  }

  /** What the first formula is for edge i. */
  double scaled(int i) {
    return edges.weight[i] * (edges.threshold[edges.target[i]] - edges.rest[edges.target[i]]);
  }

  /** One block of edges. */
  private static final class Edges implements Bindings {
    final double[] weight = new double[EDGES];
    final int[] target = new int[EDGES];
    final double[] threshold = new double[NEURONS];
    final double[] rest = new double[NEURONS];
    long first;

    Edges(SplittableRandom random) {
      for (int i = 0; i < EDGES; i++) {
        weight[i] = random.nextDouble();
        target[i] = random.nextInt(NEURONS);
      }
      for (int i = 0; i < NEURONS; i++) {
        threshold[i] = -50 + random.nextDouble();
        rest[i] = -70 - random.nextDouble();
      }
    }

    @Override
    public void load(Symbol symbol, int n, double[] out) {
      switch (symbol.name()) {
        case "weight" -> System.arraycopy(weight, 0, out, 0, n);
        case "V_th" -> gather(threshold, n, out);
        default -> gather(rest, n, out);
      }
    }

    private void gather(double[] perNode, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = perNode[target[i]];
      }
    }

    @Override
    public void entities(int n, long[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = first + i;
      }
    }
  }
}
