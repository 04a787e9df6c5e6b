package org.baya.io.connections;

import java.nio.file.Path;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.build.ProjectionEdges;
import org.baya.io.file.Elements;
import org.baya.io.npy.NpzWriter;

/**
 * Edges as coordinates: the arrays {@code source}, {@code target} and {@code receptor} (32-bit
 * integers), {@code weight} and {@code delay} [ms] (doubles), an element for each edge. With
 * several projections the name of each stands before its arrays, {@code NAME/source}. Edges are
 * read once for each array, so the file may be larger than memory.
 */
final class CooFile {
  private static final List<String> ARRAYS =
      List.of("source", "target", "weight", "delay", "receptor");

  private CooFile() {}

  static long write(List<ProjectionEdges> projections, Path file) {
    long total = 0;
    try (NpzWriter writer = NpzWriter.create(file)) {
      for (ProjectionEdges projection : projections) {
        String prefix = projections.size() > 1 ? projection.name() + "/" : "";
        long edges = count(projection);
        for (String array : ARRAYS) {
          write(writer, prefix + array, array, projection, edges);
        }
        total += edges;
      }
      writer.commit();
    }
    return total;
  }

  private static long count(ProjectionEdges projection) {
    ProjectionEdges.Reader reader = projection.reader();
    long edges = 0;
    for (int n = reader.next(); n > 0; n = reader.next()) {
      edges += n;
    }
    return edges;
  }

  private static void write(
      NpzWriter writer, String name, String array, ProjectionEdges projection, long edges) {
    boolean real = array.equals("weight") || array.equals("delay");
    writer.begin(name, real ? ElementType.FLOAT64 : ElementType.INT32, edges, 1);
    ProjectionEdges.Reader reader = projection.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      writer.append(
          switch (array) {
            case "source" -> Elements.of(reader.sources(), 0, n);
            case "target" -> Elements.of(reader.targets(), 0, n);
            case "weight" -> Elements.of(reader.weights(), 0, n);
            case "delay" -> Elements.of(reader.delaysMs(), 0, n);
            default -> Elements.of(reader.receptors(), 0, n);
          });
    }
  }
}
