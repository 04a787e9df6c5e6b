package org.baya.connect.algebra;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes the text form. What is used in several places gets a name, because two random masks that
 * are written alike are two different sets.
 */
final class AlgebraPrinter {
  private final Map<Object, Integer> uses = new IdentityHashMap<>();
  private final Map<Object, String> names = new IdentityHashMap<>();
  private final StringBuilder definitions = new StringBuilder();

  private AlgebraPrinter() {}

  static String print(ConnectionSet set) {
    AlgebraPrinter printer = new AlgebraPrinter();
    set.text(printer::use);
    String text = set.text(printer::word);
    return printer.definitions + text;
  }

  /** Counts how often a part is used; its own parts are counted once. */
  private String use(Object part) {
    return uses.merge(part, 1, Integer::sum) == 1 ? text(part, this::use) : "";
  }

  private String word(Object part) {
    boolean simple = part instanceof Cross || part instanceof OneToOne;
    boolean plain = part instanceof ConstantValue || part instanceof Distance;
    if (simple || plain || uses.getOrDefault(part, 0) < 2) {
      return text(part, this::word);
    }
    String known = names.get(part);
    if (known != null) {
      return known;
    }
    String text = text(part, this::word);
    String name = "m" + (names.size() + 1);
    names.put(part, name);
    definitions.append(name).append(" = ").append(text).append("; ");
    return name;
  }

  private static String text(Object part, Wording of) {
    return switch (part) {
      case Mask mask -> mask.text(of);
      case ValueSet value -> value.text(of);
      case ConnectionSet set -> set.text(of);
      default -> throw new IllegalStateException("no part of a set: " + part);
    };
  }
}
