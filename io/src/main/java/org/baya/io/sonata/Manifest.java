package org.baya.io.sonata;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baya.error.Names;

/**
 * The variables of a configuration: {@code $NAME} or <code>${NAME}</code> in any text, also in the
 * values of other variables. Always known are {@code configdir}, {@code configfname}, {@code
 * workingdir}, {@code date}, {@code time} and {@code datetime}.
 */
final class Manifest {
  /** No variables; a dollar sign is one. */
  static final Manifest EMPTY = new Manifest(Map.of());

  /** No file name is longer; variables that double each other would be. */
  private static final int MOST_LENGTH = 1 << 16;

  /** The deepest sensible chain of variables needs 5. */
  private static final int MOST_NESTED = 100;

  private static final Pattern USE =
      Pattern.compile("\\$\\{\\$?([^}]*)\\}|\\$([A-Za-z_][A-Za-z0-9_]*)");

  private final Map<String, String> values;

  private Manifest(Map<String, String> values) {
    this.values = values;
  }

  /** The variables of the configuration {@code root}, and those of {@code outer}. */
  static Manifest of(JsonValue root, Manifest outer) {
    Map<String, String> values = new HashMap<>(outer.values);
    values.putAll(builtIn(root.file()));
    Map<String, JsonValue> raw = new HashMap<>();
    root.find("manifest")
        .map(JsonValue::entries)
        .orElse(Map.of())
        .forEach((name, value) -> raw.put(name.startsWith("$") ? name.substring(1) : name, value));
    for (String name : List.copyOf(raw.keySet())) {
      resolve(name, raw, values, new HashSet<>());
    }
    return new Manifest(values);
  }

  private static Map<String, String> builtIn(JsonFile file) {
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    String date = now.format(DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT));
    String time = now.format(DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT));
    return Map.of(
        "configdir",
        file.directory().toString(),
        "configfname",
        file.path().toAbsolutePath().normalize().toString(),
        "workingdir",
        Path.of("").toAbsolutePath().toString(),
        "date",
        date,
        "time",
        time,
        "datetime",
        date + "_" + time);
  }

  /** Puts the value of {@code name}, with the variables it uses, into {@code values}. */
  private static void resolve(
      String name, Map<String, JsonValue> raw, Map<String, String> values, Set<String> underWay) {
    JsonValue value = raw.remove(name);
    if (value == null) {
      return;
    }
    underWay.add(name);
    if (underWay.size() > MOST_NESTED) {
      throw value.wrong("depends on more than " + MOST_NESTED + " variables in a row");
    }
    String text = value.text();
    Matcher uses = USE.matcher(text);
    while (uses.find()) {
      String used = used(uses);
      if (underWay.contains(used)) {
        throw value.wrong("is '" + text + "', which depends on itself");
      }
      resolve(used, raw, values, underWay);
    }
    underWay.remove(name);
    values.put(name, new Manifest(values).replaced(text, value));
  }

  private static String used(Matcher use) {
    return use.group(1) != null ? use.group(1) : use.group(2);
  }

  /**
   * The text with values for its variables.
   *
   * @param at where it stands, for the error of an unknown variable
   */
  String replaced(String text, JsonValue at) {
    if (values.isEmpty() || text.indexOf('$') < 0) {
      return text;
    }
    Matcher uses = USE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (uses.find()) {
      String value = values.get(used(uses));
      if (value == null) {
        throw at.wrong(
            "uses the variable '"
                + used(uses)
                + "', which the manifest does not have; "
                + Names.hint(used(uses), values.keySet()));
      }
      uses.appendReplacement(out, Matcher.quoteReplacement(value));
      if (out.length() > MOST_LENGTH) {
        throw at.wrong("becomes longer than " + MOST_LENGTH + " characters with its variables");
      }
    }
    return uses.appendTail(out).toString();
  }
}
