package org.baya.architecture;

import java.util.List;
import java.util.Optional;

/**
 * The packages from the bottom up, as ARCHITECTURE.md shows them. A package may use every lower row
 * and its neighbours in its own row, never a higher one; a subpackage belongs to the row of the
 * longest name that it starts with.
 */
final class LayerTable {
  static final List<List<String>> ROWS =
      List.of(
          List.of("error"),
          List.of("array"),
          List.of("random"),
          List.of("expression", "space"),
          List.of("model"),
          List.of("network"),
          List.of("connect"),
          List.of(
              "model.neuron", "model.synapse", "model.device", "connect.rule", "connect.algebra"),
          List.of("catalog"),
          List.of("compiled"),
          List.of("build", "kernel"),
          List.of("engine", "query"),
          List.of("io.file", "io.text", "io.yaml", "io.npy", "io.hdf5", "io.sparse"),
          List.of(
              "io.connections", "io.experiment", "io.nest", "io.reference", "io.sonata", "io.v1"),
          List.of("app.analysis", "app.report"),
          List.of("app.run", "app.verify"),
          List.of("app.bench"),
          List.of("app.cli"));

  private static final String ROOT = "org.baya.";

  private LayerTable() {}

  /** The row of {@code packageName}, 0 at the bottom; empty when the table has no place for it. */
  static Optional<Integer> row(String packageName) {
    int best = -1;
    int bestLength = 0;
    for (int row = 0; row < ROWS.size(); row++) {
      for (String entry : ROWS.get(row)) {
        String name = ROOT + entry;
        boolean inside = packageName.equals(name) || packageName.startsWith(name + ".");
        if (inside && name.length() > bestLength) {
          best = row;
          bestLength = name.length();
        }
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }
}
