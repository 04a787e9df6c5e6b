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
import org.baya.expression.Program;
import org.baya.expression.Symbol;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.network.Value;
import org.baya.random.Purpose;

/**
 * Evaluates the parameters of one population; formulas may use other parameters and columns of the
 * type table.
 */
final class ParameterValues {
  private final String place;
  private final long seed;
  private final Purpose purpose;
  private final int size;
  private final Arena arena;
  private final Map<String, NodeColumn> columns;
  private final Set<String> underWay = new HashSet<>();

  /**
   * Values of a population.
   *
   * @param typeColumns columns of the type table; parameters are added to them
   */
  ParameterValues(
      String place,
      long seed,
      int population,
      int size,
      Arena arena,
      Map<String, NodeColumn> typeColumns) {
    this.place = place;
    this.seed = seed;
    this.purpose = Purpose.PARAMETER.at(population);
    this.size = size;
    this.arena = arena;
    this.columns = typeColumns;
  }

  /** All parameters of the model and all columns of the type table. */
  Map<String, NodeColumn> of(Model model, Map<String, Value> given) {
    Map<String, NodeColumn> result = new LinkedHashMap<>(columns);
    for (Parameter parameter : model.allParameters()) {
      result.put(parameter.name(), value(parameter.name(), model, given));
    }
    for (Parameter parameter : model.allParameters()) {
      check(parameter, Objects.requireNonNull(result.get(parameter.name())));
    }
    return result;
  }

  private NodeColumn value(String name, Model model, Map<String, Value> given) {
    Value value = given.get(name);
    if (value == null) {
      NodeColumn column = columns.get(name);
      return column != null ? column : standard(name, model);
    }
    return switch (value) {
      case Value.Scalar scalar -> new NodeColumn.Uniform(new double[] {scalar.value()});
      case Value.Vector vector -> new NodeColumn.Uniform(vector.values());
      case Value.Data data -> data(name, data.source().open(arena));
      case Value.Formula formula -> formula(name, formula.text(), model, given);
    };
  }

  private NodeColumn standard(String name, Model model) {
    for (Parameter parameter : model.allParameters()) {
      if (parameter.name().equals(name)) {
        return new NodeColumn.Uniform(
            parameter.standard().stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    throw new InvalidInputException(place, "no value for '" + name + "'");
  }

  private NodeColumn data(String name, Column column) {
    if (column.rows() != size) {
      throw new InvalidInputException(
          column.place(),
          "has "
              + column.rows()
              + " rows; "
              + place
              + ".parameters."
              + name
              + " needs one for each of "
              + size
              + " nodes");
    }
    return new NodeColumn.ByNode(column.toDoubles(), column.width());
  }

  private NodeColumn formula(String name, String text, Model model, Map<String, Value> given) {
    String where = place + ".parameters." + name;
    if (!underWay.add(name)) {
      throw new InvalidInputException(where, "depends on itself: '" + text + "'");
    }
    Expression expression = Expression.parse(text, where);
    Set<Symbol> known = new HashSet<>();
    columns.keySet().forEach(column -> known.add(Symbol.plain(column)));
    model.allParameters().forEach(parameter -> known.add(Symbol.plain(parameter.name())));
    expression.check(known);
    Map<Symbol, NodeColumn> inputs = new LinkedHashMap<>();
    for (Symbol symbol : expression.symbols()) {
      // A parameter that is set by a formula of its own type column's name means the column.
      boolean column = symbol.name().equals(name) && columns.containsKey(name);
      inputs.put(
          symbol,
          scalar(
              where,
              symbol,
              column
                  ? Objects.requireNonNull(columns.get(name))
                  : value(symbol.name(), model, given)));
    }
    underWay.remove(name);
    Program program = expression.compile(seed, purpose.at(parameterIndex(model, name)), known);
    return new NodeFormula(program, expression.isRandom(), inputs).evaluate(size);
  }

  private static int parameterIndex(Model model, String name) {
    int index = 0;
    while (!model.allParameters().get(index).name().equals(name)) {
      index++;
    }
    return index;
  }

  private static NodeColumn scalar(String where, Symbol symbol, NodeColumn column) {
    if (column.width() != 1) {
      throw new InvalidInputException(
          where,
          "'"
              + symbol
              + "' is a list of "
              + column.width()
              + " numbers; formulas use single numbers");
    }
    return column;
  }

  private void check(Parameter parameter, NodeColumn column) {
    String where = place + ".parameters." + parameter.name();
    if (!parameter.isVector() && column.width() != 1) {
      throw new InvalidInputException(
          where, "has " + column.width() + " numbers; it is a single number");
    }
    double[] values =
        switch (column) {
          case NodeColumn.Uniform uniform -> uniform.values();
          case NodeColumn.ByType byType -> byType.rows();
          case NodeColumn.ByNode byNode -> byNode.values();
        };
    for (int i = 0; i < values.length; i++) {
      if (!parameter.range().contains(values[i])) {
        String row =
            column instanceof NodeColumn.Uniform
                ? ""
                : (column instanceof NodeColumn.ByType ? "type " : "node ")
                    + i / column.width()
                    + ": ";
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        throw new InvalidInputException(
            where, row + values[i] + unit + "; allowed is " + parameter.range());
      }
    }
  }
}
