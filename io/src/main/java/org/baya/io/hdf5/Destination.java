package org.baya.io.hdf5;

import org.baya.array.ElementType;
import org.baya.io.file.AppendFile;
import org.baya.io.file.Elements;
import org.baya.io.file.PendingFile;

/**
 * Where the numbers of one new dataset go. Several threads may write different stretches at once.
 */
public final class Destination {
  private final PendingFile file;
  private final String path;
  private final ElementType type;
  private final long address;
  private final long length;

  Destination(PendingFile file, TreeNode node, long address) {
    this.file = file;
    this.path = node.path();
    this.type = node.type();
    this.address = address;
    this.length = node.length();
  }

  /** The stored type. */
  public ElementType type() {
    return type;
  }

  /** Number of elements, rows times width. */
  public long length() {
    return length;
  }

  /**
   * Writes elements.
   *
   * @param from flat index of the first one, {@code row * width + j}
   * @throws org.baya.error.SimulationException if the disk is full
   */
  public void write(long from, Elements elements) {
    check(from, elements.count());
    long[] at = {address + from * type.sizeBytes()};
    elements.encode(
        type,
        block -> {
          int n = block.remaining();
          file.write(at[0], block);
          at[0] += n;
        });
  }

  /**
   * Copies a closed list, whose type must be that of the dataset, to element {@code from} and on.
   */
  public void write(long from, AppendFile list) {
    check(from, list.length());
    if (list.type() != type) {
      throw new IllegalArgumentException(
          path + " holds " + type + ", " + list.path() + " holds " + list.type());
    }
    file.copyFrom(list.path(), address + from * type.sizeBytes());
  }

  /**
   * Copies a closed list of rows of {@code n} elements into columns {@code first..first+n-1} of a
   * dataset of {@code width} columns, {@code rows} rows of it.
   */
  public void writeColumns(int first, int n, int width, long rows, AppendFile list) {
    if (rows == 0) {
      return;
    }
    check((rows - 1) * width + first, n);
    long rowBytes = (long) width * type.sizeBytes();
    file.copyRows(
        list.path(),
        address + (long) first * type.sizeBytes(),
        n * type.sizeBytes(),
        rowBytes,
        rows);
  }

  private void check(long from, long count) {
    if (from < 0 || from > length - count) {
      throw new IndexOutOfBoundsException(
          path + " has " + length + " elements, not " + count + " from " + from);
    }
  }
}
