package org.baya.io.experiment;

import java.util.List;
import org.baya.error.InvalidInputException;

/**
 * A value from the command line that replaces one of the file.
 *
 * @param option the option that set it, for messages: {@code --set}
 * @param path keys from the root, at least one
 * @param value as YAML
 */
public record Setting(String option, List<String> path, String value) {
  public Setting {
    path = List.copyOf(path);
  }

  /**
   * {@code --set projections.local.weight=20.0}; the text before the first {@code =} is the path.
   */
  public static Setting set(String assignment) {
    int at = assignment.indexOf('=');
    if (at < 1) {
      throw new InvalidInputException(
          "--set " + assignment,
          "allowed is path=value, for example projections.local.weight=20.0");
    }
    List<String> path = List.of(assignment.substring(0, at).strip().split("\\.", -1));
    if (path.stream().anyMatch(String::isBlank)) {
      throw new InvalidInputException("--set " + assignment, "a part of the path is empty");
    }
    return new Setting("--set", path, assignment.substring(at + 1));
  }

  /** A value of a top-level key from an option of its own, for example {@code --seed}. */
  public static Setting key(String option, String key, Object value) {
    return new Setting(option, List.of(key), value.toString());
  }

  /** The path as it was written. */
  String dottedPath() {
    return String.join(".", path);
  }
}
