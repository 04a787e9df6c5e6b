package org.baya.io.npy;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.ElementType;
import org.baya.array.FileRegion;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Reasons;

/** A {@code .npy} file whose header was read: an array of numbers in up to two dimensions. */
public final class NpyFile {
  private final Path path;
  private final NpyHeader header;

  private NpyFile(Path path, NpyHeader header) {
    this.path = path;
    this.header = header;
  }

  /**
   * Reads the header.
   *
   * @throws InvalidInputException if there is no such file, or it is no array of numbers, or
   *     truncated
   */
  public static NpyFile open(Path path) {
    String place = path.toString();
    try (FileChannel file = FileChannel.open(path, READ)) {
      return new NpyFile(path, NpyHeader.read(ByteSource.of(file, file.size(), place), place));
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
    }
  }

  /** The type of its column. */
  public ElementType type() {
    return header.type();
  }

  /** First dimension; 1 for a single number. */
  public long rows() {
    return header.rows();
  }

  /** Second dimension; 1 if there is none. */
  public int width() {
    return header.width();
  }

  /** The array: read where it lies, except for 16-bit floats, which are widened in memory. */
  public Column column(Arena arena) {
    String place = path.toString();
    FileRegion elements = new FileRegion(path, header.dataOffset(), header.dataBytes(), place);
    return NpyArray.column(header, elements, arena, place);
  }
}
