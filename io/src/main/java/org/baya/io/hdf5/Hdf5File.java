package org.baya.io.hdf5;

import static java.nio.file.StandardOpenOption.READ;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.file.Reasons;

/**
 * An HDF5 file that is read. Paths may start with a slash or not; soft links are followed. Columns
 * stay valid after the file is closed, as long as their arena. May be used by several threads.
 */
public final class Hdf5File implements AutoCloseable {
  /** Deflate cannot shrink more than 1032 to 1. */
  static final int MOST_RATIO = 1100;

  /** Room that data without stored elements may claim. */
  static final long SMALL_BYTES = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final long fileBytes;
  private final HdfFile file;

  private Hdf5File(Path path, FileChannel channel, long fileBytes, HdfFile file) {
    this.path = path;
    this.channel = channel;
    this.fileBytes = fileBytes;
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if there is none, or it is no HDF5 file, or truncated
   */
  public static Hdf5File open(Path path) {
    String place = path.toString();
    if (Files.isDirectory(path)) {
      throw new InvalidInputException(place, "is a directory; allowed is an HDF5 file");
    }
    FileChannel channel = openChannel(path, place);
    try {
      Superblock.check(channel, place);
      HdfFile file =
          channel.size() <= Integer.MAX_VALUE
              ? mapped(channel, place)
              : Guard.read(place, () -> new HdfFile(path));
      return new Hdf5File(path, channel, channel.size(), file);
    } catch (IOException e) {
      close(channel, place);
      throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
    } catch (RuntimeException e) {
      close(channel, place);
      throw e;
    }
  }

  /**
   * The structure over the mapped file: what lies beyond its end is refused at once, while reading
   * from a path first reserves as much memory as a damaged header claims.
   */
  private static HdfFile mapped(FileChannel channel, String place) throws IOException {
    ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    return Guard.read(place, () -> HdfFile.fromByteBuffer(bytes));
  }

  private static FileChannel openChannel(Path path, String place) {
    try {
      return FileChannel.open(path, READ);
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
    }
  }

  private static void close(FileChannel channel, String place) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new InvalidInputException(place, "cannot be closed: " + Reasons.of(e), e);
    }
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** Whether there is a dataset or group of this path. */
  public boolean exists(String objectPath) {
    return Guard.read(place(path, objectPath), () -> find(objectPath).isPresent());
  }

  /** The names of the datasets directly in a group, sorted. */
  public List<String> datasets(String group) {
    return children(group, node -> node instanceof Dataset);
  }

  /** The names of the groups directly in a group, sorted. */
  public List<String> groups(String group) {
    return children(group, node -> node instanceof Group);
  }

  /** Whether a dataset holds numbers. */
  public boolean isNumeric(String datasetPath) {
    return Guard.read(
        place(path, datasetPath),
        () -> NumberType.of(dataset(datasetPath).getDataType()).isPresent());
  }

  /** Type and shape of a dataset of numbers, without reading it. */
  public DatasetInfo info(String datasetPath) {
    String place = place(path, datasetPath);
    return Guard.read(
        place, () -> new NumberDataset(dataset(datasetPath), path, fileBytes, place).info());
  }

  /**
   * A dataset of numbers: one number (1 row), a list (width 1) or a table. A contiguous dataset is
   * read where it lies, whatever its size; others are unpacked into memory.
   *
   * @throws InvalidInputException if there is no such dataset, or it does not hold numbers, or has
   *     more dimensions, or is damaged
   */
  public Column column(String datasetPath, Arena arena) {
    String place = place(path, datasetPath);
    return Guard.read(
        place, () -> new NumberDataset(dataset(datasetPath), path, fileBytes, place).column(arena));
  }

  /** A dataset that is one string or a list of strings. */
  public List<String> strings(String datasetPath) {
    String place = place(path, datasetPath);
    return Guard.read(
        place,
        () -> {
          Dataset dataset = dataset(datasetPath);
          if (!NumberType.isString(dataset.getDataType()) || dataset.getDimensions().length > 1) {
            throw new InvalidInputException(place, "is not a list of strings");
          }
          int width = dataset.getDataType().getSize();
          requirePossible(dataset.getDimensions(), width, MOST_RATIO, place);
          return dataset.getSize() == 0 ? List.of() : strings(dataset.getData(), place);
        });
  }

  /** An attribute of a dataset or group; {@code /} is the root group. */
  public Optional<Hdf5Attribute> attribute(String objectPath, String name) {
    String place = place(path, objectPath) + "@" + name;
    return Guard.read(
        place,
        () -> {
          Attribute attribute = node(objectPath).getAttribute(name);
          if (attribute != null) {
            requirePossible(attribute.getDimensions(), 1, 1, place);
          }
          Object value = attribute == null ? null : attribute.getData();
          return value == null ? Optional.empty() : Optional.of(Hdf5Attribute.of(place, value));
        });
  }

  /** Fails if so many elements cannot be in the file, before memory is reserved for them. */
  private void requirePossible(int[] sizes, int elementBytes, int ratio, String place) {
    long most = ratio * (fileBytes + SMALL_BYTES);
    double claimed = elementBytes;
    for (int size : sizes) {
      claimed *= size;
    }
    if (!(claimed >= 0 && claimed <= most)) {
      throw new InvalidInputException(
          place, "claims more elements than a file of " + fileBytes + " bytes can hold");
    }
  }

  @Override
  public void close() {
    file.close();
    close(channel, path.toString());
  }

  /** How messages name an object in a file: {@code v1.h5:/recurrent/sources}. */
  static String place(Path file, String objectPath) {
    return file + ":/" + String.join("/", Hdf5Path.parts(objectPath));
  }

  private static List<String> strings(Object data, String place) {
    return switch (data) {
      case String one -> List.of(one);
      case String[] all -> List.of(all);
      default -> throw new InvalidInputException(place, "is not a list of strings");
    };
  }

  private List<String> children(String group, Predicate<Node> wanted) {
    String place = place(path, group);
    return Guard.read(
        place,
        () -> {
          if (!(node(group) instanceof Group parent)) {
            throw new InvalidInputException(place, "is a dataset; allowed is a group");
          }
          TreeMap<String, Node> children = new TreeMap<>(parent.getChildren());
          children
              .values()
              .removeIf(child ->
                  (child instanceof Link link && link.isBrokenLink())
                      || !wanted.test(target(child)));
          return List.copyOf(children.keySet());
        });
  }

  private Dataset dataset(String datasetPath) {
    if (node(datasetPath) instanceof Dataset dataset) {
      return dataset;
    }
    throw new InvalidInputException(
        place(path, datasetPath),
        "is a group; allowed is a dataset, such as "
            + datasets(datasetPath).stream().limit(8).toList());
  }

  private Node node(String objectPath) {
    return find(objectPath).orElseThrow(() -> missing(objectPath));
  }

  private Optional<Node> find(String objectPath) {
    Node at = file;
    for (String part : Hdf5Path.parts(objectPath)) {
      Node child = at instanceof Group group ? group.getChildren().get(part) : null;
      if (child == null) {
        return Optional.empty();
      }
      at = target(child);
    }
    return Optional.of(at);
  }

  /** What a soft link leads to. */
  private static Node target(Node node) {
    return node instanceof Link link ? link.getTarget() : node;
  }

  /** The error for a path that leads nowhere, named at the first part that is not there. */
  private InvalidInputException missing(String objectPath) {
    StringBuilder at = new StringBuilder();
    Node parent = file;
    for (String part : Hdf5Path.parts(objectPath)) {
      at.append('/').append(part);
      if (!(parent instanceof Group group)) {
        break;
      }
      Node child = group.getChildren().get(part);
      if (child == null) {
        return new InvalidInputException(
            place(path, at.toString()),
            "there is no such object; " + Names.hint(part, group.getChildren().keySet()));
      }
      parent = target(child);
    }
    return new InvalidInputException(
        place(path, at.toString()), "there is no such object; its parent is a dataset");
  }
}
