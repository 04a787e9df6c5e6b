package org.baya.io.connections;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/** How edges are written. */
public enum EdgeFormat {
  /** {@code .npz} with an array for each column; see {@link CooFile}. */
  COO,
  /** {@code .npz} that {@code scipy.sparse.load_npz} reads; see {@link CsrFile}. */
  CSR,
  /** Text with a line for each edge; see {@link CsvEdges}. */
  CSV;

  /**
   * The format of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public static EdgeFormat of(String name) {
    for (EdgeFormat format : values()) {
      if (format.toString().equals(name)) {
        return format;
      }
    }
    List<String> known = List.of(values()).stream().map(EdgeFormat::toString).toList();
    throw new InvalidInputException(
        "--format", "unknown format '" + name + "'; " + Names.hint(name, known));
  }

  /**
   * Writes the edges of projections; the file appears when it is complete.
   *
   * @return number of edges
   * @throws InvalidInputException if the format cannot hold them, or nothing can be written there
   */
  public long write(List<ProjectionEdges> projections, Path file) {
    return switch (this) {
      case COO -> CooFile.write(projections, file);
      case CSR -> CsrFile.write(projections, file);
      case CSV -> CsvEdges.write(projections, file);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
