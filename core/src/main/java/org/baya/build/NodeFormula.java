package org.baya.build;

import java.util.Map;
import java.util.Objects;
import org.baya.expression.Bindings;
import org.baya.expression.Program;
import org.baya.expression.Symbol;

/**
 * A formula that gives every node of a population a value.
 *
 * @param random whether it draws, so that no two nodes need be equal
 * @param inputs what it reads, of width 1
 */
record NodeFormula(Program program, boolean random, Map<Symbol, NodeColumn> inputs) {
  private static final int BLOCK = Program.MAX_ROWS;

  /** Once if all inputs are uniform, once per type if they are by type, else node by node. */
  NodeColumn evaluate(int size) {
    NodeColumn.ByType byType = null;
    boolean perNode = random;
    for (NodeColumn column : inputs.values()) {
      perNode |= column instanceof NodeColumn.ByNode;
      byType = column instanceof NodeColumn.ByType found ? found : byType;
    }
    if (perNode) {
      double[] values = new double[size];
      for (int first = 0; first < size; first += BLOCK) {
        run(first, values, Math.min(BLOCK, size - first));
      }
      return new NodeColumn.ByNode(values, 1);
    }
    if (byType == null) {
      return new NodeColumn.Uniform(rows(1));
    }
    return new NodeColumn.ByType(byType.typeOf(), rows(byType.rows().length / byType.width()), 1);
  }

  private double[] rows(int rows) {
    double[] one = new double[1];
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      int type = row;
      program.evaluate(
          new RowBindings(
              (symbol, i) -> typeValue(Objects.requireNonNull(inputs.get(symbol)), type), 0),
          1,
          one);
      values[row] = one[0];
    }
    return values;
  }

  private static double typeValue(NodeColumn column, int type) {
    return column instanceof NodeColumn.ByType byType ? byType.rows()[type] : column.value(0, 0);
  }

  private void run(int first, double[] values, int n) {
    double[] block = new double[n];
    program.evaluate(
        new RowBindings(
            (symbol, i) -> Objects.requireNonNull(inputs.get(symbol)).value(first + i, 0), first),
        n,
        block);
    System.arraycopy(block, 0, values, first, n);
  }

  /** Value of a symbol in row i of the block. */
  @FunctionalInterface
  private interface RowValue {
    double at(Symbol symbol, int i);
  }

  /** Bindings that ask for one row at a time; populations are small beside their synapses. */
  private record RowBindings(RowValue value, long firstEntity) implements Bindings {
    @Override
    public void load(Symbol symbol, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = value.at(symbol, i);
      }
    }

    @Override
    public void entities(int n, long[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = firstEntity + i;
      }
    }
  }
}
