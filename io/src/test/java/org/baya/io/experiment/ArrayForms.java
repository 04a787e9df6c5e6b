package org.baya.io.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baya.array.ColumnSource;
import org.baya.build.NetworkEdges;
import org.baya.build.ProjectionEdges;

/**
 * The files of {@code arrays.zip} (see {@code make_arrays.py}) and experiments of 4 sources and 3
 * targets over them.
 */
final class ArrayForms {
  private final Path directory;

  /** Unpacks the files into {@code directory}. */
  ArrayForms(Path directory) throws IOException {
    this.directory = directory;
    try (InputStream in = ArrayForms.class.getResourceAsStream("arrays.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(directory.resolve(entry.getName()), zip.readAllBytes());
      }
    }
  }

  /**
   * An experiment over files of {@code directory}: sources {@code population}, and {@code targets}
   * neurons.
   */
  static Experiment experiment(Path directory, String population, int targets, String projection)
      throws IOException {
    Path file = directory.resolve("experiment.yaml");
    Files.writeString(
        file,
        """
        duration: 1
        populations:
          a: %s
          b: {model: iaf_psc_exp, size: %d}
        projections:
          p: {from: a, to: b, %s}
        """
            .formatted(population, targets, projection));
    return ExperimentFile.load(file, List.of());
  }

  /** The edges of a projection from 4 to 3 neurons: {@code source target weight delay}, sorted. */
  List<String> edges(String projection) throws IOException {
    return edges(experiment(directory, "{model: iaf_psc_exp, size: 4}", 3, projection));
  }

  /** The edges of an experiment, sorted. */
  static List<String> edges(Experiment experiment) {
    List<String> edges = new ArrayList<>();
    try (NetworkEdges network = NetworkEdges.open(experiment.network())) {
      ProjectionEdges.Reader reader = network.projections().getFirst().reader();
      for (int n = reader.next(); n > 0; n = reader.next()) {
        for (int i = 0; i < n; i++) {
          edges.add(
              "%d %d %s %s"
                  .formatted(
                      reader.sources()[i],
                      reader.targets()[i],
                      Double.toString(reader.weights()[i]),
                      Double.toString(reader.delaysMs()[i])));
        }
      }
    }
    edges.sort(null);
    return edges;
  }

  /** All numbers of a column. */
  static double[] numbers(ColumnSource source) {
    try (Arena arena = Arena.ofShared()) {
      return source.open(arena).toDoubles();
    }
  }
}
