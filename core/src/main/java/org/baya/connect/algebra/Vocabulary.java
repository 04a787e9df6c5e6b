package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.baya.connect.algebra.Operand.Connections;
import org.baya.connect.algebra.Operand.Nodes;
import org.baya.connect.algebra.Operand.Numeral;
import org.baya.connect.algebra.Operand.Operator;
import org.baya.connect.algebra.Operand.Pairs;
import org.baya.connect.algebra.Operand.Value;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** The names of the text form: one line each. */
final class Vocabulary {
  /** Distributions of the expression language, which stand for value sets. */
  static final Set<String> DISTRIBUTIONS =
      Set.of(
          "uniform",
          "uniform_int",
          "normal",
          "lognormal",
          "exponential",
          "gamma",
          "binomial",
          "poisson",
          "clipped",
          "redrawn");

  /** The name whose brackets hold an expression. */
  static final String FORMULA = "vset";

  private static final Map<String, Operand> CONSTANTS = new HashMap<>();
  private static final Map<String, Word> WORDS = new HashMap<>();

  /** What a name with arguments stands for. */
  @FunctionalInterface
  private interface Word {
    Operand of(Call call);
  }

  static {
    CONSTANTS.put("empty", new Pairs(Mask.empty()));
    CONSTANTS.put("full", new Pairs(Mask.full()));
    CONSTANTS.put("oneToOne", new Pairs(Mask.oneToOne()));
    CONSTANTS.put("N", new Nodes(IntervalSet.N));
    CONSTANTS.put("d", new Value(ValueSet.distance()));
    CONSTANTS.put("i", new Value(ValueSet.formula("i", "i")));
    CONSTANTS.put("j", new Value(ValueSet.formula("j", "j")));
    CONSTANTS.put("random", new Operator("random", p -> new Pairs(Mask.random(p.asValue()))));
    CONSTANTS.put(
        "transpose",
        moving(
            "transpose",
            Mask::transpose,
            ConnectionSet::transpose,
            v -> MovedValue.of(MovedValue.Move.TRANSPOSE, 1, 1, v)));
    CONSTANTS.put("fix", moving("fix", mask -> mask, set -> set, value -> value));

    WORDS.put("full", Vocabulary::fullOf);
    WORDS.put("cross", Vocabulary::cross);
    WORDS.put("ival", Vocabulary::interval);
    WORDS.put("range", Vocabulary::range);
    WORDS.put("random", Vocabulary::random);
    WORDS.put("disc", Vocabulary::disc);
    WORDS.put("rectangle", Vocabulary::rectangle);
    WORDS.put("gaussian", Vocabulary::gaussian);
    WORDS.put("block", Vocabulary::block);
    WORDS.put("block1", Vocabulary::block1);
    WORDS.put("repeat", Vocabulary::repeat);
    WORDS.put("shift", Vocabulary::shift);
    WORDS.put("cset", Vocabulary::cset);
    WORDS.put("mask", Vocabulary::mask);
    WORDS.put("value", Vocabulary::value);
    WORDS.put("arity", Vocabulary::arity);
    WORDS.put("partition", Vocabulary::partition);
  }

  private Vocabulary() {}

  /** All names, sorted. */
  static Set<String> names() {
    Set<String> all = new TreeSet<>(CONSTANTS.keySet());
    all.addAll(WORDS.keySet());
    all.addAll(DISTRIBUTIONS);
    all.add(FORMULA);
    return all;
  }

  static boolean isConstant(String name) {
    return CONSTANTS.containsKey(name);
  }

  static boolean isWord(String name) {
    return WORDS.containsKey(name);
  }

  static Operand constant(String name) {
    return Objects.requireNonNull(CONSTANTS.get(name), name);
  }

  static Operand call(Call call) {
    return Objects.requireNonNull(WORDS.get(call.name()), call.name()).of(call);
  }

  /** An operator on masks, connection sets and value sets. */
  private static Operator moving(
      String name,
      UnaryOperator<Mask> masks,
      UnaryOperator<ConnectionSet> sets,
      UnaryOperator<ValueSet> values) {
    return new Operator(
        name,
        operand ->
            switch (Operations.settled(operand)) {
              case Connections(ConnectionSet set) -> new Connections(sets.apply(set));
              case Value(ValueSet value) -> new Value(values.apply(value));
              case Operand mask -> new Pairs(masks.apply(mask.asMask()));
            });
  }

  private static Operand fullOf(Call call) {
    Call c = call.takes(1, 2, "full, full(N0) or full(N0, N1)");
    long sources = c.argument(0).whole();
    long targets = c.argument(c.count() - 1).whole();
    return new Pairs(Mask.cross(below(sources), below(targets)));
  }

  private static IntervalSet below(long count) {
    return count == 0 ? IntervalSet.EMPTY : IntervalSet.of(0, count - 1);
  }

  private static Operand cross(Call call) {
    Call c = call.takes(2, 2, "cross(sources, targets)");
    return new Pairs(Mask.cross(c.argument(0).asNodes(), c.argument(1).asNodes()));
  }

  private static Operand interval(Call call) {
    Call c = call.takes(2, 2, "ival(first, last)");
    return new Nodes(IntervalSet.of(c.argument(0).whole(), c.argument(1).whole()));
  }

  private static Operand range(Call call) {
    Call c = call.takes(1, 3, "range(end), range(first, end) or range(first, end, step)");
    int first = c.count() == 1 ? 0 : c.argument(0).integer();
    int end = c.argument(c.count() == 1 ? 0 : 1).integer();
    int step = c.count() == 3 ? Mask.positive("range: step", c.argument(2).integer()) : 1;
    if (end <= first) {
      return new Nodes(IntervalSet.EMPTY);
    }
    if (step == 1) {
      return new Nodes(IntervalSet.of(first, end - 1));
    }
    int[] numbers = new int[Math.ceilDiv(end - first, step)];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = first + k * step;
    }
    return new Nodes(IntervalSet.of(numbers));
  }

  private static Operand random(Call call) {
    String form = "random(p), random(N=n), random(fanIn=n) or random(fanOut=n)";
    if (call.plain().size() + call.named().size() != 1) {
      throw new InvalidInputException("random needs one argument; write " + form);
    }
    if (!call.plain().isEmpty()) {
      return new Pairs(Mask.random(call.argument(0).asNumber()));
    }
    String key = call.named().keySet().iterator().next();
    Operand argument = call.named().values().iterator().next();
    return switch (key) {
      case "p" -> new Pairs(Mask.random(argument.asNumber()));
      case "N" -> {
        long n = argument.whole();
        yield drawing(key, n, mask -> Mask.randomTotal(n, mask));
      }
      case "fanIn" -> {
        int n = argument.integer();
        yield drawing(key, n, mask -> Mask.randomFanIn(n, mask));
      }
      case "fanOut" -> {
        int n = argument.integer();
        yield drawing(key, n, mask -> Mask.randomFanOut(n, mask));
      }
      default ->
          throw new InvalidInputException(
              "random has no argument '"
                  + key
                  + "'; "
                  + Names.hint(key, List.of("p", "N", "fanIn", "fanOut")));
    };
  }

  /** A connection set is drawn from by its mask; values belong to pairs and stay with them. */
  private static Operator drawing(String key, long n, UnaryOperator<Mask> draw) {
    Mask _ = draw.apply(Mask.full());
    return new Operator(
        "random(" + key + "=" + n + ")",
        operand -> new Pairs(draw.apply(Operations.settled(operand).asMask())),
        true);
  }

  private static Operand disc(Call call) {
    double radius = call.ordered("r").takes(1, 1, "disc(r) * d").argument(0).asNumber();
    Mask.disc(radius);
    return new Operator(
        "disc(" + radius + ")", metric -> new Pairs(Mask.below(radius, metric.asValue())));
  }

  private static Operand rectangle(Call call) {
    Call c = call.ordered("width", "height").takes(2, 2, "rectangle(width, height) * d");
    Mask mask = Mask.rectangle(c.argument(0).asNumber(), c.argument(1).asNumber());
    return new Operator(
        "rectangle",
        positions -> {
          if (!(positions instanceof Value(ValueSet value)) || !(value instanceof Distance)) {
            throw new InvalidInputException(
                "rectangle acts on positions; write rectangle(w, h) * d");
          }
          return new Pairs(mask);
        });
  }

  private static Operand gaussian(Call call) {
    Call c = call.ordered("sigma", "cutoff").takes(2, 2, "gaussian(sigma, cutoff) * d");
    double sigma = c.argument(0).asNumber();
    double cutoff = c.argument(1).asNumber();
    ValueSet.gaussian(sigma, cutoff, ValueSet.distance());
    return new Operator(
        "gaussian(" + sigma + ", " + cutoff + ")",
        metric -> new Value(ValueSet.gaussian(sigma, cutoff, metric.asValue())));
  }

  private static Operand block(Call call) {
    return blocks(call.ordered("M", "N").takes(1, 2, "block(M) or block(M, N)"));
  }

  private static Operand block1(Call call) {
    Operand n = call.ordered("N").takes(1, 1, "block1(N)").argument(0);
    return blocks(new Call("block", List.of(new Numeral(1), n), Map.of()));
  }

  private static Operand blocks(Call call) {
    return call.operator((m, n) -> {
      Mask.full().block(m, n);
      return moving(
              "block",
              mask -> mask.block(m, n),
              set -> set.block(m, n),
              v -> MovedValue.of(MovedValue.Move.BLOCK, m, n, v))
          .application();
    });
  }

  private static Operand repeat(Call call) {
    Call c = call.ordered("M", "N").takes(1, 2, "repeat(M) or repeat(M, N)");
    return c.operator((m, n) -> {
      Mask.full().repeat(m, n);
      return moving(
              "repeat",
              mask -> mask.repeat(m, n),
              set -> set.repeat(m, n),
              v -> MovedValue.of(MovedValue.Move.REPEAT, m, n, v))
          .application();
    });
  }

  private static Operand shift(Call call) {
    Call c = call.ordered("M", "N").takes(2, 2, "shift(M, N)");
    return c.operator((m, n) ->
        moving(
                "shift",
                mask -> mask.shift(m, n),
                set -> set.shift(m, n),
                v -> MovedValue.of(MovedValue.Move.SHIFT, m, n, v))
            .application());
  }

  private static Operand cset(Call call) {
    if (call.plain().isEmpty()) {
      throw new InvalidInputException("cset needs a mask; write cset(mask, value, ...)");
    }
    Mask mask = Operations.settled(call.argument(0)).asMask();
    List<ValueSet> values = new ArrayList<>();
    call.plain().subList(1, call.count()).forEach(value -> values.add(value.asValue()));
    if (!values.isEmpty() && !call.named().isEmpty()) {
      throw new InvalidInputException("cset: give all values a name or none");
    }
    call.named().values().forEach(value -> values.add(value.asValue()));
    return values.isEmpty()
        ? new Pairs(mask)
        : new Connections(ConnectionSet.named(mask, values, List.copyOf(call.named().keySet())));
  }

  private static Operand mask(Call call) {
    return new Pairs(call.takes(1, 1, "mask(c)").argument(0).asConnections().mask());
  }

  private static Operand value(Call call) {
    Call c = call.takes(2, 2, "value(c, k)");
    return new Value(c.argument(0).asConnections().value(c.argument(1).integer()));
  }

  private static Operand arity(Call call) {
    return new Numeral(call.takes(1, 1, "arity(c)").argument(0).asConnections().arity());
  }

  /** The seed that CSA takes is not needed: random masks are fixed by their address. */
  private static Operand partition(Call call) {
    Call c = call.takes(3, 4, "partition(c, [mask, ...], selected)");
    if (!(c.argument(1) instanceof Operand.Items(List<Operand> masks))) {
      throw new InvalidInputException(
          "partition needs a list of masks, found " + c.argument(1).kind());
    }
    long selected = c.argument(2).whole();
    if (selected < 0 || selected >= masks.size()) {
      throw new InvalidInputException(
          "partition: selected is " + selected + "; allowed is 0 to " + (masks.size() - 1));
    }
    return Operations.multiply(
        new Pairs(masks.get((int) selected).asMask()), Operations.settled(c.argument(0)));
  }
}
