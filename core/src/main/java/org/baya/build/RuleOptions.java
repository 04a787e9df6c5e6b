package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.connect.ConnectionRule;
import org.baya.connect.ConnectionRule.Over;
import org.baya.connect.PairValue;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.Expression;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.network.Connectivity;
import org.baya.network.Value;
import org.baya.random.Purpose;

/**
 * The options of a rule in one projection, checked.
 *
 * @param parameters those that are numbers; one that is given by formula or node by node has its
 *     place in {@code values} only
 * @param values those that may differ from pair to pair, all of them
 */
record RuleOptions(Parameters parameters, Map<String, PairValue> values) {

  /** Reads options. For one projection. */
  static final class Reader {
    private final ConnectionRule rule;
    private final ResolvedPopulation from;
    private final ResolvedPopulation to;
    private final long seed;
    private final int projection;
    private final Arena arena;
    private final String place;

    /**
     * A reader.
     *
     * @param projection its number in the network
     * @param place of the projection
     */
    Reader(
        ConnectionRule rule,
        ResolvedPopulation from,
        ResolvedPopulation to,
        long seed,
        int projection,
        Arena arena,
        String place) {
      this.rule = rule;
      this.from = from;
      this.to = to;
      this.seed = seed;
      this.projection = projection;
      this.arena = arena;
      this.place = place;
    }

    /** The options that a projection gives, completed by the defaults. */
    RuleOptions read(Connectivity.Rule given) {
      Map<String, Parameter> known = new LinkedHashMap<>();
      rule.parameters().forEach(p -> known.put(p.name(), p));
      for (String name : given.options().keySet()) {
        if (!known.containsKey(name)) {
          throw new InvalidInputException(
              place + "." + name,
              "rule " + rule.name() + " has no such option; " + Names.hint(name, known.keySet()));
        }
      }
      Map<String, double[]> numbers = new HashMap<>();
      Map<String, PairValue> values = new HashMap<>();
      List<Parameter> missing = new ArrayList<>();
      for (Parameter option : known.values()) {
        if (option.isRequired() && !given.options().containsKey(option.name())) {
          missing.add(option);
          continue;
        }
        PairValue value =
            Optional.ofNullable(given.options().get(option.name()))
                .map(set -> value(option, set))
                .orElseGet(() -> PairValue.of(option.standard().getFirst()));
        if (value.isConstant()) {
          numbers.put(option.name(), new double[] {checked(option, value.constant())});
        }
        if (rule.over(option) != Over.NONE) {
          values.put(option.name(), value);
        }
      }
      if (!missing.isEmpty()) {
        Parameter first = missing.getFirst();
        throw new InvalidInputException(
            place, "rule " + rule.name() + " needs '" + first.name() + "': " + first.meaning());
      }
      return new RuleOptions(new Parameters(numbers), values);
    }

    private String placeOf(Parameter option) {
      return place + "." + option.name();
    }

    private double checked(Parameter option, double value) {
      if (!option.range().contains(value)) {
        throw new InvalidInputException(placeOf(option), value + "; allowed is " + option.range());
      }
      return value;
    }

    private PairValue value(Parameter option, Value given) {
      return switch (given) {
        case Value.Scalar scalar -> PairValue.of(scalar.value());
        case Value.Formula formula -> formula(option, formula.text());
        case Value.Vector vector -> nodes(option, vector.values(), placeOf(option));
        case Value.Data data -> {
          Column column = data.source().open(arena);
          yield nodes(option, column.toDoubles(), column.place());
        }
      };
    }

    private PairValue formula(Parameter option, String text) {
      Expression expression = Expression.parse(text, placeOf(option));
      if (expression.isConstant()) {
        return PairValue.of(expression.constant());
      }
      Over over = rule.over(option);
      if (over == Over.NONE) {
        throw new InvalidInputException(
            placeOf(option), "'" + text + "' is a formula; allowed is a number");
      }
      Purpose purpose = Purpose.of("option " + option.name()).at(projection);
      return new OptionFormula(expression, from, to, over, seed, purpose);
    }

    private PairValue nodes(Parameter option, double[] values, String origin) {
      Over over = rule.over(option);
      if (over != Over.SOURCE && over != Over.TARGET) {
        throw new InvalidInputException(
            placeOf(option),
            "is a list; allowed is a number" + (over == Over.PAIR ? " or a formula" : ""));
      }
      ResolvedPopulation population = over == Over.SOURCE ? from : to;
      if (values.length != population.size()) {
        throw new InvalidInputException(
            origin,
            "has "
                + values.length
                + " numbers; "
                + placeOf(option)
                + " needs one for each of "
                + population.size()
                + " nodes of '"
                + population.name()
                + "'");
      }
      return new OptionArray(values, over == Over.SOURCE);
    }
  }
}
