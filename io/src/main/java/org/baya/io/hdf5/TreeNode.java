package org.baya.io.hdf5;

import java.util.Map;
import java.util.TreeMap;
import org.baya.array.ElementType;

/** A declared group or dataset. */
final class TreeNode {
  private static final byte[] NOTHING = {};

  private final String path;
  private final boolean isGroup;
  private final ElementType type;
  private final byte[] datatype;
  private final int elementBytes;
  private final long[] sizes;
  private final byte[] content;
  private final Map<String, TreeNode> children = new TreeMap<>();
  private final Map<String, Hdf5Tree.Attribute> attributes = new TreeMap<>();
  private final Map<String, String> strings = new TreeMap<>();

  private TreeNode(
      String path,
      boolean isGroup,
      ElementType type,
      byte[] datatype,
      int elementBytes,
      byte[] content,
      long... sizes) {
    this.path = path;
    this.isGroup = isGroup;
    this.type = type;
    this.datatype = datatype;
    this.elementBytes = elementBytes;
    this.content = content;
    this.sizes = sizes;
    for (long size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException(path + " has a negative size: " + size);
      }
    }
  }

  static TreeNode group(String path) {
    return new TreeNode(path, true, ElementType.INT8, NOTHING, 1, NOTHING);
  }

  /** Numbers to be written later. */
  static TreeNode dataset(String path, ElementType type, long... sizes) {
    return new TreeNode(path, false, type, Datatype.of(type), type.sizeBytes(), NOTHING, sizes);
  }

  /** A list of {@code count} strings of equal size that are already there. */
  static TreeNode strings(String path, byte[] datatype, int count, byte[] content) {
    int size = count == 0 ? 1 : content.length / count;
    return new TreeNode(path, false, ElementType.INT8, datatype, size, content, count);
  }

  /** From the root. */
  String path() {
    return path;
  }

  boolean isGroup() {
    return isGroup;
  }

  /** The type of the numbers of a dataset of numbers. */
  ElementType type() {
    return type;
  }

  /** The datatype message of a dataset. */
  byte[] datatype() {
    return datatype;
  }

  /** The sizes of a dataset's dimensions. */
  long[] sizes() {
    return sizes;
  }

  /** Number of elements of a dataset. */
  long length() {
    long length = 1;
    for (long size : sizes) {
      length = Math.multiplyExact(length, size);
    }
    return length;
  }

  /** Bytes of a dataset's elements; none for a group. */
  long dataBytes() {
    return isGroup ? 0 : Math.multiplyExact(length(), elementBytes);
  }

  /** Data that were given with the declaration; empty if they are written later. */
  byte[] content() {
    return content;
  }

  /** By name, in order. */
  Map<String, TreeNode> children() {
    return children;
  }

  /** Attributes that are numbers, by name. */
  Map<String, Hdf5Tree.Attribute> attributes() {
    return attributes;
  }

  /** Attributes that are strings, by name. */
  Map<String, String> strings() {
    return strings;
  }
}
