package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * Puts values of the command line into the tree of a file. The result is read as strictly as any
 * file, so a misspelt key is found there; only what would silently make a new population or
 * projection out of a misspelling is refused here.
 */
public final class SettingTree {
  /** Sections whose keys are names of the user's own. */
  private static final Set<String> NAMED = Set.of("populations", "projections", Constants.KEY);

  private SettingTree() {}

  /** The tree with every setting applied in order. */
  public static YamlValue of(YamlValue root, List<Setting> settings) {
    YamlValue tree = root;
    for (Setting setting : settings) {
      Place place = new Place(setting.option(), 0);
      tree =
          replaced(
              tree,
              qualified(setting, root),
              0,
              YamlReader.parse(setting.option() + " " + setting.dottedPath(), setting.value()),
              place);
    }
    return tree;
  }

  /** A constant may be set by its name alone. */
  private static Setting qualified(Setting setting, YamlValue root) {
    return setting.path().size() == 1 && Constants.names(root).contains(setting.path().getFirst())
        ? new Setting(
            setting.option(), List.of(Constants.KEY, setting.path().getFirst()), setting.value())
        : setting;
  }

  private static YamlValue replaced(
      YamlValue at, Setting setting, int depth, YamlValue value, Place place) {
    if (depth == setting.path().size()) {
      return moved(value, place);
    }
    String key = setting.path().get(depth);
    return switch (at) {
      case YamlValue.Mapping mapping -> {
        YamlValue.Entry entry = mapping.entries().get(key);
        boolean last = depth + 1 == setting.path().size();
        if (entry == null && !last && depth == 1 && NAMED.contains(setting.path().getFirst())) {
          throw unknown(
              setting, depth, "unknown name; " + Names.hint(key, mapping.entries().keySet()));
        }
        YamlValue inner = entry == null ? new YamlValue.Mapping(place, Map.of()) : entry.value();
        Place keyPlace = entry == null || last ? place : entry.keyPlace();
        yield mapping.with(
            key, new YamlValue.Entry(keyPlace, replaced(inner, setting, depth + 1, value, place)));
      }
      case YamlValue.Items items -> {
        List<YamlValue> values = new ArrayList<>(items.values());
        int index = index(setting, depth, values.size());
        values.set(index, replaced(values.get(index), setting, depth + 1, value, place));
        yield new YamlValue.Items(items.place(), values);
      }
      case YamlValue.Scalar scalar when scalar.isNothing() ->
          replaced(new YamlValue.Mapping(place, Map.of()), setting, depth, value, place);
      case YamlValue.Scalar scalar ->
          throw unknown(setting, depth, "nothing can be set inside " + scalar.describe());
    };
  }

  private static int index(Setting setting, int depth, int size) {
    String key = setting.path().get(depth);
    if (!key.matches("\\d{1,9}") || Integer.parseInt(key) >= size) {
      throw unknown(
          setting,
          depth,
          "is no index of a list of " + size + " values; allowed is 0 to " + (size - 1));
    }
    return Integer.parseInt(key);
  }

  private static InvalidInputException unknown(Setting setting, int depth, String message) {
    String path = String.join(".", setting.path().subList(0, depth + 1));
    return new InvalidInputException(setting.option() + ": " + path, message);
  }

  /** The same value, as if it stood at {@code place}. */
  private static YamlValue moved(YamlValue value, Place place) {
    return switch (value) {
      case YamlValue.Scalar scalar -> new YamlValue.Scalar(place, scalar.text(), scalar.plain());
      case YamlValue.Items items ->
          new YamlValue.Items(place, items.values().stream().map(v -> moved(v, place)).toList());
      case YamlValue.Mapping mapping -> {
        Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((key, entry) ->
                entries.put(key, new YamlValue.Entry(place, moved(entry.value(), place))));
        yield new YamlValue.Mapping(place, entries);
      }
    };
  }
}
