package org.baya.app.cli;

/** An option without a value. */
final class Flag {
  private final String name;
  private final String help;
  private boolean given;

  Flag(String name, String help) {
    this.name = name;
    this.help = help;
  }

  /** Whether it was given. */
  boolean isGiven() {
    return given;
  }

  void give() {
    given = true;
  }

  String name() {
    return name;
  }

  String help() {
    return help;
  }
}
