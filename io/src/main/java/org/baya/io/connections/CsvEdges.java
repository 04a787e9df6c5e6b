package org.baya.io.connections;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.baya.build.ProjectionEdges;
import org.baya.io.file.PendingFile;

/**
 * Edges as text with a line for each: {@code projection,source,target,weight,delay,receptor}.
 * Numbers are written with as many digits as tell them apart.
 */
final class CsvEdges {
  private final PendingFile file;
  private final StringBuilder text = new StringBuilder();
  private long offset;
  private long edges;

  private CsvEdges(PendingFile file) {
    this.file = file;
  }

  static long write(List<ProjectionEdges> projections, Path path) {
    try (PendingFile file = PendingFile.create(path)) {
      CsvEdges writer = new CsvEdges(file);
      writer.text.append("projection,source,target,weight,delay,receptor\n");
      projections.forEach(writer::write);
      writer.flush();
      file.commit();
      return writer.edges;
    }
  }

  private void write(ProjectionEdges projection) {
    ProjectionEdges.Reader reader = projection.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (int k = 0; k < n; k++) {
        text.append(projection.name()).append(',').append(reader.sources()[k]);
        text.append(',').append(reader.targets()[k]).append(',').append(reader.weights()[k]);
        text.append(',').append(reader.delaysMs()[k]);
        text.append(',').append(reader.receptors()[k]).append('\n');
      }
      edges += n;
      flush();
    }
  }

  private void flush() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    file.write(offset, ByteBuffer.wrap(bytes));
    offset += bytes.length;
    text.setLength(0);
  }
}
