package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that a command takes from the command line: after an option's name or by its place. */
final class Argument<T> {
  private final String name;
  private final String label;
  private final String help;
  private final Kind<T> kind;
  private final int least;
  private final int most;
  private final List<T> values = new ArrayList<>();

  /**
   * An argument.
   *
   * @param name of the option, empty where the place tells
   * @param label of the value in the help
   * @param least number of values that are needed
   * @param most number of values that may be given
   */
  Argument(String name, String label, String help, Kind<T> kind, int least, int most) {
    this.name = name;
    this.label = label;
    this.help = help;
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  /** The value, if it was given. */
  Optional<T> value() {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** The value, or another where none was given. */
  T orElse(T other) {
    return values.isEmpty() ? other : values.getFirst();
  }

  /** The value of an argument that is needed. */
  T required() {
    return values.getFirst();
  }

  /** All values. */
  List<T> values() {
    return List.copyOf(values);
  }

  void add(String text) {
    if (isFull()) {
      throw new UsageException(title() + " is given twice");
    }
    values.add(kind.read(title(), text));
  }

  boolean isFull() {
    return values.size() >= most;
  }

  void check() {
    if (values.size() < least) {
      throw new UsageException(title() + " is missing: " + help);
    }
  }

  /** As a message names it. */
  String title() {
    return name.isEmpty() ? label : name;
  }

  /** As the list of the help shows it. */
  String form() {
    return name.isEmpty() ? label : name + "=" + label;
  }

  /** As the first line of the help shows it, empty for an option that may be left out. */
  String synopsis() {
    String form = most > 1 ? form() + "..." : form();
    return least > 0 ? form : name.isEmpty() ? "[" + form + "]" : "";
  }

  String help() {
    return help;
  }
}
