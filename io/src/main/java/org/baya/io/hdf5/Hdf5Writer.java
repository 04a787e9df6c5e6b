package org.baya.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.baya.io.file.PendingFile;

/**
 * Writes an HDF5 file whose contents were declared beforehand. The numbers may come in any order,
 * in blocks, from several threads; the file appears under its name when it is committed and not
 * before. See ADR 0002.
 *
 * <pre>{@code
 * Hdf5Tree tree = new Hdf5Tree().dataset("/recurrent/sources", ElementType.INT32, n).attribute("/", "version", 1L);
 * try (Hdf5Writer writer = Hdf5Writer.create(path, tree)) {
 *   writer.dataset("/recurrent/sources").write(0, Elements.of(sources));
 *   writer.commit();
 * }
 * }</pre>
 */
public final class Hdf5Writer implements AutoCloseable {
  private final PendingFile file;
  private final long sizeBytes;
  private final Map<String, Destination> datasets = new HashMap<>();

  private Hdf5Writer(PendingFile file, FileLayout layout) {
    this.file = file;
    this.sizeBytes = layout.end();
    file.write(0, ByteBuffer.wrap(layout.metadata()));
    for (TreeNode node : layout.nodes()) {
      if (node.content().length > 0) {
        file.write(layout.dataAddress(node), ByteBuffer.wrap(node.content()));
      } else if (!node.isGroup()) {
        datasets.put(node.path(), new Destination(file, node, layout.dataAddress(node)));
      }
    }
  }

  /**
   * Starts a file with the contents {@code tree}.
   *
   * @throws org.baya.error.InvalidInputException if nothing can be written there
   */
  public static Hdf5Writer create(Path path, Hdf5Tree tree) {
    FileLayout layout = new FileLayout(tree.root());
    PendingFile file = PendingFile.create(path);
    try {
      return new Hdf5Writer(file, layout);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The dataset of numbers declared under {@code path}. */
  public Destination dataset(String path) {
    Destination destination = datasets.get(path);
    if (destination == null) {
      throw new IllegalArgumentException(path + " is not declared");
    }
    return destination;
  }

  /** Ends the file and gives it its name. What was not written is zero. */
  public void commit() {
    file.extendTo(sizeBytes);
    file.commit();
  }

  /** Deletes the file unless it was committed. */
  @Override
  public void close() {
    file.close();
  }
}
