package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5File;

/**
 * A group of nodes with attributes of their own, one row per node.
 *
 * @param path of the group, with its file, for messages
 * @param rows number of its nodes; 0 when it has no attributes
 * @param numbers attributes that are numbers
 * @param texts attributes that are texts, or indices of texts in {@code @library}
 * @param parameters of {@code dynamics_params}
 */
record NodeGroup(
    String path,
    int rows,
    Map<String, Numbers> numbers,
    Map<String, List<String>> texts,
    Map<String, Numbers> parameters) {

  NodeGroup {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * A dataset.
   *
   * @param values rows x width, flat
   */
  record Numbers(String place, double[] values, int width) {

    /** A row in a new array. */
    double[] row(int row) {
      double[] one = new double[width];
      System.arraycopy(values, row * width, one, 0, width);
      return one;
    }
  }

  /** Reads a group; one that is not there has no attributes. */
  static NodeGroup of(Hdf5File file, String group) {
    Map<String, Numbers> numbers = new LinkedHashMap<>();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    Map<String, Numbers> parameters = new LinkedHashMap<>();
    Reader reader = new Reader(file.path(), group);
    if (file.exists(group)) {
      for (String name : file.datasets(group)) {
        reader.attribute(file, name, numbers, texts);
      }
      if (file.exists(group + "/dynamics_params")
          && file.groups(group).contains("dynamics_params")) {
        for (String name : file.datasets(group + "/dynamics_params")) {
          parameters.put(name, reader.numbers(file, group + "/dynamics_params/" + name));
        }
      }
    }
    return new NodeGroup(
        file.path() + ":/" + group, Math.max(0, reader.rows), numbers, texts, parameters);
  }

  /** Whether any attribute is kept here. */
  boolean hasAttributes() {
    return !numbers.isEmpty() || !texts.isEmpty() || !parameters.isEmpty();
  }

  /** Names of numbers and texts. */
  Set<String> attributeNames() {
    Set<String> names = new java.util.TreeSet<>(numbers.keySet());
    names.addAll(texts.keySet());
    return names;
  }

  /** The text of an attribute in a row, if it is one of texts. */
  Optional<String> text(String attribute, int row) {
    return Optional.ofNullable(texts.get(attribute)).map(all -> all.get(row));
  }

  /** Reads the datasets of one group and sees to it that they are of one length. */
  private static final class Reader {
    private final Path path;
    private final String group;
    private int rows = -1;

    Reader(Path path, String group) {
      this.path = path;
      this.group = group;
    }

    void attribute(
        Hdf5File file, String name, Map<String, Numbers> numbers, Map<String, List<String>> texts) {
      String dataset = group + "/" + name;
      String library = group + "/@library/" + name;
      if (!file.isNumeric(dataset)) {
        List<String> all = file.strings(dataset);
        require(dataset, all.size());
        texts.put(name, all);
      } else if (file.exists(library)) {
        texts.put(name, enumerated(numbers(file, dataset), file.strings(library)));
      } else {
        numbers.put(name, numbers(file, dataset));
      }
    }

    private static List<String> enumerated(Numbers indices, List<String> names) {
      return IntStream.range(0, indices.values().length)
          .mapToObj(i -> {
            double at = indices.values()[i];
            if (at != Math.rint(at) || at < 0 || at >= names.size()) {
              throw new InvalidInputException(
                  indices.place(),
                  "row "
                      + i
                      + " is "
                      + at
                      + "; @library has the indices 0 to "
                      + (names.size() - 1));
            }
            return names.get((int) at);
          })
          .toList();
    }

    Numbers numbers(Hdf5File file, String dataset) {
      try (Arena arena = Arena.ofConfined()) {
        Column column = file.column(dataset, arena);
        require(dataset, column.rows());
        return new Numbers(column.place(), column.toDoubles(), column.width());
      }
    }

    private void require(String dataset, long found) {
      if (rows >= 0 && rows != found) {
        throw new InvalidInputException(
            path + ":/" + dataset, "has " + found + " rows; others of the group have " + rows);
      }
      rows = Math.toIntExact(found);
    }
  }
}
