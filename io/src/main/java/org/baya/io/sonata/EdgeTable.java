package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5Attribute;
import org.baya.io.hdf5.Hdf5File;

/**
 * What an edges file says of one population of edges, but for the edges themselves.
 *
 * @param file the edges file
 * @param name of the edge population
 * @param source name of the node population that the edges come from
 * @param target name of the node population that they go to
 * @param rows number of edges
 * @param groups attributes of each group, by the number of the group
 */
record EdgeTable(
    Path file, String name, String source, String target, long rows, Map<Long, Group> groups) {

  EdgeTable {
    groups = new LinkedHashMap<>(groups);
  }

  /**
   * A group.
   *
   * @param attributes names of its datasets of numbers
   * @param parameters names of those in {@code dynamics_params}
   */
  record Group(String path, Set<String> attributes, Set<String> parameters) {

    /** Where an attribute or parameter lies in the file, if it is there. */
    Optional<String> dataset(String attribute) {
      if (attributes.contains(attribute)) {
        return Optional.of(path + "/" + attribute);
      }
      return parameters.contains(attribute)
          ? Optional.of(path + "/dynamics_params/" + attribute)
          : Optional.empty();
    }
  }

  /** Reads all populations of an edges file. */
  static List<EdgeTable> read(Path path, Set<String> nodePopulations) {
    try (Hdf5File file = Hdf5File.open(path)) {
      if (!file.exists("edges")) {
        throw new InvalidInputException(path + ":/edges", "there is no such group");
      }
      List<EdgeTable> tables = new ArrayList<>();
      for (String name : file.groups("edges")) {
        tables.add(read(file, name, nodePopulations));
      }
      if (tables.isEmpty()) {
        throw new InvalidInputException(path + ":/edges", "holds no population");
      }
      return tables;
    }
  }

  private static EdgeTable read(Hdf5File file, String name, Set<String> nodePopulations) {
    String root = "edges/" + name;
    long rows = file.info(root + "/source_node_id").rows();
    requireRows(file, root, "target_node_id", rows);
    for (String optional : List.of("edge_type_id", "edge_group_id", "edge_group_index")) {
      if (file.exists(root + "/" + optional)) {
        requireRows(file, root, optional, rows);
      }
    }
    Map<Long, Group> groups = new LinkedHashMap<>();
    for (String child : file.groups(root)) {
      if (child.matches("\\d{1,18}")) {
        groups.put(Long.parseLong(child), group(file, root + "/" + child));
      }
    }
    return new EdgeTable(
        file.path(),
        name,
        nodePopulation(file, root, "source_node_id", nodePopulations),
        nodePopulation(file, root, "target_node_id", nodePopulations),
        rows,
        groups);
  }

  private static void requireRows(Hdf5File file, String root, String dataset, long rows) {
    long found = file.info(root + "/" + dataset).rows();
    if (found != rows) {
      throw new InvalidInputException(
          file.info(root + "/" + dataset).place(),
          "has " + found + " rows; source_node_id has " + rows);
    }
  }

  private static Group group(Hdf5File file, String path) {
    String parameters = path + "/dynamics_params";
    boolean has = file.exists(parameters) && file.groups(path).contains("dynamics_params");
    return new Group(path, numeric(file, path), has ? numeric(file, parameters) : Set.of());
  }

  private static Set<String> numeric(Hdf5File file, String group) {
    Set<String> names = new TreeSet<>();
    for (String name : file.datasets(group)) {
      if (file.isNumeric(group + "/" + name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The population that a column of node numbers belongs to: its attribute tells. */
  private static String nodePopulation(
      Hdf5File file, String root, String dataset, Set<String> known) {
    String path = root + "/" + dataset;
    Optional<Hdf5Attribute> attribute = file.attribute(path, "node_population");
    if (attribute.isEmpty()) {
      attribute = file.attribute(path, "network");
    }
    if (attribute.isPresent()) {
      return attribute.get().asString();
    }
    if (known.size() == 1) {
      return known.iterator().next();
    }
    throw new InvalidInputException(
        file.info(path).place(),
        "has no attribute node_population, and there are several: "
            + String.join(", ", new TreeSet<>(known)));
  }

  /** The path of a dataset of this population. */
  String dataset(String dataset) {
    return "edges/" + name + "/" + dataset;
  }

  /** File and group, for messages. */
  String place() {
    return file + ":/edges/" + name;
  }

  /** Whether any group has an attribute or parameter of its edges. */
  boolean has(String attribute) {
    return groups.values().stream().anyMatch(group -> group.dataset(attribute).isPresent());
  }

  /** Names of all parameters that groups have in {@code dynamics_params}. */
  Set<String> parameterNames() {
    Set<String> names = new TreeSet<>();
    groups.values().forEach(group -> names.addAll(group.parameters()));
    return names;
  }
}
