package org.baya.io.npy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.file.PendingFile;

/**
 * Writes a {@code .npy} file of numbers as they come; how many there are need not be known. It
 * appears when it is committed.
 */
public final class NpyWriter implements AutoCloseable {
  /** Room for any number of rows. */
  private static final int HEADER_BYTES = 128;

  private final PendingFile file;
  private final ElementType type;
  private final int width;
  private long length;

  private NpyWriter(PendingFile file, ElementType type, int width) {
    this.file = file;
    this.type = type;
    this.width = width;
  }

  /**
   * Starts a file.
   *
   * @param width numbers per row; an array of width 1 has one dimension
   * @throws org.baya.error.InvalidInputException if nothing can be written there
   */
  public static NpyWriter create(Path path, ElementType type, int width) {
    return new NpyWriter(PendingFile.create(path), type, width);
  }

  /** Appends elements in row-major order. */
  public void append(Elements elements) {
    elements.encode(type, this::put);
  }

  /** Ends the file and gives it its name. */
  public void commit() {
    if (length % width != 0) {
      throw new IllegalStateException(
          file.target() + " ends within a row: " + length + " elements of width " + width);
    }
    file.write(0, ByteBuffer.wrap(NpyHeader.encode(type, length / width, width, HEADER_BYTES)));
    file.commit();
  }

  /** Deletes the file unless it was committed. */
  @Override
  public void close() {
    file.close();
  }

  private void put(ByteBuffer block) {
    int n = block.remaining() / type.sizeBytes();
    file.write(HEADER_BYTES + length * type.sizeBytes(), block);
    length += n;
  }
}
