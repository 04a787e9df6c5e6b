package org.baya.io.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baya.array.ElementType;

/**
 * What a new HDF5 file will contain: groups, datasets of known size, attributes. Paths are
 * absolute, {@code /recurrent/sources}; groups on the way are made as needed. An attribute's object
 * must be declared before it; {@code /} is always there.
 */
public final class Hdf5Tree {
  private final TreeNode root = TreeNode.group("/");

  /** Declares a group. */
  public Hdf5Tree group(String path) {
    groupAt(path);
    return this;
  }

  /** Declares a list of {@code rows} numbers. */
  public Hdf5Tree dataset(String path, ElementType type, long rows) {
    return add(path, TreeNode.dataset(path, type, rows));
  }

  /** Declares an array of {@code rows} times {@code width} numbers. */
  public Hdf5Tree dataset(String path, ElementType type, long rows, int width) {
    return add(path, TreeNode.dataset(path, type, rows, width));
  }

  /**
   * Adds a list of strings, stored with the length of the longest; none may contain a zero
   * character.
   */
  public Hdf5Tree strings(String path, List<String> values) {
    int size = 1;
    boolean ascii = true;
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      size = Math.max(size, bytes.length);
      ascii &= bytes.length == value.length();
    }
    byte[] content = new byte[Math.multiplyExact(size, values.size())];
    for (int i = 0; i < values.size(); i++) {
      byte[] bytes = values.get(i).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, content, i * size, bytes.length);
    }
    return add(
        path, TreeNode.strings(path, Datatype.fixedString(size, ascii), values.size(), content));
  }

  /** Gives an object a whole number. */
  public Hdf5Tree attribute(String path, String name, long value) {
    return attribute(
        path,
        name,
        new Attribute(
            Datatype.of(ElementType.INT64), Dataspace.of(), new ByteSink().u8(value).toBytes()));
  }

  /** Gives an object a real number. */
  public Hdf5Tree attribute(String path, String name, double value) {
    byte[] data = new ByteSink().u8(Double.doubleToRawLongBits(value)).toBytes();
    return attribute(
        path, name, new Attribute(Datatype.of(ElementType.FLOAT64), Dataspace.of(), data));
  }

  /** Gives an object a list of whole numbers. */
  public Hdf5Tree attribute(String path, String name, long[] values) {
    ByteSink data = new ByteSink();
    for (long value : values) {
      data.u8(value);
    }
    return attribute(
        path,
        name,
        new Attribute(Datatype.of(ElementType.INT64), Dataspace.of(values.length), data.toBytes()));
  }

  /** Gives an object a list of real numbers. */
  public Hdf5Tree attribute(String path, String name, double[] values) {
    ByteSink data = new ByteSink();
    for (double value : values) {
      data.u8(Double.doubleToRawLongBits(value));
    }
    return attribute(
        path,
        name,
        new Attribute(
            Datatype.of(ElementType.FLOAT64), Dataspace.of(values.length), data.toBytes()));
  }

  /** Gives an object a string, of variable length and in UTF-8 as h5py writes them. */
  public Hdf5Tree attribute(String path, String name, String value) {
    find(path).strings().put(name, value);
    return this;
  }

  /** The root group with everything declared so far. */
  TreeNode root() {
    return root;
  }

  private Hdf5Tree attribute(String path, String name, Attribute value) {
    find(path).attributes().put(name, value);
    return this;
  }

  private Hdf5Tree add(String path, TreeNode node) {
    int slash = path.lastIndexOf('/');
    if (slash + 1 == path.length()) {
      throw new IllegalArgumentException("'" + path + "' has no name after its last slash");
    }
    TreeNode parent = groupAt(path.substring(0, Math.max(slash, 0)));
    if (parent.children().putIfAbsent(path.substring(slash + 1), node) != null) {
      throw new IllegalArgumentException(path + " is declared twice");
    }
    return this;
  }

  private TreeNode groupAt(String path) {
    TreeNode at = root;
    StringBuilder name = new StringBuilder();
    for (String part : Hdf5Path.parts(path)) {
      String child = name.append('/').append(part).toString();
      at = at.children().computeIfAbsent(part, _ -> TreeNode.group(child));
      if (!at.isGroup()) {
        throw new IllegalArgumentException(at.path() + " is a dataset and cannot contain " + path);
      }
    }
    return at;
  }

  private TreeNode find(String path) {
    TreeNode at = root;
    for (String part : Hdf5Path.parts(path)) {
      TreeNode child = at.children().get(part);
      if (child == null) {
        throw new IllegalArgumentException(path + " is not declared");
      }
      at = child;
    }
    return at;
  }

  /** The three parts of an attribute with its value. */
  record Attribute(byte[] datatype, byte[] dataspace, byte[] data) {}
}
