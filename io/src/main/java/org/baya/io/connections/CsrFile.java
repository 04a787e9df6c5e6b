package org.baya.io.connections;

import java.nio.file.Path;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.npy.NpzWriter;

/**
 * The weights of one projection as SciPy's sparse matrix by rows, sources x targets, the layout of
 * {@code scipy.sparse.save_npz}: {@code indptr}, {@code indices}, {@code data}, {@code shape},
 * {@code format}. Pairs that are connected several times are entries of their own, which SciPy adds
 * up where it must.
 */
final class CsrFile {
  private CsrFile() {}

  static long write(List<ProjectionEdges> projections, Path file) {
    if (projections.size() != 1) {
      throw new InvalidInputException(
          file.toString(),
          "the format csr holds one projection, not "
              + projections.size()
              + "; choose one with --projection");
    }
    ProjectionEdges projection = projections.getFirst();
    long[] starts = starts(projection);
    long edges = starts[projection.sources()];
    if (edges > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          file.toString(), edges + " edges; the format csr holds at most 2^31, coo any number");
    }
    int[] indices = new int[(int) edges];
    double[] data = new double[(int) edges];
    fill(projection, starts, indices, data);
    try (NpzWriter writer = NpzWriter.create(file)) {
      writer.begin("indices", ElementType.INT32, edges, 1);
      writer.append(Elements.of(indices));
      writer.begin("indptr", ElementType.INT64, starts.length, 1);
      writer.append(Elements.of(starts));
      writer.text("format", "csr");
      writer.begin("shape", ElementType.INT64, 2, 1);
      writer.append(Elements.of((long) projection.sources(), (long) projection.targets()));
      writer.begin("data", ElementType.FLOAT64, edges, 1);
      writer.append(Elements.of(data));
      writer.commit();
    }
    return edges;
  }

  /** Where the row of each source begins, and the number of edges behind. */
  private static long[] starts(ProjectionEdges projection) {
    long[] starts = new long[projection.sources() + 1];
    ProjectionEdges.Reader reader = projection.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (int k = 0; k < n; k++) {
        starts[reader.sources()[k] + 1]++;
      }
    }
    for (int row = 0; row < projection.sources(); row++) {
      starts[row + 1] += starts[row];
    }
    return starts;
  }

  private static void fill(
      ProjectionEdges projection, long[] starts, int[] indices, double[] data) {
    long[] next = starts.clone();
    ProjectionEdges.Reader reader = projection.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (int k = 0; k < n; k++) {
        int at = (int) next[reader.sources()[k]]++;
        indices[at] = reader.targets()[k];
        data[at] = reader.weights()[k];
      }
    }
  }
}
