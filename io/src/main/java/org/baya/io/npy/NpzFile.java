package org.baya.io.npy;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.baya.array.Column;
import org.baya.array.FileRegion;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.file.Reasons;

/**
 * A {@code .npz} archive whose table of contents was read: named arrays of numbers, stored or
 * deflated.
 */
public final class NpzFile {
  private static final String SUFFIX = ".npy";
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final Path path;
  private final Map<String, ZipDirectory.Member> members;

  private NpzFile(Path path, Map<String, ZipDirectory.Member> members) {
    this.path = path;
    this.members = members;
  }

  /**
   * Reads the table of contents.
   *
   * @throws InvalidInputException if there is no such file, or it is no archive, or truncated
   */
  public static NpzFile open(Path path) {
    String place = path.toString();
    try (FileChannel file = FileChannel.open(path, READ)) {
      return new NpzFile(path, ZipDirectory.read(ByteSource.of(file, file.size(), place), place));
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
    }
  }

  /** The names of the arrays, without {@code .npy}. */
  public List<String> names() {
    return members.keySet().stream().map(NpzFile::bare).toList();
  }

  /**
   * An array: read where it lies if it is stored, unpacked into memory if it is deflated.
   *
   * @param name with or without {@code .npy}
   * @throws InvalidInputException if there is none of this name, or it is damaged
   */
  public Column column(String name, Arena arena) {
    return column(name, arena, NpyHeader::read);
  }

  /**
   * An array of any number of dimensions, in C order: its rows are those of the first dimension, of
   * as many elements as the others have together.
   */
  public Column blocks(String name, Arena arena) {
    return column(name, arena, NpyHeader::readBlocks);
  }

  private Column column(
      String name, Arena arena, BiFunction<ByteSource, String, NpyHeader> reader) {
    String place = place(path, name);
    return read(
        name,
        (source, member, offset) -> {
          if (member.method() == STORED) {
            FileRegion array = new FileRegion(path, offset, member.storedBytes(), place);
            ByteSource bytes = source.slice(offset, member.storedBytes(), place);
            NpyHeader header = reader.apply(bytes, place);
            FileRegion elements = array.slice(header.dataOffset(), header.dataBytes());
            return NpyArray.column(header, elements, arena, place);
          }
          MemoryRegion array = Inflation.inflate(source, member, offset, arena, place);
          NpyHeader header = reader.apply(ByteSource.of(array, place), place);
          MemoryRegion elements = array.slice(header.dataOffset(), header.dataBytes());
          return NpyArray.column(header, elements, arena, place);
        });
  }

  /** The one text that an array holds, or nothing if it holds anything else. */
  public Optional<String> text(String name) {
    String place = place(path, name);
    return read(
        name,
        (source, member, offset) -> {
          if (member.method() == STORED) {
            return NpyHeader.text(source.slice(offset, member.storedBytes(), place), place);
          }
          try (Arena arena = Arena.ofConfined()) {
            MemoryRegion array = Inflation.inflate(source, member, offset, arena, place);
            return NpyHeader.text(ByteSource.of(array, place), place);
          }
        });
  }

  /** Reads a member of the archive, whose bytes begin at {@code offset}. */
  private interface MemberReader<T> {
    T read(ByteSource archive, ZipDirectory.Member member, long offset);
  }

  private <T> T read(String name, MemberReader<T> reader) {
    String place = place(path, name);
    ZipDirectory.Member member = members.getOrDefault(bare(name) + SUFFIX, members.get(name));
    if (member == null) {
      throw new InvalidInputException(
          place, "there is no such array; " + Names.hint(bare(name), names()));
    }
    if (member.isEncrypted() || (member.method() != STORED && member.method() != DEFLATED)) {
      throw new InvalidInputException(
          place, "is encrypted or packed in an unknown way; allowed are stored and deflated");
    }
    try (FileChannel file = FileChannel.open(path, READ)) {
      ByteSource source = ByteSource.of(file, file.size(), place);
      return reader.read(source, member, ZipDirectory.dataOffset(source, member, place));
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
    }
  }

  /** How messages name an array in an archive: {@code edges.npz:sources}. */
  static String place(Path file, String name) {
    return file + ":" + bare(name);
  }

  private static String bare(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
