package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Names on the left, what they mean on the right. */
final class HelpTable {
  static final int WIDTH = 79;
  private static final int INDENT = 2;

  private final List<String> names = new ArrayList<>();
  private final List<String> meanings = new ArrayList<>();

  void add(String name, String meaning) {
    names.add(name);
    meanings.add(meaning);
  }

  List<String> lines() {
    int column = INDENT + 2;
    for (String name : names) {
      column = Math.max(column, INDENT + name.length() + 2);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String left = " ".repeat(INDENT) + names.get(i);
      for (String part : CommentText.wrap(meanings.get(i), WIDTH - column)) {
        lines.add(left + " ".repeat(column - left.length()) + part);
        left = "";
      }
    }
    return lines;
  }
}
