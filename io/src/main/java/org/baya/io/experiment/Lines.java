package org.baya.io.experiment;

import java.util.HashMap;
import java.util.Map;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlValue;

/**
 * Where each key of an experiment stands, for errors that show only when the network is planned,
 * built or run.
 */
public final class Lines {
  private final Map<String, Place> places = new HashMap<>();

  Lines(YamlValue.Mapping root) {
    collect("", root);
  }

  private void collect(String path, YamlValue.Mapping mapping) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          String inner = path.isEmpty() ? key : path + "." + key;
          places.put(inner, entry.keyPlace());
          if (entry.value() instanceof YamlValue.Mapping deeper) {
            collect(inner, deeper);
          }
        });
  }

  /**
   * The problem with file and line in front when it starts with a path of keys, for example {@code
   * projections.local.weight: ...}.
   *
   * @param problem one line
   */
  public String located(String problem) {
    int end = problem.indexOf(": ");
    String path = end < 0 ? "" : problem.substring(0, end);
    while (!path.isEmpty()) {
      Place place = places.get(path);
      if (place != null) {
        return place + ": " + problem;
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
    return problem;
  }
}
