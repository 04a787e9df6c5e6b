package org.baya.io.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Reasons;

/**
 * Finds case files: {@code .json} files, directories of them and what lies below, {@code .zip}
 * archives of them.
 */
public final class CaseFiles {
  private static final String CASE = ".json";
  private static final String ARCHIVE = ".zip";

  private CaseFiles() {}

  /**
   * A file that holds one case.
   *
   * @param path the file, or the archive
   * @param entry name inside the archive; empty for a file
   */
  public record CaseFile(Path path, String entry) {

    /** The file's name, without directories. */
    public String name() {
      Path file = entry.isEmpty() ? path : Path.of(entry);
      return String.valueOf(file.getFileName());
    }

    /**
     * Reads the case.
     *
     * @throws InvalidInputException with one line if it cannot be read or is no case
     */
    public ReferenceCase read() {
      String source = entry.isEmpty() ? path.toString() : path + ":" + entry;
      try {
        return CaseReader.read(source, text(source, bytes()));
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }

    private byte[] bytes() throws IOException {
      if (entry.isEmpty()) {
        return Files.readAllBytes(path);
      }
      try (ZipFile zip = new ZipFile(path.toFile());
          InputStream in = zip.getInputStream(zip.getEntry(entry))) {
        return in.readAllBytes();
      }
    }

    private static String text(String source, byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new InvalidInputException(source, "is not UTF-8 text, so it cannot be JSON", e);
      }
    }
  }

  /**
   * All cases under these paths, in the order of the paths, then of their names.
   *
   * @throws InvalidInputException if one of them does not exist or holds no case
   */
  public static List<CaseFile> find(List<Path> paths) {
    List<CaseFile> all = new ArrayList<>();
    for (Path path : paths) {
      List<CaseFile> found = find(path);
      if (found.isEmpty()) {
        throw new InvalidInputException(
            path.toString(), "holds no case; cases are .json files, alone or in a .zip");
      }
      all.addAll(found);
    }
    return all;
  }

  private static List<CaseFile> find(Path path) {
    try {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      if (!Files.isDirectory(path)) {
        return path.toString().endsWith(ARCHIVE) ? entries(path) : List.of(new CaseFile(path, ""));
      }
      List<CaseFile> found = new ArrayList<>();
      for (Path file : list(path)) {
        found.addAll(
            file.toString().endsWith(ARCHIVE) ? entries(file) : List.of(new CaseFile(file, "")));
      }
      return found;
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, Objects.requireNonNull(e.getCause()));
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(CASE) || file.toString().endsWith(ARCHIVE))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static List<CaseFile> entries(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(CASE))
          .sorted(Comparator.naturalOrder())
          .map(name -> new CaseFile(archive, name))
          .toList();
    }
  }

  private static InvalidInputException unreadable(Path path, IOException e) {
    return new InvalidInputException(path.toString(), "cannot be read (" + Reasons.of(e) + ")", e);
  }
}
