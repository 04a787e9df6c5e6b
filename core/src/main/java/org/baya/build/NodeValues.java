package org.baya.build;

import java.lang.foreign.Arena;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.expression.Expression;
import org.baya.expression.Symbol;
import org.baya.network.Value;
import org.baya.random.Purpose;

/**
 * Values of the nodes of one population that are no parameters: its further columns, its positions.
 * Formulas may use what is known of the node already.
 */
final class NodeValues {
  private final long seed;
  private final int size;
  private final Arena arena;
  private final Map<String, NodeColumn> known;

  /**
   * Values.
   *
   * @param known parameters and columns of width 1 that formulas may use; not copied
   */
  NodeValues(long seed, int size, Arena arena, Map<String, NodeColumn> known) {
    this.seed = seed;
    this.size = size;
    this.arena = arena;
    this.known = known;
  }

  /** One value of all nodes. */
  NodeColumn of(Value value, String place, Purpose purpose) {
    return switch (value) {
      case Value.Scalar scalar -> new NodeColumn.Uniform(new double[] {scalar.value()});
      case Value.Vector vector -> {
        if (vector.values().length != size) {
          throw new InvalidInputException(
              place,
              "has "
                  + vector.values().length
                  + " numbers; allowed is one for each of "
                  + size
                  + " nodes");
        }
        yield new NodeColumn.ByNode(vector.values(), 1);
      }
      case Value.Data data -> column(data.source().open(arena), place);
      case Value.Formula formula -> formula(formula.text(), place, purpose);
    };
  }

  private NodeColumn column(Column column, String place) {
    if (column.rows() != size || column.width() != 1) {
      throw new InvalidInputException(
          column.place(),
          "has "
              + column.rows()
              + " rows of "
              + column.width()
              + "; "
              + place
              + " needs one number for each of "
              + size
              + " nodes");
    }
    return new NodeColumn.ByNode(column.toDoubles(), 1);
  }

  private NodeColumn formula(String text, String place, Purpose purpose) {
    Expression expression = Expression.parse(text, place);
    Set<Symbol> names = new HashSet<>();
    known.forEach((name, column) -> {
      if (column.width() == 1) {
        names.add(Symbol.plain(name));
      }
    });
    expression.check(names);
    Map<Symbol, NodeColumn> inputs = new LinkedHashMap<>();
    for (Symbol symbol : expression.symbols()) {
      inputs.put(symbol, Objects.requireNonNull(known.get(symbol.name())));
    }
    return new NodeFormula(expression.compile(seed, purpose, names), expression.isRandom(), inputs)
        .evaluate(size);
  }
}
