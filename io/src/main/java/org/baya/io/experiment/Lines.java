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
  private final Map<String, String> places;

  /**
   * The places of keys.
   *
   * @param places by the keys from the root, joined with dots
   */
  public Lines(Map<String, String> places) {
    this.places = new HashMap<>(places);
  }

  /**
   * The places of all keys of a file.
   *
   * @param more places of what has another name in errors than in the file
   */
  static Lines of(YamlValue.Mapping root, Map<String, Place> more) {
    Map<String, String> places = new HashMap<>();
    more.forEach((path, place) -> places.put(path, place.toString()));
    collect(places, "", root);
    return new Lines(places);
  }

  private static void collect(Map<String, String> places, String path, YamlValue.Mapping mapping) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          String inner = path.isEmpty() ? key : path + "." + key;
          places.put(inner, entry.keyPlace().toString());
          if (entry.value() instanceof YamlValue.Mapping deeper) {
            collect(places, inner, deeper);
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
      String place = places.get(path);
      if (place != null) {
        return place + ": " + problem;
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
    return problem;
  }
}
