package org.baya.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.baya.error.Names;

/**
 * What a command understands: declared when the command is made, filled from the command line.
 * Values follow their option as a word of their own or behind {@code =}; {@code --} ends the
 * options. Libraries for this read annotations, which takes 0.1 s and more at every start.
 */
final class Arguments {
  private final List<String> description = new ArrayList<>();
  private final Map<String, Argument<?>> options = new LinkedHashMap<>();
  private final List<Argument<?>> operands = new ArrayList<>();
  private final Map<String, Flag> flags = new LinkedHashMap<>();
  private final Flag help = flag("--help", "Show this help and end.");
  private final Flag version = flag("--version", "Print the version and end.");

  Arguments() {
    flag("--debug", "Print the stack trace of a failure.");
  }

  /** Adds lines to what the help says of the command. */
  void describe(String... lines) {
    description.addAll(List.of(lines));
  }

  /** Declares an option without a value. */
  Flag flag(String name, String text) {
    Flag flag = new Flag(name, text);
    flags.put(name, flag);
    return flag;
  }

  /** Declares an option that may be left out. */
  <T> Argument<T> option(String name, String label, Kind<T> kind, String text) {
    return add(new Argument<>(name, label, text, kind, 0, 1), name);
  }

  /** Declares an option that must be given. */
  <T> Argument<T> required(String name, String label, Kind<T> kind, String text) {
    return add(new Argument<>(name, label, text, kind, 1, 1), name);
  }

  /** Declares an option that may be given any number of times. */
  <T> Argument<T> repeated(String name, String label, Kind<T> kind, String text) {
    return add(new Argument<>(name, label, text, kind, 0, Integer.MAX_VALUE), name);
  }

  private <T> Argument<T> add(Argument<T> option, String name) {
    options.put(name, option);
    return option;
  }

  /** Declares the next value without a name. */
  <T> Argument<T> operand(String label, Kind<T> kind, int least, int most, String text) {
    Argument<T> operand = new Argument<>("", label, text, kind, least, most);
    operands.add(operand);
    return operand;
  }

  boolean isHelpWanted() {
    return help.isGiven();
  }

  boolean isVersionWanted() {
    return version.isGiven();
  }

  /**
   * Reads the words of a command line.
   *
   * @throws UsageException if one is not understood
   */
  void parse(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        words.subList(i + 1, words.size()).forEach(this::operand);
        return;
      }
      if (!word.startsWith("-") || word.equals("-")) {
        operand(word);
      } else if (!isFlag(word)) {
        i += option(word, words.subList(i + 1, words.size()));
      }
    }
  }

  /**
   * Demands what is needed.
   *
   * @throws UsageException if something is missing
   */
  void check() {
    options.values().forEach(Argument::check);
    operands.forEach(Argument::check);
  }

  private void operand(String word) {
    for (Argument<?> operand : operands) {
      if (!operand.isFull()) {
        operand.add(word);
        return;
      }
    }
    throw new UsageException("'" + word + "' is one word too many");
  }

  private boolean isFlag(String word) {
    String name = word.equals("-h") ? "--help" : word.equals("-V") ? "--version" : word;
    Flag flag = flags.get(name);
    if (flag == null) {
      return false;
    }
    flag.give();
    return true;
  }

  /** Returns how many of the following words belong to the option. */
  private int option(String word, List<String> following) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Argument<?> option = options.get(name);
    if (option == null) {
      throw new UsageException(unknown(name));
    }
    if (equals >= 0) {
      option.add(word.substring(equals + 1));
      return 0;
    }
    if (following.isEmpty() || isName(following.getFirst())) {
      throw new UsageException(name + " has no value: " + option.form());
    }
    option.add(following.getFirst());
    return 1;
  }

  private boolean isName(String word) {
    return options.containsKey(word) || flags.containsKey(word);
  }

  private String unknown(String name) {
    if (flags.containsKey(name)) {
      return name + " takes no value";
    }
    TreeSet<String> known = new TreeSet<>(options.keySet());
    known.addAll(flags.keySet());
    return "no option '" + name + "'; " + Names.hint(name, known);
  }

  /** The lines of the help, for a command named {@code name}. */
  List<String> usage(String name) {
    StringBuilder synopsis = new StringBuilder("Usage: ").append(name).append(" [OPTION]...");
    HelpTable table = new HelpTable();
    for (Argument<?> option : options.values()) {
      synopsis.append(option.synopsis().isEmpty() ? "" : " ").append(option.synopsis());
    }
    for (Argument<?> operand : operands) {
      synopsis.append(' ').append(operand.synopsis());
      table.add(operand.form(), operand.help());
    }
    options.values().forEach(option -> table.add(option.form(), option.help()));
    flags.values().forEach(flag -> table.add(flag.name(), flag.help()));
    List<String> lines = new ArrayList<>(List.of(synopsis.toString()));
    description.forEach(line -> lines.addAll(CommentText.wrap(line, HelpTable.WIDTH)));
    lines.addAll(table.lines());
    return lines;
  }

  /** The first line of what the help says of the command. */
  String summary() {
    return description.getFirst();
  }
}
