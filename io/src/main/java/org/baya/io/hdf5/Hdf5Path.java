package org.baya.io.hdf5;

import java.util.ArrayList;
import java.util.List;

/** The names in an object's path. */
final class Hdf5Path {
  private Hdf5Path() {}

  /** The names between the slashes of {@code path}; none for the root. */
  static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (to > from) {
        parts.add(path.substring(from, to));
      }
      from = to + 1;
    }
    return parts;
  }
}
