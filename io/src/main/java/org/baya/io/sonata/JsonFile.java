package org.baya.io.sonata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.io.experiment.Setting;
import org.baya.io.experiment.SettingTree;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;

/**
 * A JSON file: a configuration, node sets, parameters of a model.
 *
 * @param path where it is
 * @param manifest the variables that may stand in its texts
 */
record JsonFile(Path path, Manifest manifest) {

  /** A file without variables. */
  static JsonValue read(Path path) {
    return new JsonFile(path, Manifest.EMPTY).root(YamlReader.readJson(path));
  }

  /**
   * A configuration: its own variables are known, and those of {@code outer} where it has none of
   * that name.
   *
   * @param settings what the command line replaces
   */
  static JsonValue config(Path path, Manifest outer, List<Setting> settings) {
    YamlValue tree = SettingTree.of(YamlReader.readJson(path), settings);
    JsonValue root = new JsonFile(path, Manifest.EMPTY).root(tree);
    return new JsonFile(path, Manifest.of(root, outer)).root(tree);
  }

  private JsonValue root(YamlValue tree) {
    return new JsonValue(this, "", new Place(YamlReader.name(path), 1), tree);
  }

  /** What relative names in the file are relative to. */
  Path directory() {
    return path.toAbsolutePath().normalize().resolveSibling("");
  }

  /** Fails unless {@code file}, named by {@code by}, can be read. */
  static Path readable(Path file, JsonValue by) {
    if (!Files.exists(file)) {
      throw by.wrong("no such file " + file);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw by.wrong(
          "cannot read " + file + (Files.isDirectory(file) ? ", it is a directory" : ""));
    }
    return file;
  }
}
