package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/**
 * A name of the text form with its arguments in brackets.
 *
 * @param plain arguments without names, in order
 * @param named arguments with names, in order
 */
record Call(String name, List<Operand> plain, Map<String, Operand> named) {

  /** Fails unless there are {@code least} to {@code most} arguments, all without names. */
  Call takes(int least, int most, String form) {
    if (!named.isEmpty()) {
      throw new InvalidInputException(
          name + " has no argument '" + named.keySet().iterator().next() + "'; write " + form);
    }
    if (plain.size() < least || plain.size() > most) {
      throw new InvalidInputException(
          name
              + " has "
              + plain.size()
              + (plain.size() == 1 ? " argument" : " arguments")
              + "; write "
              + form);
    }
    return this;
  }

  /** Puts named arguments in their places; every argument may then be given either way. */
  Call ordered(String... parameters) {
    List<Operand> all = new ArrayList<>(plain);
    for (int k = plain.size(); k < parameters.length && named.containsKey(parameters[k]); k++) {
      all.add(Optional.ofNullable(named.get(parameters[k])).orElseThrow());
    }
    if (all.size() < plain.size() + named.size()) {
      String wrong =
          named.keySet().stream()
              .filter(key -> !List.of(parameters).contains(key))
              .findFirst()
              .orElse("");
      throw new InvalidInputException(
          wrong.isEmpty()
              ? name
                  + "("
                  + String.join(", ", parameters)
                  + "): an argument is given twice or missing"
              : name
                  + " has no argument '"
                  + wrong
                  + "'; "
                  + Names.hint(wrong, List.of(parameters)));
    }
    return new Call(name, all, Map.of());
  }

  Operand argument(int k) {
    return plain.get(k);
  }

  int count() {
    return plain.size();
  }

  /** An operator from two whole numbers, the second of which is the first if it is left out. */
  Operand operator(BiFunction<Integer, Integer, Operand.Application> make) {
    int m = argument(0).integer();
    int n = count() > 1 ? argument(1).integer() : m;
    return new Operand.Operator(name + "(" + m + ", " + n + ")", make.apply(m, n));
  }
}
